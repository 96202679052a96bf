using System.Text.Json;

namespace Galley.Authoring.Editor;

/// <summary>The fields of a form, in Decap CMS's words, from a schema of Galley's.</summary>
internal static class EditorForm
{
    /// <summary>LeadPanther documents one value only, or none.</summary>
    private static readonly string[] LeftOut = ["repost"];

    /// <param name="kind">post or lead-magnet.</param>
    public static List<Dictionary<string, object>> Fields(string kind, IEnumerable<FieldWords> words)
    {
        using var schema = JsonDocument.Parse(SchemaFolder.Read(kind));
        var properties = schema.RootElement.GetProperty("properties");
        var required = Required(schema.RootElement);
        return
        [
            .. from field in words
            where properties.TryGetProperty(field.Name, out _)
            select Field(
                field.Name,
                properties.GetProperty(field.Name),
                field,
                required.Contains(field.Name) || field.Name == "body"
            ),
        ];
    }

    private static Dictionary<string, object> Field(string name, JsonElement schema, FieldWords words, bool isRequired)
    {
        var field = new Dictionary<string, object> { ["name"] = name, ["label"] = words.Label };
        field["hint"] = words.Hint ?? WithExample(Text(schema, "description") ?? "", schema);

        foreach (var (key, value) in words.Widget is { } own ? Own(own, schema) : ByType(name, schema, isTop: true))
        {
            field[key] = value;
        }

        field["required"] = isRequired;
        return field;
    }

    private static Dictionary<string, object> Own(string widget, JsonElement schema)
    {
        var own = new Dictionary<string, object> { ["widget"] = widget };
        if (widget == "galley-pictures")
        {
            own["has_alt"] =
                schema.GetProperty("items").TryGetProperty("properties", out var parts)
                && parts.TryGetProperty("alt", out _);
        }

        return own;
    }

    /// <param name="isTop">A field within another one has no problems of its own beside it.</param>
    private static Dictionary<string, object> ByType(string name, JsonElement schema, bool isTop)
    {
        var (widget, more) = Types(schema) switch
        {
            _ when schema.TryGetProperty("enum", out var values) => ("select", Options(name, values)),
            ["boolean", ..] => ("boolean", []),
            ["integer", ..] => (
                "number",
                new() { ["value_type"] = "int", ["min"] = schema.GetProperty("minimum").GetInt32() }
            ),
            ["object", ..] => ("object", Parts(schema, "fields")),
            ["array", ..] when schema.GetProperty("items").TryGetProperty("properties", out _) => (
                "list",
                Parts(schema.GetProperty("items"), "fields")
            ),
            ["array", ..] => ("list", []),
            _ when name is "file" => ("file", new() { ["choose_url"] = false }),
            _ when name is "text" or "notes" or "first_comment" or "text_template" or "not_connected_reply" => (
                "text",
                new Dictionary<string, object>()
            ),
            _ => ("string", []),
        };
        more["widget"] = isTop ? $"galley-{widget}" : widget;
        return more;
    }

    /// <summary>None is required: an object that the author leaves alone must not stand in the way of a save.</summary>
    private static Dictionary<string, object> Parts(JsonElement schema, string key)
    {
        var fields =
            from part in schema.GetProperty("properties").EnumerateObject()
            where !LeftOut.Contains(part.Name)
            let field = ByType(part.Name, part.Value, isTop: false)
            select new Dictionary<string, object>(field)
            {
                ["name"] = part.Name,
                ["label"] = FieldWords.Inner.GetValueOrDefault(part.Name, part.Name),
                ["hint"] = WithExample(Text(part.Value, "description") ?? "", part.Value),
                ["required"] = false,
            };
        return new() { [key] = fields.ToList(), ["collapsed"] = true };
    }

    private static Dictionary<string, object> Options(string name, JsonElement values)
    {
        var options = new Dictionary<string, object>
        {
            ["options"] = values
                .EnumerateArray()
                .Select(value => value.GetString()!)
                .Select(value => new Dictionary<string, object> { ["label"] = Label(name, value), ["value"] = value })
                .ToList(),
        };
        if (name == "status" && values.EnumerateArray().Any(value => value.GetString() == "draft"))
        {
            options["default"] = "draft";
        }

        return options;
    }

    private static string Label(string name, string value) =>
        (name, value) switch
        {
            ("status", "scheduled") => "Ready",
            _ => char.ToUpperInvariant(value[0]) + value[1..],
        };

    private static string WithExample(string hint, JsonElement schema) =>
        schema.TryGetProperty("examples", out var examples)
        && examples[0] is { ValueKind: JsonValueKind.String } example
        && example.GetString() is { Length: < 60 } text
        && !schema.TryGetProperty("enum", out _)
        && !hint.Contains(text, StringComparison.Ordinal)
        && !text.Contains('\n')
            ? $"{hint} For example: {text}"
            : hint;

    private static string? Text(JsonElement schema, string key) =>
        schema.TryGetProperty(key, out var text) ? text.GetString() : null;

    private static HashSet<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var names)
            ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
            : [];

    /// <summary>Without null, in the schema's order.</summary>
    private static string[] Types(JsonElement schema) => (
            schema.TryGetProperty("type", out var type)
                ? type.ValueKind == JsonValueKind.Array
                    ? type.EnumerateArray().Select(item => item.GetString()!)
                    : [type.GetString()!]
                : []
        ).Where(name => name != "null").ToArray();
}
