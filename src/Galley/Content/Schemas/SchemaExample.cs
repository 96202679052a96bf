using Galley.Content.Yaml;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Galley.Content.Schemas;

/// <summary>Describes for a message what a schema asks for, and what was typed.</summary>
internal static class SchemaExample
{
    private const int LongestShown = 60;

    /// <summary>The field with the first example of its schema, ready to type: <c>send_ahead: 24h</c>.</summary>
    public static string Line(string name, JsonSchema schema) => $"{name}: {Example(schema)}";

    /// <summary>The same as an entry of a list.</summary>
    public static string Entry(JsonSchema schema) => $"- {Example(schema)}";

    public static string TypesOf(JsonSchema schema)
    {
        var types = Enum.GetValues<JsonObjectType>()
            .Where(type => type is not JsonObjectType.None && schema.Type.HasFlag(type))
            .Select(Describe)
            .OfType<string>()
            .ToArray();
        return types.Length < 2 ? string.Concat(types) : string.Join(", ", types[..^1]) + " or " + types[^1];
    }

    public static string Shown(Node node) =>
        node switch
        {
            MappingNode => "a group of fields",
            SequenceNode => "a list",
            ScalarNode { Kind: ScalarKind.Null } => "empty",
            ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } number => $"the number {Short(number.Text)}",
            ScalarNode { Kind: ScalarKind.Boolean } boolean => $"the value {boolean.Text}",
            ScalarNode text => $"the text `{Short(text.Text)}`",
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private static string? Describe(JsonObjectType type) =>
        type switch
        {
            JsonObjectType.String => "a text",
            JsonObjectType.Integer => "a whole number",
            JsonObjectType.Number => "a number",
            JsonObjectType.Boolean => "true or false",
            JsonObjectType.Array => "a list",
            JsonObjectType.Object => "a group of fields",
            JsonObjectType.Null => "null",
            _ => null,
        };

    private static string Example(JsonSchema schema)
    {
        var examples = schema.ActualSchema.ExtensionData?.TryGetValue("examples", out var value) == true ? value : null;
        return examples is System.Collections.IEnumerable list ? Written(list.Cast<object?>().FirstOrDefault()) : "";
    }

    private static string Written(object? example) =>
        example switch
        {
            null => "null",
            bool truth => truth ? "true" : "false",
            string text when !text.Contains(": ", StringComparison.Ordinal) => text,
            _ => JToken.FromObject(example).ToString(Formatting.None),
        };

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > LongestShown ? line[..LongestShown] + "…" : line;
    }
}
