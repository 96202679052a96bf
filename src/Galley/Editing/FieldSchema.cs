using System.Text.Json;
using Galley.Diagnostics;

namespace Galley.Editing;

/// <summary>What a schema says of the fields at a place: their names, descriptions and values.</summary>
internal sealed class FieldSchema
{
    private readonly JsonElement _schema;

    private FieldSchema(JsonElement schema) => _schema = schema;

    /// <summary>The schema of a file, by its path from the content root; null for a file that has none.</summary>
    public static FieldSchema? Of(string path)
    {
        var name = path.Split('/') switch
        {
            ["galley.yaml"] => "galley",
            ["clients", _, "client.yaml"] => "client",
            ["styles", ..] or ["clients", _, "styles", ..] => "style",
            _ => ContentKind.OfPath(path)?.Name,
        };
        return name is null ? null : new FieldSchema(Load(name));
    }

    public IEnumerable<string> Names =>
        _schema.TryGetProperty("properties", out var fields)
            ? fields.EnumerateObject().Select(member => member.Name)
            : [];

    public string Description =>
        _schema.TryGetProperty("description", out var description) ? description.GetString() ?? "" : "";

    /// <summary>The values that it can have, if they can be listed.</summary>
    public IEnumerable<string> Values =>
        _schema.TryGetProperty("enum", out var values) ? values.EnumerateArray().Select(value => $"{value}")
        : Is("boolean") ? ["true", "false"]
        : [];

    /// <summary>A field, or a field of the entries of a list.</summary>
    public FieldSchema? Find(string name) =>
        _schema.TryGetProperty("properties", out var fields) && fields.TryGetProperty(name, out var field)
            ? new FieldSchema(field)
        : _schema.TryGetProperty("items", out var items) ? new FieldSchema(items).Find(name)
        : null;

    public FieldSchema? Find(IEnumerable<string> names) =>
        names.Aggregate((FieldSchema?)this, (schema, name) => schema?.Find(name)) is { } found ? found.OrItems : null;

    private FieldSchema OrItems =>
        _schema.TryGetProperty("properties", out _) || !_schema.TryGetProperty("items", out var items)
            ? this
            : new FieldSchema(items);

    private bool Is(string type) =>
        _schema.TryGetProperty("type", out var types)
        && (
            types.ValueKind == JsonValueKind.Array
                ? types.EnumerateArray().Any(one => one.ValueEquals(type))
                : types.ValueEquals(type)
        );

    private static JsonElement Load(string name)
    {
        using var stream = typeof(FieldSchema).Assembly.GetManifestResourceStream($"schemas/{name}.schema.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
