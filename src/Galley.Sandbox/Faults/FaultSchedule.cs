using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Galley.Sandbox.FakeData;

namespace Galley.Sandbox.Faults;

/// <summary>Decides, request by request, what goes wrong. Thread-safe.</summary>
internal sealed class FaultSchedule(FaultPlan plan)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, string> _firstIds = new(StringComparer.Ordinal);
    private int[] _counts = new int[plan.Rules.Length];

    /// <summary>A new plan counts from 1 again.</summary>
    public FaultPlan Plan
    {
        get
        {
            lock (_gate)
            {
                return plan;
            }
        }
        set
        {
            lock (_gate)
            {
                (plan, _counts) = (value, new int[value.Rules.Length]);
            }
        }
    }

    /// <summary>
    /// Every rule about the operation counts the request. The first that hits decides; those that shape the answer come with it.
    /// </summary>
    public ImmutableArray<FaultRule> Next(string operation)
    {
        lock (_gate)
        {
            var hits = ImmutableArray.CreateBuilder<FaultRule>();
            for (var index = 0; index < plan.Rules.Length; index++)
            {
                var rule = plan.Rules[index];
                if (
                    rule.IsAbout(operation)
                    && Hits(rule, index, ++_counts[index])
                    && (rule.IsShape || hits.All(other => other.IsShape))
                )
                {
                    hits.Add(rule);
                }
            }

            return hits.ToImmutable();
        }
    }

    /// <summary>The first id that the operation ever answered with.</summary>
    public string FirstId(string operation, string id) => _firstIds.GetOrAdd(operation, id);

    private bool Hits(FaultRule rule, int index, int count) =>
        count >= rule.From
        && count <= (rule.To ?? int.MaxValue)
        && (
            rule.Chance >= 1
            || SeededRandom.Roll(string.Create(CultureInfo.InvariantCulture, $"fault {plan.Seed} {index} {count}"))
                < rule.Chance
        );
}
