using System.Collections.Immutable;
using Galley.Content;
using Galley.Simulation.Content;
using Galley.Simulation.Kernel;
using Galley.Simulation.Outside;

namespace Galley.Simulation.Playing;

/// <summary>From a seed to a scenario.</summary>
internal sealed class ScenarioMaker
{
    private static readonly EditKind[] Beginnings =
    [
        EditKind.AddPost,
        EditKind.AddPost,
        EditKind.AddPostWithMagnet,
        EditKind.AddPostWithPicture,
    ];
    private static readonly EditKind[] Edits = Enum.GetValues<EditKind>();

    private readonly int _seed;
    private readonly Chance _chance;
    private int _salt;

    private ScenarioMaker(int seed) => (_seed, _chance) = (seed, Chance.Of(seed, 0));

    public static Scenario Make(int seed) => new ScenarioMaker(seed).Make();

    private Scenario Make()
    {
        var isOnBranch = _chance.Below(3) > 0;
        var policy = new Policy(new LivePolicy(OverwritesDrift: _chance.OneIn(8), AsksOnDoubts: _chance.OneIn(8)));
        var steps = ImmutableArray.CreateBuilder<Step>();
        steps.Add(Merge(Beginnings, _chance.Between(1, 5)));
        steps.Add(Apply());
        var rounds = _chance.Between(1, 4);
        for (var round = 0; round < rounds; round++)
        {
            steps.AddRange(Round());
        }

        return new Scenario(_seed, isOnBranch, policy, steps.ToImmutable());
    }

    private IEnumerable<Step> Round()
    {
        if (_chance.Below(3) > 0)
        {
            yield return Merge(Edits, _chance.Between(1, 3));
        }

        if (_chance.OneIn(4))
        {
            yield return Touch();
        }

        yield return Apply();
        if (_chance.OneIn(3))
        {
            yield return new Step.Wait(++_salt, TimeSpan.FromMinutes(_chance.Pick([1, 5, 12, 30, 300, 3000])));
        }

        if (_chance.OneIn(3))
        {
            yield return new Step.Answer(++_salt);
        }

        if (_chance.OneIn(8))
        {
            yield return new Step.LoseLedger(++_salt, _chance.OneIn(2), Death());
        }
    }

    private int? Death() => _chance.OneIn(3) ? _chance.Between(3, 90) : null;

    private Step.Merge Merge(EditKind[] kinds, int count) =>
        new(++_salt, [.. Enumerable.Range(0, count).Select(_ => new Edit(_chance.Pick(kinds), _chance.Below(1000)))]);

    private Step.Apply Apply()
    {
        var runs = _chance.Pick([1, 1, 1, 2, 2, 3]);
        var faults = _chance.OneIn(3)
            ? Faults.None
            : new Faults(
                Api: _chance.OneIn(3) ? 0 : _chance.Between(2, 12),
                List: _chance.OneIn(2) ? 0 : _chance.Between(2, 10),
                Store: _chance.OneIn(2) ? 0 : _chance.Between(3, 12)
            );
        return new Step.Apply(
            ++_salt,
            [.. Enumerable.Range(0, runs).Select(run => Run(run, runs))],
            faults,
            LosesPower: _chance.OneIn(3),
            [.. Enumerable.Range(0, _chance.OneIn(3) ? _chance.Between(1, 2) : 0).Select(_ => Later())]
        );
    }

    private Later Later() =>
        new(
            TimeSpan.FromMilliseconds(_chance.Between(1, 9000)),
            _chance.Below(3) switch
            {
                0 => Merge(Edits, 1),
                1 => Touch(),
                _ => new Step.Answer(++_salt),
            }
        );

    private Step.Touch Touch() => new(++_salt, _chance.Pick(Enum.GetValues<TouchKind>()), _chance.Below(1000));

    private RunPlan Run(int run, int runs) =>
        new(
            CommitsBack: run > 0 && runs > 1 ? 0
                : runs > 1 && _chance.OneIn(2) ? 1
                : 0,
            Delay: TimeSpan.FromMilliseconds(_chance.Pick([0, 100, 500, 1500, 5000, 20000])),
            DiesAfter: Death(),
            Machine: run,
            ClockError: TimeSpan.FromSeconds(_chance.OneIn(4) ? _chance.Pick([-600, -55, 55, 600]) : 0)
        );
}
