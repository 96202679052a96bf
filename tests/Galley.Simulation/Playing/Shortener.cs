using System.Collections.Immutable;
using Galley.Simulation.Outside;

namespace Galley.Simulation.Playing;

/// <summary>Leaves out of a scenario that broke a promise whatever it breaks the same promise without.</summary>
internal static class Shortener
{
    public static Outcome Shorten(Outcome broken)
    {
        for (var isShorter = true; isShorter; )
        {
            isShorter = false;
            foreach (var candidate in Shorter(broken.Scenario))
            {
                var outcome = Player.Play(candidate);
                if (outcome.Broken?.Promise == broken.Broken!.Promise)
                {
                    (broken, isShorter) = (outcome, true);
                    break;
                }
            }
        }

        return broken;
    }

    /// <summary>Large cuts first.</summary>
    private static IEnumerable<Scenario> Shorter(Scenario scenario)
    {
        var steps = scenario.Steps;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            yield return scenario with
            {
                Steps = steps.RemoveAt(i),
            };
        }

        for (var i = 0; i < steps.Length; i++)
        {
            foreach (var step in Simpler(steps[i]))
            {
                yield return scenario with
                {
                    Steps = steps.SetItem(i, step),
                };
            }
        }
    }

    private static IEnumerable<Step> Simpler(Step step) =>
        step switch
        {
            Step.Merge merge => Without(merge.Edits).Select(edits => merge with { Edits = edits }),
            Step.Apply apply =>
            [
                .. Without(apply.Runs).Select(runs => apply with { Runs = runs }),
                .. Simpler(apply.Faults).Select(faults => apply with { Faults = faults }),
                .. Enumerable
                    .Range(0, apply.Meanwhile.Length)
                    .Select(i => apply with { Meanwhile = apply.Meanwhile.RemoveAt(i) }),
                .. apply.LosesPower ? [apply with { LosesPower = false }] : ImmutableArray<Step.Apply>.Empty,
                .. Enumerable
                    .Range(0, apply.Runs.Length)
                    .Where(i => apply.Runs[i].DiesAfter is not null)
                    .Select(i => apply with { Runs = apply.Runs.SetItem(i, apply.Runs[i] with { DiesAfter = null }) }),
            ],
            Step.LoseLedger { DiesAfter: not null } lose => [lose with { DiesAfter = null }],
            _ => [],
        };

    private static IEnumerable<ImmutableArray<T>> Without<T>(ImmutableArray<T> items) =>
        items.Length < 2 ? [] : Enumerable.Range(0, items.Length).Select(items.RemoveAt);

    private static IEnumerable<Faults> Simpler(Faults faults) =>
        new[] { faults with { Api = 0 }, faults with { List = 0 }, faults with { Store = 0 } }.Where(less =>
            less != faults
        );
}
