using Galley.Content.Yaml;

namespace Galley.Content.Documents;

/// <summary>One post's or lead magnet's file, in either form, before its fields are looked at.</summary>
/// <param name="BodyFile">The full path of the file that <c>body_file</c> names; it is no document of its own.</param>
internal sealed record ContentDocument(MappingNode Root, DocumentSource Source, string Body, string? BodyFile = null)
{
    /// <summary>Its body can't be read (a problem says why); its fields can.</summary>
    public bool LacksBody { get; init; }
}
