using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;
using Galley.Resolutions;
using Galley.Simulation.Content;
using Galley.Simulation.Kernel;
using Galley.Simulation.Outside;
using Galley.Simulation.Promises;
using NodaTime;

namespace Galley.Simulation.Playing;

/// <summary>Plays a scenario to its end, and holds it against the promises after each step.</summary>
internal sealed class Player : IDisposable
{
    private const int MostRunsUntilQuiet = 8;
    private static readonly Duration DoubtsBegin = Duration.FromMinutes(7);

    private readonly Scenario _scenario;
    private readonly World _world;
    private readonly Process _people;
    private readonly Audit _audit;
    private readonly List<SimulatedRun> _runs = [];
    private readonly List<string> _unrecorded = [];

    private Player(Scenario scenario)
    {
        _scenario = scenario;
        _world = new World(scenario);
        _people = new Process(_world.Scheduler, "people");
        _audit = new Audit(_world, _runs);
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
                Touch(touch);
                break;
            case Step.Answer:
                await AnswerDoubts();
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
        var runs = await Task.WhenAll(apply.Runs.Select(plan => Run(plan, apply.Faults)));
        if (apply.LosesPower && Array.Exists(runs, run => run.Process.IsDead) && _world.Place is FolderPlace folder)
        {
            folder.Disk.FailPower();
        }

        await Recover();
        _audit.AfterRuns(runs, apply.Faults);
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
        await using var ledger = await Open("recover");
        await ledger.Recover(_unrecorded, CancellationToken.None);
        _unrecorded.Clear();
    }

    private async Task<ILedger> Open(string purpose)
    {
        var options = _world.Options(_people, $"{purpose}{_world.NextRunId()}", null);
        var store = await _world.Place.Open(_people, 0, Faults.None, options);
        return (await LedgerFactory.TryOpen(store, _world.Place.Uri, options, CancellationToken.None))!;
    }

    private void Touch(Step.Touch touch)
    {
        var there = _world.LeadPanther.There.Where(held => held.Kind == Kind.Post && !IsOut(held)).ToList();
        if (touch.Kind == TouchKind.Write || there.Count == 0)
        {
            Write(touch.Pick);
            return;
        }

        var held = there[touch.Pick % there.Count];
        held.IsTouched = true;
        if (touch.Kind == TouchKind.Delete)
        {
            held.IsRemoved = true;
            _world.Trace.Say("people", $"delete {held.Name} in LeadPanther");
            return;
        }

        LeadPantherInMemory.Set(held, new() { ["text"] = $"Edited by a person, {touch.Salt}." });
        _world.Trace.Say("people", $"edit {held.Name} in LeadPanther");
    }

    private static bool IsOut(Held held) => held.Fields["status"]?.GetValue<string>() == "published";

    private void Write(int pick)
    {
        var account = Snapshot.AccountOf(Snapshot.Slugs[pick % 2]).Id;
        var at = UtcTime.Write(_world.Now + Duration.FromHours(50 + pick % 100));
        var held = _world.LeadPanther.Add(
            Kind.Post,
            account,
            new()
            {
                ["text"] = $"By a person, {pick}.",
                ["status"] = "scheduled",
                ["scheduled_at"] = at,
                ["notes"] = "by hand",
            },
            isOfGalley: false
        );
        _world.Trace.Say("people", $"write {held.Name} in LeadPanther");
    }

    /// <summary>A person looks into LeadPanther when nothing is under way any more, and tells the truth.</summary>
    private async Task AnswerDoubts()
    {
        var doubts = _world.Ledger.All.SelectMany(client =>
            client
                .State.Objects.Values.Where(known =>
                    known is { State: ObjectState.Open, Intent: { } intent }
                    && intent.SendBefore + DoubtsBegin < _world.Now
                )
                .OrderBy(known => known.Kind)
                .ThenBy(known => known.Key, StringComparer.Ordinal)
                .Select(known => (client.Slug, known, client.State))
        );
        var words = doubts.Select(doubt => Answer(doubt.Slug, doubt.known, doubt.State)).ToList();
        if (words.Count == 0)
        {
            return;
        }

        await using var ledger = await Open("answer");
        var resolver = _world.Resolver(_world.Agency.Head, ledger, _world.Now);
        foreach (var answer in await resolver.Resolve(words, CancellationToken.None))
        {
            _world.Trace.Say("people", $"are told: {answer.Sentence}");
        }
    }

    private Resolution Answer(string slug, LedgerObject doubt, ClientLedger ledger)
    {
        var sent = WireComparison.Parse(doubt.Intent!.Payload.Wire!);
        var known = ledger.Objects.Values.Select(o => o.Id).ToHashSet();
        var there = _world.LeadPanther.There.FirstOrDefault(held =>
            held.Kind == doubt.Kind
            && held.Account == ledger.Account
            && !known.Contains(held.Id)
            && held.Mark == Held.MarkIn(doubt.Kind, sent)
        );
        _world.Trace.Say(
            "people",
            $"say of {ContentKind.For(doubt.Kind).Name} {slug}/{doubt.Key}: {(there is null ? "not sent" : $"sent as {there.Id}")}"
        );
        return there is null
            ? new Resolution.NotSent(doubt.Kind, slug, doubt.Key)
            : new Resolution.Sent(doubt.Kind, slug, doubt.Key, there.Id);
    }

    /// <summary>Nothing goes wrong any more: after few runs there is nothing left to send.</summary>
    private async Task End()
    {
        _world.Trace.Say("people", "let all become quiet");
        var quiet = new RunPlan(0, TimeSpan.Zero, null, 0);
        for (var run = 1; ; run++)
        {
            await Task.Delay(TimeSpan.FromMinutes(20), _people.Clock);
            await AnswerDoubts();
            var before = _world.LeadPanther.Writes;
            await Apply(new Step.Apply(0, [quiet], Faults.None, LosesPower: false));
            if (_world.LeadPanther.Writes == before && _runs[^1].Result is not null)
            {
                break;
            }

            if (run == MostRunsUntilQuiet)
            {
                throw new BrokenPromise(
                    "A run after success sends nothing",
                    $"after {run} runs there is still something to send"
                );
            }
        }

        _audit.AtTheEnd(_runs[^1]);
    }
}

/// <param name="Counts">What there was of what, by name.</param>
internal sealed record Outcome(
    Scenario Scenario,
    string Trace,
    BrokenPromise? Broken,
    IReadOnlyDictionary<string, long> Counts
);
