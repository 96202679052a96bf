using Galley.Content.Yaml;

namespace Galley.Content.Documents;

/// <summary>The file of one post or lead magnet, in either form, before its fields are read.</summary>
internal sealed record ContentDocument(MappingNode Root, DocumentSource Source, string Body)
{
    /// <summary>The fields could be read but the body could not (a problem says why).</summary>
    public bool LacksBody { get; init; }
}
