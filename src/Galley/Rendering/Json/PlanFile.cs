using System.Collections.Immutable;
using System.Text.Json;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Planning.Sharding;

namespace Galley.Rendering.Json;

/// <summary>Reads a plan back from what <see cref="PlanJson"/> wrote. What no file holds stays empty: clients' names.</summary>
public static class PlanFile
{
    /// <param name="name">The file's, for messages.</param>
    public static Plan Parse(string json, string name) =>
        SavedFile.Read(json, $"{name} is not a plan that `galley plan --out` saved. Make it again.", Plan);

    private static Plan Plan(JsonElement root) =>
        new()
        {
            Now = root.Time("now") ?? throw new FormatException(),
            LedgerId = root.GetProperty("ledger").Text("id"),
            Shard = root.Text("shard") is { } shard ? Shard.TryParse(shard) ?? throw new FormatException() : null,
            Clients = [.. root.List("clients").Select(Client)],
            Diagnostics = [.. root.List("diagnostics").Select(Diagnostic)],
        };

    private static ClientPlan Client(JsonElement client)
    {
        ImmutableArray<PlanAction> actions = [.. client.List("actions").Select(Action)];
        // The last word of a local time is its zone.
        var zone = actions.Select(action => action.LocalAt?.Split(' ')[^1]).FirstOrDefault(zone => zone is not null);
        return new ClientPlan(client.Needed("slug"), Name: null, zone, actions);
    }

    private static PlanAction Action(JsonElement action) =>
        new()
        {
            Type = ActionTable.Rows.FirstOrDefault(row => row.Name == action.Needed("action"))?.Type
                ?? throw new FormatException(),
            Kind = action.Kind(),
            Key = action.Needed("key"),
            Path = action.Text("path"),
            Line = action.GetProperty("line") is { ValueKind: JsonValueKind.Number } line ? line.GetInt32() : null,
            At = action.Time("at"),
            LocalAt = action.Text("local_at"),
            OpensAt = action.Time("opens_at"),
            Id = action.Text("id"),
            PublishedUrl = action.Text("published_url"),
            Code = action.Text("code"),
            PayloadSha256 = action.Text("payload_sha256"),
            SinceBase = action.Text("since_base"),
            Changes =
            [
                .. action
                    .List("changes")
                    .Select(change => new FieldChange(
                        change.Needed("field"),
                        change.Text("before"),
                        change.Text("after")
                    )),
            ],
            Reason = action.Text("reason"),
            Detail = action.Text("detail"),
            From = action.Text("from"),
        };

    private static Diagnostic Diagnostic(JsonElement found)
    {
        var severity = Enum.GetValues<Severity>().First(value => SeverityName.For(value) == found.Needed("severity"));
        var at = new Position(found.GetProperty("line").GetInt32(), found.GetProperty("column").GetInt32());
        return new Diagnostic(
            found.Needed("code"),
            severity,
            found.Needed("message"),
            found.Needed("path"),
            at,
            found.Needed("help")
        )
        {
            OnBase = found.TryGetProperty("on_base", out var onBase) && onBase.GetBoolean(),
        };
    }
}
