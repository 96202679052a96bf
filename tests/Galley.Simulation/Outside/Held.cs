using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Diagnostics;

namespace Galley.Simulation.Outside;

/// <summary>What LeadPanther holds, with what the simulation knows of it and nobody in it does.</summary>
internal sealed class Held(Kind kind, string account, string id, JsonObject fields, bool isOfGalley)
{
    private readonly List<string> _said = [fields.ToJsonString()];

    public Kind Kind => kind;
    public string Account => account;
    public string Id => id;

    /// <summary>Never changed in place: whoever read it keeps what it was.</summary>
    public JsonObject Fields
    {
        get => field;
        set
        {
            field = value;
            _said.Add(value.ToJsonString());
        }
    } = fields;

    /// <summary>Whether it ever said these words.</summary>
    public bool HasSaid(string words) => _said.Exists(said => said.Contains(words, StringComparison.Ordinal));

    /// <summary>Galley created it; else a person wrote it.</summary>
    public bool IsOfGalley => isOfGalley;
    public bool IsRemoved { get; set; }

    /// <summary>LinkedIn has it.</summary>
    public bool IsOut => Fields["status"]?.GetValue<string>() == "published";

    /// <summary>A person edited or deleted it in LeadPanther: it may stay different from its file.</summary>
    public bool IsTouched { get; set; }

    /// <summary>A ledger that was lost or set back knows no more of it.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>As Galley left it, or as it was written.</summary>
    public JsonObject Left { get; set; } = fields;

    /// <summary>What a person gave up, so that Galley may overwrite it.</summary>
    public JsonObject? GivenUp { get; set; }

    /// <summary>By the run's name: whether its last read showed something that a person made, and did not give up.</summary>
    public Dictionary<string, bool> SawAnEdit { get; } = [];

    /// <summary>Whether it is not as Galley left it, nor as a person gave it up.</summary>
    public bool IsEdited =>
        !JsonNode.DeepEquals(Fields, Left) && !(GivenUp is { } givenUp && JsonNode.DeepEquals(Fields, givenUp));

    /// <summary>Which of the agency's items it is.</summary>
    public string Mark => MarkIn(kind, Fields);

    public string Name => $"{id} ({ContentKind.For(kind).Name} {Mark})";

    public LiveObject Shown => new(kind, id, Fields);

    public static string MarkIn(Kind kind, JsonObject wire) =>
        wire[kind == Kind.Post ? "notes" : "description"]?.GetValue<string>() ?? "";
}
