using System.Text;

namespace Galley.Authoring;

/// <summary>The values of a new lead magnet file.</summary>
/// <param name="Page">The hosted page's Markdown, with LF line ends, without blank lines at both ends.</param>
public sealed record LeadMagnetDraft(string Keyword, string ResourceName, string Page)
{
    public string? Description { get; init; }

    /// <summary>A comment for the author at the top of the file; null for none.</summary>
    public string? Hint { get; init; }
}

/// <summary>Writes a lead magnet as a file: Markdown with front matter, or YAML.</summary>
public static class LeadMagnetFile
{
    /// <inheritdoc cref="PostFile.Write"/>
    public static string Write(LeadMagnetDraft magnet, string path, string schemaLine)
    {
        var fields = new StringBuilder().Append(schemaLine).Append('\n');
        if (magnet.Hint is { } hint)
        {
            fields.Append("# ").Append(hint).Append('\n');
        }

        fields.Append("keyword: ").Append(YamlScalar.Quote(magnet.Keyword)).Append('\n');
        fields.Append("resource_name: ").Append(YamlScalar.Quote(magnet.ResourceName)).Append('\n');
        if (magnet.Description is { } description)
        {
            fields.Append("description: ").Append(YamlScalar.Quote(description)).Append('\n');
        }

        fields
            .Append("text_template: ")
            .Append(YamlScalar.Quoted($"Here is the {magnet.ResourceName}: <<resource_link>>"))
            .Append('\n');
        return BodyForm.Write(fields.ToString(), magnet.Page, path);
    }
}
