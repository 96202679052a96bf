using Galley.Content.Schemas;
using Galley.Content.Yaml;

namespace Galley.Content.Documents;

/// <summary>Reads galley.yaml and client.yaml, which have fields only.</summary>
internal static class SettingsFile
{
    /// <returns>Null after reporting why there are no fields, or which values can't be read.</returns>
    public static MappingNode? Read(string fullPath, ContentSchema schema, FileReport report)
    {
        if (
            TextFile.Read(fullPath, report) is not { } text
            || DocumentReader.Fields(text, firstLine: 1, report) is not { } fields
        )
        {
            return null;
        }

        schema.Check(fields, report);
        return UnreadableNode.IsIn(fields) ? null : fields;
    }
}
