using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Planning.Sharding;
using NodaTime;

namespace Galley.Planning;

/// <summary>What an apply would do, computed whole before anything is sent. A value: printing and applying only read it.</summary>
public sealed record Plan
{
    public required Instant Now { get; init; }

    /// <summary>Null when there is no ledger yet.</summary>
    public required string? LedgerId { get; init; }

    /// <summary>Which share of the clients was planned; null for all that were asked for.</summary>
    public Shard? Shard { get; init; }

    /// <summary>By slug.</summary>
    public required ImmutableArray<ClientPlan> Clients { get; init; }

    /// <summary>Of the content and of the plan, sorted.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    public IEnumerable<(ClientPlan Client, PlanAction Action)> Actions =>
        Clients.SelectMany(client => client.Actions.Select(action => (client, action)));
}

/// <summary>
/// One client's part of the plan. Actions are ordered: what needs a person first, then lead magnets before posts, by
/// time and key.
/// </summary>
public sealed record ClientPlan(string Slug, string? Name, string? Zone, ImmutableArray<PlanAction> Actions)
{
    /// <summary>What nobody reads a line of, where only its number was asked for. Otherwise it stands in <see cref="Actions"/>.</summary>
    public ImmutableArray<ActionTotal> Counted { get; init; } = [];

    public bool IsEmpty => Actions.IsEmpty && Counted.IsEmpty;

    /// <summary>No client.yaml names its account any more.</summary>
    public bool IsGone { get; init; }

    /// <summary>
    /// The same with numbers in place of all that gets no line of its own: a large plan of which little changes is small.
    /// </summary>
    internal ClientPlan InShort(Instant now)
    {
        var listed = Actions.ToLookup(action => ActionTable.For(action.Type).IsListed);
        return this with { Actions = [.. listed[true]], Counted = [.. ActionTotal.Of(listed[false], now)] };
    }
}
