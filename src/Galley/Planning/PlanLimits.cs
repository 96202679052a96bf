using System.Collections.Immutable;
using Galley.Content;

namespace Galley.Planning;

/// <summary>
/// The limits of one run. What goes over one holds the clients that have the most, and lets the others go on: a mistake in one
/// client's folder must not keep the rest of the agency from its posts.
/// </summary>
public sealed record PlanLimits(int MaxCreates, int MaxUpdates, int MaxDeletes)
{
    public static readonly PlanLimits None = new(int.MaxValue, int.MaxValue, int.MaxValue);

    /// <summary>The clients that other machines carry out in the same run: they count, too.</summary>
    public ImmutableArray<ClientPlan> Elsewhere { get; init; } = [];

    public static PlanLimits From(Limits limits) => new(limits.MaxCreates, limits.MaxUpdates, limits.MaxDeletes);

    /// <summary>The same clients, in their order; those that go over a limit with their work held.</summary>
    public ImmutableArray<ClientPlan> Hold(IEnumerable<ClientPlan> clients)
    {
        var bounds = new[]
        {
            new Bound("create", "max_creates", "--allow-creates", MaxCreates, [ActionType.Create]),
            new Bound("change", "max_updates", "--allow-updates", MaxUpdates, [ActionType.Update]),
            new Bound(
                "deletion",
                "max_deletes",
                "--allow-deletes",
                MaxDeletes,
                [ActionType.Delete, ActionType.Archive]
            ),
        };
        ImmutableArray<ClientPlan> all = [.. clients, .. Elsewhere];
        var held = bounds.Aggregate(all, Hold);
        return held.RemoveRange(held.Length - Elsewhere.Length, Elsewhere.Length);
    }

    private static ImmutableArray<ClientPlan> Hold(ImmutableArray<ClientPlan> clients, Bound bound)
    {
        var left = clients.Sum(bound.CountOf);
        var over = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var client in clients
                .OrderByDescending(bound.CountOf)
                .ThenBy(client => client.Slug, StringComparer.Ordinal)
                .TakeWhile(_ => left > bound.Most)
        )
        {
            over.Add(client.Slug);
            left -= bound.CountOf(client);
        }

        return over.Count == 0
            ? clients
            : [.. clients.Select(client => over.Contains(client.Slug) ? Held(client, bound) : client)];
    }

    private static ClientPlan Held(ClientPlan client, Bound bound)
    {
        var count = bound.CountOf(client);
        var detail =
            $"{client.Slug} has {Plural.Format(count, bound.Noun)}, and galley.yaml allows {bound.Most} in one run "
            + $"(limits.{bound.Setting}). "
            + $"If that is right, apply with {bound.Option} {count}";
        return client with
        {
            Actions =
            [
                .. client.Actions.Select(action =>
                    ActionTable.IsWrite(action.Type) ? action.Held(Reason.Limit, detail) : action
                ),
            ],
        };
    }

    private sealed record Bound(string Noun, string Setting, string Option, int Most, ImmutableArray<ActionType> Types)
    {
        public int CountOf(ClientPlan client) => client.Actions.Count(action => Types.Contains(action.Type));
    }
}
