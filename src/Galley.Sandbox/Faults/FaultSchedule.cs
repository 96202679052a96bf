using System.Collections.Concurrent;
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

    /// <summary>Every rule about the operation counts the request; the first that hits is the answer.</summary>
    public FaultRule? Next(string operation)
    {
        lock (_gate)
        {
            FaultRule? hit = null;
            for (var index = 0; index < plan.Rules.Length; index++)
            {
                var rule = plan.Rules[index];
                if (rule.IsAbout(operation) && Hits(rule, index, ++_counts[index]))
                {
                    hit ??= rule;
                }
            }

            return hit;
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
