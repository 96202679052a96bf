using Galley.Applying.Results;
using Galley.Planning;
using Galley.Simulation.Kernel;
using Galley.Simulation.Outside;
using Galley.Simulation.Promises;

namespace Galley.Simulation.Playing;

/// <summary>Plays a scenario to its end, and holds it against the promises after each step.</summary>
internal sealed class Player : IDisposable
{
    private const int MostRunsUntilQuiet = 8;
    private static readonly Step.Apply Quiet = new(
        0,
        [new RunPlan(0, TimeSpan.Zero, null, 0)],
        Faults.None,
        LosesPower: false,
        []
    );

    private readonly Scenario _scenario;
    private readonly World _world;
    private readonly Process _people;
    private readonly Audit _audit;
    private readonly People _acts;
    private readonly List<SimulatedRun> _runs = [];
    private readonly List<string> _unrecorded = [];

    private Player(Scenario scenario)
    {
        _scenario = scenario;
        _world = new World(scenario);
        _people = new Process(_world.Scheduler, "people");
        _audit = new Audit(_world, _runs);
        _acts = new People(_world, _people);
    }

    /// <summary>What happened, and what was broken; null when nothing was.</summary>
    public static Outcome Play(Scenario scenario)
    {
        using var player = new Player(scenario);
        BrokenPromise? broken = null;
        try
        {
            player._world.Scheduler.Run(player._people, player.Play);
        }
        catch (BrokenPromise promise)
        {
            broken = promise;
            player._world.Trace.Say("promise", $"broken. {promise.Message}");
        }

        return new Outcome(scenario, player._world.Trace.ToString(), broken, player.Counts());
    }

    private Dictionary<string, long> Counts() =>
        new()
        {
            ["turns"] = _world.Scheduler.Turns,
            ["runs"] = _runs.Count,
            ["deaths"] = _runs.Count(run => run.Process.IsDead),
            ["created"] = _world.LeadPanther.All.Count(held => held.IsOfGalley),
            ["doubts"] = _runs.Sum(run => run.Api.Unclear.Count),
        };

    public void Dispose() => _world.Dispose();

    private async Task Play()
    {
        await _world.Init(_people, "5eed5eed5eed5eed5eed5eed5eed5eed");
        foreach (var step in _scenario.Steps)
        {
            _world.Scheduler.Chance = Chance.Of(_scenario.Seed, step.Salt);
            await Play(step);
        }

        _world.Scheduler.Chance = Chance.Of(_scenario.Seed, int.MaxValue);
        await End();
    }

    private async Task Play(Step step)
    {
        switch (step)
        {
            case Step.Merge merge:
                _world.Agency.Commit(merge.Edits);
                _world.Trace.Say(
                    "people",
                    $"merge commit {_world.Agency.Head.Number}: {string.Join(", ", merge.Edits.Select(edit => edit.Kind))}"
                );
                foreach (var item in _world.Agency.Head.Items)
                {
                    _world.Trace.Say(
                        "file",
                        $"{item.Slug}/{item.Key}: #{item.Mark} {item.Text} {item.Magnet} {item.MovedFrom}"
                    );
                }

                break;
            case Step.Apply apply:
                await Apply(apply);
                break;
            case Step.Touch touch:
                _acts.Touch(touch);
                break;
            case Step.Answer:
                await _acts.Answer(ends: false);
                break;
            case Step.LoseLedger accident:
                await LoseLedger(accident);
                break;
            case Step.Wait wait:
                await Task.Delay(wait.Time, _people.Clock);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, null);
        }
    }

    private async Task Apply(Step.Apply apply)
    {
        var meanwhile = Task.WhenAll(apply.Meanwhile.Select(Meanwhile));
        var runs = await Task.WhenAll(apply.Runs.Select(plan => Run(plan, apply.Faults)));
        await meanwhile;
        if (apply.LosesPower && Array.Exists(runs, run => run.Process.IsDead) && _world.Place is FolderPlace folder)
        {
            folder.Disk.FailPower();
        }

        await Recover();
        _audit.AfterRuns(runs, apply.Faults);
    }

    private async Task Meanwhile(Later later)
    {
        await Task.Delay(later.After, _people.Clock);
        await Play(later.Step);
    }

    private async Task<SimulatedRun> Run(RunPlan plan, Faults faults)
    {
        await Task.Delay(plan.Delay, _people.Clock);
        var name = $"run {(char)('A' + _runs.Count % 26)}{(_runs.Count < 26 ? "" : _runs.Count / 26)}";
        var run = new SimulatedRun(_world, name, _world.Agency.Back(plan.CommitsBack), plan, faults);
        _runs.Add(run);
        await run.End();
        _unrecorded.AddRange(run.Result?.Unrecorded ?? []);
        return run;
    }

    /// <summary>What a run could not write down it printed, and people hand it in.</summary>
    private async Task Recover()
    {
        if (_unrecorded.Count == 0)
        {
            return;
        }

        _world.Trace.Say("people", $"recover {_unrecorded.Count} lines");
        await using var ledger = await _world.Open(_people, "recover");
        await ledger.Recover(_unrecorded, CancellationToken.None);
        _unrecorded.Clear();
    }

    /// <summary>Nothing goes wrong any more: after few runs there is nothing left to send.</summary>
    private async Task BecomeQuiet()
    {
        for (var run = 1; ; run++)
        {
            await Task.Delay(TimeSpan.FromMinutes(20), _people.Clock);
            await _acts.Answer(ends: true);
            var before = _world.LeadPanther.Writes;
            await Apply(Quiet);
            if (_world.LeadPanther.Writes == before && _runs[^1].Result is { } result && !SaysToRunAgain(result))
            {
                return;
            }

            if (run == MostRunsUntilQuiet)
            {
                throw new BrokenPromise(
                    "A run after success sends nothing",
                    $"after {run} runs there is still something to send"
                );
            }
        }
    }

    /// <summary>It saw at its end that there is something to change after all.</summary>
    private static bool SaysToRunAgain(ApplyResult result) =>
        result.Items.Any(item =>
            item.Sentence.Contains("Run apply again to send the change", StringComparison.Ordinal)
        );

    private async Task End()
    {
        _world.Trace.Say("people", "let all become quiet");
        await BecomeQuiet();
        _audit.AtTheEnd(_runs[^1]);
    }

    /// <summary>
    /// Promise 7: as long as the account's list is complete, and files and LeadPanther agree, nothing is published twice, whatever became
    /// of the ledger, and whoever dies while it is found again.
    /// </summary>
    private async Task LoseLedger(Step.LoseLedger accident)
    {
        await BecomeQuiet();
        var agrees = _runs[^1].Plan!.Actions.All(pair => pair.Action.Type == ActionType.Unchanged);
        if (_world.Place is BranchPlace branch)
        {
            await ForcePush(branch);
        }

        if (!agrees || !_world.LeadPanther.IsAllGalleys || _world.Ledger.Header.NotOffered.Count > 0)
        {
            return;
        }

        // Files that exchanged their names since: docs/guarantees.md does not promise that they are told apart.
        if (!accident.BeginsAnew && _world.Ledger.HasMoves)
        {
            return;
        }

        var known = _world.Ledger.Ids.ToList();
        if (accident.BeginsAnew)
        {
            _world.Trace.Say("people", "lose the ledger, and begin another one");
            _world.Place.Clear();
            await _world.Init(_people, $"{accident.Salt:x32}");
        }
        else
        {
            _world.Trace.Say("people", "put an old ledger in the place of the newest");
            _world.Place.SetBack(_world.Scheduler.Chance);
        }

        foreach (var held in _world.LeadPanther.All.Where(held => known.Except(_world.Ledger.Ids).Contains(held.Id)))
        {
            held.IsForgotten = true;
        }

        _world.Revived.UnionWith(
            _world.LeadPanther.All.Where(held => held.IsRemoved).Select(held => held.Id).Intersect(_world.Ledger.Ids)
        );
        await Run(new RunPlan(0, TimeSpan.Zero, accident.DiesAfter, 0), Faults.None);
        await BecomeQuiet();
    }

    /// <summary>A clone that saw more of the branch than there is sends nothing, until somebody puts it back.</summary>
    private async Task ForcePush(BranchPlace branch)
    {
        var (tip, writes) = (branch.Host.Tip!, _world.LeadPanther.Writes);
        branch.Host.SetBack(1 + _world.Scheduler.Chance.Below(5));
        if (branch.Host.Tip == tip)
        {
            return;
        }

        _world.Trace.Say("people", "force-push an older ledger");
        var run = await Run(Quiet.Runs[0], Faults.None);
        if (run.Result is not null || _world.LeadPanther.Writes > writes)
        {
            throw new BrokenPromise("A branch that was set back is refused", $"{run.Process.Name} goes on with it");
        }

        _world.Trace.Say("people", "put the newest back");
        branch.Host.Tip = tip;
    }
}

/// <param name="Counts">What there was of what, by name.</param>
internal sealed record Outcome(
    Scenario Scenario,
    string Trace,
    BrokenPromise? Broken,
    IReadOnlyDictionary<string, long> Counts
);
