using System.Text.Json;
using System.Text.RegularExpressions;
using Galley.Content.Yaml;

namespace Galley.Content.Schemas;

/// <summary>
/// A schema check that accepts files that are surely valid, which nearly all are, without building JSON for them. NJsonSchema
/// decides about everything else and explains what is wrong. An unknown keyword makes this check accept nothing.
/// </summary>
internal sealed class FastSchemaCheck
{
    private readonly HashSet<string> _types = [];
    private readonly HashSet<string> _allowed = [];
    private readonly Dictionary<string, FastSchemaCheck> _properties = [];
    private readonly List<PatternProperty> _patterns = [];
    private readonly List<FastSchemaCheck> _choices = [];
    private string[] _required = [];
    private FastSchemaCheck? _items;
    private Regex? _form;
    private bool _takesOthers = true;
    private bool _isNeverSure;
    private int _minLength;
    private int _minItems;
    private int _maxItems = int.MaxValue;
    private double _minimum = double.NegativeInfinity;
    private double _maximum = double.PositiveInfinity;

    public static FastSchemaCheck From(JsonElement schema)
    {
        var check = new FastSchemaCheck();
        foreach (var keyword in schema.EnumerateObject())
        {
            check.Learn(keyword.Name, keyword.Value);
        }

        return check;
    }

    public bool Passes(Node node) =>
        !_isNeverSure
        && node switch
        {
            ScalarNode scalar => Passes(scalar),
            MappingNode mapping => IsOf("object") && _allowed.Count == 0 && Passes(mapping),
            SequenceNode list => IsOf("array") && _allowed.Count == 0 && Passes(list),
            _ => false,
        }
        && (_choices.Count == 0 || _choices.Count(choice => choice.Passes(node)) == 1);

    private void Learn(string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "$schema" or "title" or "description" or "examples":
                break;
            case "type":
                _types.UnionWith(Texts(value));
                break;
            case "enum":
                Enumerate(value);
                break;
            case "required":
                _required = [.. Texts(value)];
                break;
            case "properties":
                foreach (var property in value.EnumerateObject())
                {
                    _properties.Add(property.Name, From(property.Value));
                }

                break;
            case "patternProperties":
                foreach (var property in value.EnumerateObject())
                {
                    _patterns.Add(new PatternProperty(Pattern(property.Name), From(property.Value)));
                }

                break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.False:
                _takesOthers = false;
                break;
            case "items" when value.ValueKind == JsonValueKind.Object:
                _items = From(value);
                break;
            case "oneOf":
                foreach (var choice in value.EnumerateArray())
                {
                    _choices.Add(From(choice));
                }

                _isNeverSure |= _choices.Exists(choice => choice._isNeverSure);
                break;
            case "minItems":
                _minItems = value.GetInt32();
                break;
            case "maxItems":
                _maxItems = value.GetInt32();
                break;
            case "minLength":
                _minLength = value.GetInt32();
                break;
            case "pattern":
                _form = Pattern(value.GetString()!);
                break;
            case "minimum":
                _minimum = value.GetDouble();
                break;
            case "maximum":
                _maximum = value.GetDouble();
                break;
            default:
                _isNeverSure = true;
                break;
        }
    }

    private void Enumerate(JsonElement values)
    {
        foreach (var value in values.EnumerateArray())
        {
            _isNeverSure |= value.ValueKind != JsonValueKind.String;
        }

        if (!_isNeverSure)
        {
            _allowed.UnionWith(Texts(values));
        }
    }

    private bool Passes(ScalarNode scalar) =>
        scalar.Kind switch
        {
            ScalarKind.Text => IsOf("string") && PassesText(scalar.Text),
            ScalarKind.Null => IsOf("null") && _allowed.Count == 0,
            ScalarKind.Boolean => IsOf("boolean") && _allowed.Count == 0,
            ScalarKind.Integer => (IsOf("integer") || IsOf("number")) && PassesNumber(scalar.Text),
            ScalarKind.Number => IsOf("number") && PassesNumber(scalar.Text),
            _ => false,
        };

    private bool PassesText(string text) =>
        (_allowed.Count == 0 || _allowed.Contains(text))
        && (_minLength == 0 || CodePoints(text) >= _minLength)
        && _form?.IsMatch(text) != false;

    private bool PassesNumber(string text) =>
        _allowed.Count == 0 && CoreSchema.Number(text) is { } number && number >= _minimum && number <= _maximum;

    private bool Passes(SequenceNode list)
    {
        if (list.Items.Count < _minItems || list.Items.Count > _maxItems)
        {
            return false;
        }

        foreach (var item in list.Items)
        {
            if (_items?.Passes(item) == false)
            {
                return false;
            }
        }

        return true;
    }

    private bool Passes(MappingNode mapping)
    {
        foreach (var name in _required)
        {
            if (mapping.Find(name) is null)
            {
                return false;
            }
        }

        foreach (var field in mapping.Fields)
        {
            if (!Passes(field))
            {
                return false;
            }
        }

        return true;
    }

    private bool Passes(Field field)
    {
        var isKnown = _properties.TryGetValue(field.Name, out var property);
        if (isKnown && !property!.Passes(field.Value))
        {
            return false;
        }

        foreach (var (name, value) in _patterns)
        {
            if (!name.IsMatch(field.Name))
            {
                continue;
            }

            if (!value.Passes(field.Value))
            {
                return false;
            }

            isKnown = true;
        }

        return isKnown || _takesOthers;
    }

    private bool IsOf(string type) => _types.Count == 0 || _types.Contains(type);

    private static int CodePoints(string text)
    {
        var count = 0;
        foreach (var unit in text)
        {
            if (!char.IsLowSurrogate(unit))
            {
                count++;
            }
        }

        return count;
    }

    private static List<string> Texts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [value.GetString()!];
        }

        var texts = new List<string>();
        foreach (var item in value.EnumerateArray())
        {
            texts.Add(item.GetString()!);
        }

        return texts;
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant);

    private sealed record PatternProperty(Regex Name, FastSchemaCheck Value);
}
