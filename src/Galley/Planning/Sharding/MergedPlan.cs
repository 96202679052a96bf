using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Planning.Sharding;

/// <summary>The plans of several shards as one, and what is missing from it.</summary>
/// <param name="Missing">Shards that were to plan and handed in nothing.</param>
public sealed record MergedPlan(Plan Plan, ImmutableArray<Shard> Missing)
{
    /// <param name="expected">What <c>galley shards</c> said; null when nobody says, and all shards must be there.</param>
    /// <param name="limits">No shard knows the sums.</param>
    /// <exception cref="GalleyException">They are not parts of one whole.</exception>
    public static MergedPlan Merge(IReadOnlyList<Plan> plans, IReadOnlyCollection<Shard>? expected, PlanLimits limits)
    {
        Check(plans);
        var clients = plans
            .SelectMany(plan => plan.Clients)
            .OrderBy(client => client.Slug, StringComparer.Ordinal)
            .ToImmutableArray();
        var held = limits.Hold(clients);
        var plan = new Plan
        {
            Now = plans.Max(plan => plan.Now),
            LedgerId = plans[0].LedgerId,
            Clients = held,
            Diagnostics = Diagnostics(plans, held),
        };
        return new MergedPlan(plan, MissingOf(plans, expected));
    }

    private static void Check(IReadOnlyList<Plan> plans)
    {
        if (plans.Select(plan => plan.LedgerId).Distinct().Count() > 1)
        {
            throw NotOne("they were made against different ledgers");
        }

        if (plans.Select(plan => plan.Shard?.Of).Distinct().Count() > 1)
        {
            throw NotOne(
                $"they are of {string.Join(" and ", plans.Select(plan => plan.Shard?.ToString() ?? "all clients").Distinct().Take(3))}"
            );
        }

        if (
            plans
                .SelectMany(plan => plan.Clients)
                .GroupBy(client => client.Slug)
                .FirstOrDefault(group => group.Count() > 1) is
            { } twice
        )
        {
            throw NotOne($"two of them plan the client {twice.Key}");
        }

        if (plans.GroupBy(plan => plan.Shard).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            throw NotOne($"two of them are of {same.Key?.ToString() ?? "all clients"}");
        }
    }

    /// <summary>What every shard says of the repository is said once; of the limit only the whole can speak.</summary>
    private static ImmutableArray<Diagnostic> Diagnostics(IReadOnlyList<Plan> plans, IEnumerable<ClientPlan> held)
    {
        var all = plans
            .SelectMany(plan => plan.Diagnostics)
            .Where(diagnostic => diagnostic.Code != PlanCodes.OverLimit.Id)
            .Distinct();
        return DiagnosticOrder.Sorted(all.Concat(PlanDiagnostics.OverLimit(held, ContentRoot.SettingsFile)));
    }

    private static ImmutableArray<Shard> MissingOf(IReadOnlyList<Plan> plans, IReadOnlyCollection<Shard>? expected)
    {
        var all = expected
            ?? (
                plans[0].Shard is { } shard
                    ? [.. Enumerable.Range(1, shard.Of).Select(number => new Shard(number, shard.Of))]
                    : []
            );
        return [.. all.Except(plans.Select(plan => plan.Shard).OfType<Shard>()).OrderBy(shard => shard.Number)];
    }

    private static GalleyException NotOne(string why) =>
        new($"These plans are not the shards of one plan: {why}. Hand in the files of one run.");
}
