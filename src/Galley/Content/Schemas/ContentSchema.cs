using System.Text.Json;
using Galley.Content.Documents;
using Galley.Content.Yaml;
using Galley.Rules.Codes;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Galley.Content.Schemas;

/// <summary>One of the schemas in schemas/, loaded when it is first needed.</summary>
internal sealed class ContentSchema
{
    public static readonly ContentSchema Post = new("post");
    public static readonly ContentSchema LeadMagnet = new("lead-magnet");
    public static readonly ContentSchema Client = new("client");
    public static readonly ContentSchema Galley = new("galley");

    /// <summary>A list of a hundred wrong items is one mistake, not a hundred.</summary>
    const int MostFaults = 20;

    readonly Lazy<JsonSchema> schema;
    readonly Lazy<QuickVerdict> quick;

    ContentSchema(string name)
    {
        schema = new(() => JsonSchema.FromJsonAsync(Text(name)).GetAwaiter().GetResult());
        quick = new(() => LoadQuick(name));
    }

    public void Check(MappingNode root, FileReport report)
    {
        if (IsSurelyRight(root))
            return;
        foreach (var fault in Faults(root))
            report.Add(fault);
    }

    /// <summary>Right without asking the validator, which takes fifty times as long. False means "ask".</summary>
    internal bool IsSurelyRight(MappingNode root) => quick.Value.Passes(root);

    /// <summary>One fault for each wrong value, in the order of the file.</summary>
    public IEnumerable<Fault> Faults(MappingNode root) =>
        from error in Errors(root)
        where JsonTree.NodeOf(error.Token) is not UnreadNode
        let fault = SchemaFaults.Of(error, root)
        group fault by fault.At into faultsOfOneValue
        orderby faultsOfOneValue.Key
        from fault in Telling(faultsOfOneValue.ToArray())
        select fault;

    /// <summary>A value of the wrong type also lacks fields and is in no list of allowed values: one of these is enough.</summary>
    static Fault[] Telling(Fault[] faults)
    {
        var best = Array.Find(faults, fault => fault.Code == SettingsCodes.NotAllowed) ?? Array.Find(faults, fault => fault.Code == SettingsCodes.WrongType);
        return best is null ? faults : [best];
    }

    /// <summary>The validator's own verdict, empty for valid.</summary>
    internal IEnumerable<ValidationError> Errors(MappingNode root) =>
        new JsonSchemaValidator().Validate(JsonTree.Of(root), schema.Value, SchemaType.JsonSchema).SelectMany(Leaves).Take(MostFaults);

    /// <summary>The errors of the items and fields inside, not that the whole has errors.</summary>
    static IEnumerable<ValidationError> Leaves(ValidationError error) => error switch
    {
        ChildSchemaValidationError parent => parent.Errors.Values.SelectMany(errors => errors).SelectMany(Leaves),
        MultiTypeValidationError { Token: { } token } choice when choice.Errors.TryGetValue(TypeOf(token), out var inside) => inside.SelectMany(Leaves),
        _ => [error],
    };

    static JsonObjectType TypeOf(JToken token) => token.Type switch
    {
        JTokenType.Array => JsonObjectType.Array,
        JTokenType.Object => JsonObjectType.Object,
        JTokenType.String => JsonObjectType.String,
        _ => JsonObjectType.None,
    };

    static QuickVerdict LoadQuick(string name)
    {
        using var document = JsonDocument.Parse(Text(name));
        return QuickVerdict.Of(document.RootElement);
    }

    static string Text(string name)
    {
        using var stream = typeof(ContentSchema).Assembly.GetManifestResourceStream($"schemas/{name}.schema.json")
            ?? throw new InvalidOperationException($"The schema {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
