using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Payloads;
using NodaTime;

namespace Galley.Ledger.Live;

/// <summary>
/// One object as LeadPanther showed it. Of its fields only those are kept that Galley sends, for a list may show personal
/// data; and of a long one that is as it was sent only the SHA-256.
/// </summary>
/// <param name="At">Since when it was seen like this.</param>
/// <param name="Fields">Null: it was asked for and answered with 404, or nobody knows.</param>
public sealed record ObjectRecord(Kind Kind, string Id, Instant At, JsonObject? Fields)
{
    /// <summary>
    /// The id of a run that is about to change or remove it, and has not asked for it since: nobody knows what became of it. So an
    /// apply looks, even where its file says again what was sent last.
    /// </summary>
    public string? ChangingRun { get; init; }

    /// <summary>It was asked for, and is not there.</summary>
    public bool IsMissing => Fields is null && ChangingRun is null;

    /// <summary>
    /// How many events the account's ledger had when it was asked for. Clocks of two machines may differ; the order of events
    /// tells what came after it.
    /// </summary>
    public int Events { get; init; }

    private const int Long = 80;
    private const string Sha256 = "sha256";

    /// <summary>What is kept of an object that the ledger does not hold.</summary>
    private static readonly string[] OfAny =
    [
        "text",
        "status",
        "scheduled_at",
        "template_id",
        "keyword",
        "resource_name",
    ];

    /// <param name="sent">The wire of what Galley last sent of it; null for an object that is not the ledger's.</param>
    public static ObjectRecord From(LiveObject shown, string? sent, Instant at)
    {
        var wire = Parse(sent);
        var fields = new JsonObject();
        foreach (var (name, value) in shown.Fields)
        {
            if (wire?.ContainsKey(name) == true || OfAny.Contains(name))
            {
                fields[name] =
                    wire is null || JsonNode.DeepEquals(wire[name], value) ? Short(value) : value?.DeepClone();
            }
        }

        return new ObjectRecord(shown.Kind, shown.Id, at, fields);
    }

    public static ObjectRecord Missing(Kind kind, string id, Instant at) => new(kind, id, at, Fields: null);

    public static ObjectRecord Changing(Kind kind, string id, Instant at, string run) =>
        new(kind, id, at, Fields: null) { ChangingRun = run };

    /// <summary>
    /// The object as it was shown; null where it was missing. A long field that was as sent then, and that another text was sent
    /// for since, is left out: a field that is absent says nothing.
    /// </summary>
    /// <param name="sent">The wire of what Galley last sent of it, by the ledger as it is now.</param>
    public LiveObject? AsShown(string? sent)
    {
        if (Fields is null)
        {
            return null;
        }

        var wire = Parse(sent);
        var fields = new JsonObject();
        foreach (var (name, value) in Fields)
        {
            if (HashIn(value) is not { } hash)
            {
                fields[name] = value?.DeepClone();
            }
            else if (wire?[name] is { } same && HashOf(same) == hash)
            {
                fields[name] = same.DeepClone();
            }
        }

        return new LiveObject(Kind, Id, fields);
    }

    /// <summary>The same object with the same fields, whenever it was seen.</summary>
    public bool ShowsTheSameAs(ObjectRecord other) =>
        IsOf(other.Kind, other.Id) && ChangingRun == other.ChangingRun && JsonNode.DeepEquals(Fields, other.Fields);

    public bool IsOf(Kind kind, string id) => Kind == kind && Id == id;

    private static JsonNode? Short(JsonNode? value) =>
        value is not null && Text(value).Length > Long
            ? new JsonObject { [Sha256] = HashOf(value) }
            : value?.DeepClone();

    private static string? HashIn(JsonNode? value) =>
        value is JsonObject { Count: 1 } hashed
        && hashed[Sha256] is JsonValue hash
        && hash.TryGetValue<string>(out var text)
            ? text
            : null;

    private static string HashOf(JsonNode value) => PayloadCode.Sha256Of(Text(value));

    private static string Text(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static JsonObject? Parse(string? wire) => wire is null ? null : JsonNode.Parse(wire) as JsonObject;
}
