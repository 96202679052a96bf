using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Json.Documents;

/// <summary>plan.json, as schemas/plan.schema.json describes it.</summary>
internal sealed record PlanDocument(
    [property: JsonPropertyOrder(-2)] int Version,
    [property: JsonPropertyOrder(-2)] string Digest,
    [property: JsonPropertyOrder(-2)] LedgerDocument Ledger,
    Instant Now,
    IEnumerable<ClientPlanDocument> Clients,
    IEnumerable<DiagnosticDocument> Diagnostics,
    Dictionary<string, int> Totals
)
{
    /// <summary>Absent for all clients.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Shard { get; init; }

    /// <summary>Its lists are made while they are written.</summary>
    public static PlanDocument From(Plan plan)
    {
        ImmutableArray<string> digests = [.. plan.Clients.Select(PlanDigest.Of)];
        var counts = plan.Actions.CountBy(pair => pair.Action.Type).ToDictionary();
        return new PlanDocument(
            1,
            PlanDigest.Of(plan.Clients, digests),
            new LedgerDocument(plan.LedgerId),
            plan.Now,
            plan.Clients.Zip(digests, (client, digest) => new ClientPlanDocument(client.Slug, digest, client.Actions)),
            plan.Diagnostics.Select(DiagnosticDocument.From),
            ActionTable.Rows.ToDictionary(row => row.Name, row => counts.GetValueOrDefault(row.Type))
        )
        {
            Shard = plan.Shard?.ToString(),
        };
    }

    public Plan ToPlan() =>
        new()
        {
            Now = Now,
            LedgerId = Ledger.Id,
            Shard = Shard is { } share ? Planning.Sharding.Shard.TryParse(share) ?? throw new FormatException() : null,
            Clients = [.. Clients.Select(client => client.ToPlan())],
            Diagnostics = [.. Diagnostics.Select(found => found.ToDiagnostic())],
        };
}

internal sealed record LedgerDocument(string? Id);

internal sealed record ClientPlanDocument(string Slug, string Digest, ImmutableArray<PlanAction> Actions)
{
    /// <summary>No file holds the client's name; its zone is the last word of a local time.</summary>
    public ClientPlan ToPlan() =>
        new(
            Slug,
            Name: null,
            Actions.Select(action => action.LocalAt?.Split(' ')[^1]).FirstOrDefault(zone => zone is not null),
            Actions
        );
}
