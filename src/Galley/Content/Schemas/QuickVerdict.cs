using System.Text.Json;
using System.Text.RegularExpressions;
using Galley.Content.Yaml;

namespace Galley.Content.Schemas;

/// <summary>
/// A schema that says yes to what is surely right, which nearly every file is, without building JSON for it. Whatever it does not say
/// yes to is NJsonSchema's to judge and to find words for; a keyword that it does not know makes it never sure.
/// </summary>
internal sealed class QuickVerdict
{
    readonly HashSet<string> types = [];
    readonly HashSet<string> allowed = [];
    readonly Dictionary<string, QuickVerdict> properties = [];
    readonly List<PatternProperty> patterns = [];
    string[] required = [];
    QuickVerdict? items;
    Regex? form;
    bool takesOthers = true;
    bool isNeverSure;
    int minLength;
    int minItems;
    int maxItems = int.MaxValue;
    double minimum = double.NegativeInfinity;
    double maximum = double.PositiveInfinity;

    public static QuickVerdict Of(JsonElement schema)
    {
        var verdict = new QuickVerdict();
        foreach (var keyword in schema.EnumerateObject()) verdict.Learn(keyword.Name, keyword.Value);
        return verdict;
    }

    public bool Passes(Node node) => !isNeverSure && node switch
    {
        ScalarNode scalar => Passes(scalar),
        MappingNode mapping => IsOf("object") && allowed.Count == 0 && Passes(mapping),
        SequenceNode list => IsOf("array") && allowed.Count == 0 && Passes(list),
        _ => false,
    };

    void Learn(string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "$schema" or "title" or "description" or "examples": break;
            case "type": types.UnionWith(Texts(value)); break;
            case "enum": Enumerate(value); break;
            case "required": required = [.. Texts(value)]; break;
            case "properties":
                foreach (var property in value.EnumerateObject()) properties.Add(property.Name, Of(property.Value));
                break;
            case "patternProperties":
                foreach (var property in value.EnumerateObject()) patterns.Add(new PatternProperty(Pattern(property.Name), Of(property.Value)));
                break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.False: takesOthers = false; break;
            case "items" when value.ValueKind == JsonValueKind.Object: items = Of(value); break;
            case "minItems": minItems = value.GetInt32(); break;
            case "maxItems": maxItems = value.GetInt32(); break;
            case "minLength": minLength = value.GetInt32(); break;
            case "pattern": form = Pattern(value.GetString()!); break;
            case "minimum": minimum = value.GetDouble(); break;
            case "maximum": maximum = value.GetDouble(); break;
            default: isNeverSure = true; break;
        }
    }

    void Enumerate(JsonElement values)
    {
        foreach (var value in values.EnumerateArray()) isNeverSure |= value.ValueKind != JsonValueKind.String;
        if (!isNeverSure) allowed.UnionWith(Texts(values));
    }

    bool Passes(ScalarNode scalar) => scalar.Kind switch
    {
        ScalarKind.Text => IsOf("string") && PassesText(scalar.Text),
        ScalarKind.Null => IsOf("null") && allowed.Count == 0,
        ScalarKind.Boolean => IsOf("boolean") && allowed.Count == 0,
        ScalarKind.Integer => (IsOf("integer") || IsOf("number")) && PassesNumber(scalar.Text),
        ScalarKind.Number => IsOf("number") && PassesNumber(scalar.Text),
        _ => false,
    };

    bool PassesText(string text) =>
        (allowed.Count == 0 || allowed.Contains(text))
        && (minLength == 0 || CodePoints(text) >= minLength)
        && form?.IsMatch(text) != false;

    bool PassesNumber(string text) => allowed.Count == 0 && CoreSchema.Number(text) is { } number && number >= minimum && number <= maximum;

    bool Passes(SequenceNode list)
    {
        if (list.Items.Count < minItems || list.Items.Count > maxItems) return false;
        foreach (var item in list.Items)
            if (items?.Passes(item) == false) return false;
        return true;
    }

    bool Passes(MappingNode mapping)
    {
        foreach (var name in required)
            if (mapping.Find(name) is null) return false;
        foreach (var field in mapping.Fields)
            if (!Passes(field)) return false;
        return true;
    }

    bool Passes(Field field)
    {
        var isKnown = properties.TryGetValue(field.Name, out var property);
        if (isKnown && !property!.Passes(field.Value)) return false;
        foreach (var (name, value) in patterns)
        {
            if (!name.IsMatch(field.Name)) continue;
            if (!value.Passes(field.Value)) return false;
            isKnown = true;
        }

        return isKnown || takesOthers;
    }

    bool IsOf(string type) => types.Count == 0 || types.Contains(type);

    static int CodePoints(string text)
    {
        var count = 0;
        foreach (var unit in text)
            if (!char.IsLowSurrogate(unit)) count++;
        return count;
    }

    static List<string> Texts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return [value.GetString()!];
        var texts = new List<string>();
        foreach (var item in value.EnumerateArray()) texts.Add(item.GetString()!);
        return texts;
    }

    static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant);

    sealed record PatternProperty(Regex Name, QuickVerdict Value);
}
