using System.Text.Json;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using NJsonSchema.Validation;

namespace Galley.Content.Schemas;

/// <summary>One of the schemas in schemas/, loaded when it is first needed.</summary>
internal sealed class ContentSchema
{
    public static readonly ContentSchema Client = new("client");
    public static readonly ContentSchema Galley = new("galley");
    public static readonly ContentSchema Style = new("style");

    /// <summary>Fields whose pattern is there for editors. Galley's readers and rules explain a wrong format better.</summary>
    private static readonly string[] ForEditors = ["scheduled_at", "key", "url", "external_resource_url", "cta_url"];

    private static readonly ContentSchema[] Kinds = [.. ContentKind.All.Select(kind => new ContentSchema(kind.Name))];

    private readonly Lazy<FullSchemaCheck> _full;
    private readonly Lazy<FastSchemaCheck> _fast;
    private readonly Lazy<JsonElement> _root;

    private ContentSchema(string name)
    {
        _root = new(() => Root(name));
        _full = new(() => new FullSchemaCheck(Text(name)));
        _fast = new(() => LoadFast(name));
    }

    public static ContentSchema For(Kind kind) => Kinds[(int)kind];

    /// <summary>Afterwards a misspelt field can be read under the name that is meant: the fault for it is reported already.</summary>
    public void Check(MappingNode root, FileReport report)
    {
        if (IsSurelyRight(root))
        {
            return;
        }

        var errors = Errors(root).ToArray();
        var unknown = errors.Select(error => UnknownField.From(error, root)).OfType<UnknownField>().ToArray();
        foreach (var fault in Faults(root, errors.Where(error => !IsExplained(error, root, unknown)), unknown))
        {
            report.Add(fault);
        }

        foreach (var field in unknown)
        {
            field.ReadAsMeant();
        }
    }

    /// <summary>
    /// Valid without asking the library's validator, which takes fifty times as long. False means that the validator decides.
    /// </summary>
    internal bool IsSurelyRight(MappingNode root) => _fast.Value.Passes(root);

    /// <summary>One fault for each wrong value, in the order of the file.</summary>
    private static IEnumerable<Fault> Faults(
        MappingNode root,
        IEnumerable<ValidationError> errors,
        IEnumerable<UnknownField> unknown
    ) =>
        from fault in errors
            .Where(error => JsonTree.NodeOf(error.Token) is not UnreadableNode)
            .Select(error => SchemaFaults.From(error, root))
            .Concat(unknown.Select(field => field.Fault))
        group fault by fault.At into faultsOfOneValue
        orderby faultsOfOneValue.Key
        from fault in Telling(faultsOfOneValue.ToArray())
        select fault;

    /// <summary>Whether something else reports the mistake: an unknown field, or a reader or rule that explains it better.</summary>
    private static bool IsExplained(ValidationError error, MappingNode root, UnknownField[] unknown)
    {
        var node = JsonTree.NodeOf(error.Token) ?? root;
        var isTime = SchemaFaults.NameOf(error) == "scheduled_at";
        return error.Kind switch
        {
            // 10.30 is a number for YAML, and a time for its author.
            _ when isTime && node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } => true,
            ValidationErrorKind.NoAdditionalPropertiesAllowed => true,
            ValidationErrorKind.PropertyRequired => Array.Exists(unknown, field => field.Means(error.Property!, node)),
            ValidationErrorKind.NotOneOf => Array.Exists(unknown, field =>
                field.Means("file", node) || field.Means("url", node)
            ),
            ValidationErrorKind.PatternMismatch => ForEditors.Contains(SchemaFaults.NameOf(error)),
            ValidationErrorKind.NumberTooSmall => SchemaFaults.NameOf(error) == "delay_minutes",
            _ => false,
        };
    }

    /// <summary>The errors of the library's validator, empty for a valid file.</summary>
    internal IEnumerable<ValidationError> Errors(MappingNode root) => _full.Value.On(root);

    /// <summary>A value of the wrong type also has missing fields and is not an allowed value. One of these is enough.</summary>
    private static Fault[] Telling(Fault[] faults)
    {
        var best = Array.Find(faults, fault => fault.Code == ReadingCodes.Syntax)
            ?? Array.Find(faults, fault => fault.Code == SettingsCodes.NotAllowed)
            ?? Array.Find(faults, fault => fault.Code == SettingsCodes.WrongType);
        return best is null ? faults : [best];
    }

    /// <summary>What a field does, in the schema's words; of an unknown one, the words of the nearest field above it, or none.</summary>
    /// <param name="field">Dotted: <c>limits.max_creates</c>.</param>
    public string DescriptionOf(string field)
    {
        var (at, words) = (_root.Value, "");
        foreach (var name in field.Split('.'))
        {
            if (!at.TryGetProperty("properties", out var fields) || !fields.TryGetProperty(name, out at))
            {
                break;
            }

            words = at.TryGetProperty("description", out var description) ? description.GetString()! : words;
        }

        return words;
    }

    private static FastSchemaCheck LoadFast(string name) => FastSchemaCheck.From(Root(name));

    private static JsonElement Root(string name)
    {
        using var document = JsonDocument.Parse(Text(name));
        return document.RootElement.Clone();
    }

    private static string Text(string name)
    {
        using var stream = typeof(ContentSchema).Assembly.GetManifestResourceStream($"schemas/{name}.schema.json")
            ?? throw new InvalidOperationException($"The schema {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
