using System.Collections.Immutable;
using System.Text.Json;
using Galley.Content;
using Galley.Planning;
using Galley.Planning.Sharding;
using Galley.Rules;
using NodaTime;
using NodaTime.Text;

namespace Galley.Rendering;

/// <summary>Reads a plan back from what <see cref="PlanJson"/> wrote. What no file holds stays empty: clients' names.</summary>
public static class PlanFile
{
    /// <param name="name">The file's, for messages.</param>
    public static Plan Parse(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != 1) throw new FormatException();
            return new Plan
            {
                Now = Time(root.GetProperty("now")) ?? throw new FormatException(),
                LedgerId = root.GetProperty("ledger").GetProperty("id").GetString(),
                Shard = Text(root, "shard") is { } shard ? Shard.TryParse(shard) ?? throw new FormatException() : null,
                Clients = [.. root.GetProperty("clients").EnumerateArray().Select(Client)],
                Diagnostics = [.. root.GetProperty("diagnostics").EnumerateArray().Select(Diagnostic)],
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or UnparsableValueException)
        {
            throw new GalleyException($"{name} is not a plan that `galley plan --out` saved. Make it again.");
        }
    }

    private static ClientPlan Client(JsonElement client)
    {
        ImmutableArray<PlanAction> actions = [.. client.GetProperty("actions").EnumerateArray().Select(Action)];
        // The last word of a local time is its zone.
        var zone = actions.Select(action => action.LocalAt?.Split(' ')[^1]).FirstOrDefault(zone => zone is not null);
        return new ClientPlan(Needed(client, "slug"), Name: null, zone, actions);
    }

    private static PlanAction Action(JsonElement action) => new()
    {
        Type = ActionTable.Rows.FirstOrDefault(row => row.Name == Needed(action, "action"))?.Type ?? throw new FormatException(),
        Kind = KindName.Parse(Needed(action, "kind")) ?? throw new FormatException(),
        Key = Needed(action, "key"),
        Path = Text(action, "path"),
        Line = action.GetProperty("line") is { ValueKind: JsonValueKind.Number } line ? line.GetInt32() : null,
        At = Time(action.GetProperty("at")),
        LocalAt = Text(action, "local_at"),
        OpensAt = Time(action.GetProperty("opens_at")),
        Id = Text(action, "id"),
        PublishedUrl = Text(action, "published_url"),
        Code = Text(action, "code"),
        PayloadSha256 = Text(action, "payload_sha256"),
        SinceBase = Text(action, "since_base"),
        Changes = [.. action.GetProperty("changes").EnumerateArray().Select(change => new FieldChange(Needed(change, "field"), Text(change, "before"), Text(change, "after")))],
        Reason = Text(action, "reason"),
        Detail = Text(action, "detail"),
        From = Text(action, "from"),
    };

    private static Diagnostic Diagnostic(JsonElement found)
    {
        var severity = Enum.GetValues<Severity>().First(value => SeverityName.Of(value) == Needed(found, "severity"));
        var at = new Position(found.GetProperty("line").GetInt32(), found.GetProperty("column").GetInt32());
        return new Diagnostic(Needed(found, "code"), severity, Needed(found, "message"), Needed(found, "path"), at, Needed(found, "help"))
        {
            OnBase = found.TryGetProperty("on_base", out var onBase) && onBase.GetBoolean(),
        };
    }

    private static string Needed(JsonElement from, string name) => from.GetProperty(name).GetString() ?? throw new FormatException();

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Instant? Time(JsonElement value) => value.GetString() is { } text ? InstantPattern.ExtendedIso.Parse(text).Value : null;
}
