using System.Text;
using System.Text.Json;

namespace Galley.Authoring;

/// <summary>A schema's fields as a Markdown table.</summary>
internal static class FieldTable
{
    public static string For(string kind)
    {
        using var schema = JsonDocument.Parse(SchemaFolder.Read(kind));
        var needed = schema
            .RootElement.GetProperty("required")
            .EnumerateArray()
            .Select(name => name.GetString())
            .ToHashSet();
        var table = new StringBuilder("| field | meaning | example |\n| --- | --- | --- |\n");
        foreach (var field in schema.RootElement.GetProperty("properties").EnumerateObject())
        {
            var name = needed.Contains(field.Name) ? $"**{field.Name}** (required)" : field.Name;
            var example = field.Value.GetProperty("examples")[0];
            table.Append(
                $"| {name} | {Cell(field.Value.GetProperty("description").GetString()!)} | `{Example(example)}` |\n"
            );
        }

        return table.ToString();
    }

    private static string Example(JsonElement example) =>
        (example.ValueKind == JsonValueKind.String ? example.GetString()! : example.GetRawText())
            .ReplaceLineEndings(" ")
            .Replace("  ", "")
            .Replace("|", "\\|");

    /// <summary>GitHub would read <c>&lt;&lt;keyword&gt;&gt;</c> as HTML and drop it.</summary>
    private static string Cell(string text) => text.Replace("<", "&lt;").Replace(">", "&gt;").Replace("|", "\\|");
}
