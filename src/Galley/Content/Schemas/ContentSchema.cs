using System.Text.Json;
using Galley.Content.Yaml;
using Galley.Diagnostics.Codes;
using NJsonSchema.Validation;

namespace Galley.Content.Schemas;

/// <summary>One of the schemas in schemas/, loaded when it is first needed.</summary>
internal sealed class ContentSchema
{
    public static readonly ContentSchema Post = new("post");
    public static readonly ContentSchema LeadMagnet = new("lead-magnet");
    public static readonly ContentSchema Client = new("client");
    public static readonly ContentSchema Galley = new("galley");

    private readonly Lazy<FullSchemaCheck> _full;
    private readonly Lazy<FastSchemaCheck> _quick;

    private ContentSchema(string name)
    {
        _full = new(() => new FullSchemaCheck(Text(name)));
        _quick = new(() => LoadQuick(name));
    }

    public void Check(MappingNode root, FileReport report)
    {
        if (IsSurelyRight(root))
        {
            return;
        }

        foreach (var fault in Faults(root))
        {
            report.Add(fault);
        }
    }

    /// <summary>Right without asking the validator, which takes fifty times as long. False means "ask".</summary>
    internal bool IsSurelyRight(MappingNode root) => _quick.Value.Passes(root);

    /// <summary>One fault for each wrong value, in the order of the file.</summary>
    public IEnumerable<Fault> Faults(MappingNode root) =>
        from error in Errors(root)
        where JsonTree.NodeOf(error.Token) is not UnreadableNode
        let fault = SchemaFaults.From(error, root)
        group fault by fault.At into faultsOfOneValue
        orderby faultsOfOneValue.Key
        from fault in Telling(faultsOfOneValue.ToArray())
        select fault;

    /// <summary>The validator's own verdict, empty for valid.</summary>
    internal IEnumerable<ValidationError> Errors(MappingNode root) => _full.Value.On(root);

    /// <summary>A value of the wrong type also lacks fields and is in no list of allowed values: one of these is enough.</summary>
    private static Fault[] Telling(Fault[] faults)
    {
        var best = Array.Find(faults, fault => fault.Code == SettingsCodes.NotAllowed)
            ?? Array.Find(faults, fault => fault.Code == SettingsCodes.WrongType);
        return best is null ? faults : [best];
    }

    private static FastSchemaCheck LoadQuick(string name)
    {
        using var document = JsonDocument.Parse(Text(name));
        return FastSchemaCheck.From(document.RootElement);
    }

    private static string Text(string name)
    {
        using var stream = typeof(ContentSchema).Assembly.GetManifestResourceStream($"schemas/{name}.schema.json")
            ?? throw new InvalidOperationException($"The schema {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
