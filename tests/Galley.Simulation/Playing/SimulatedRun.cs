using Galley.Api;
using Galley.Applying;
using Galley.Applying.Results;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Stores;
using Galley.Planning;
using Galley.Simulation.Content;
using Galley.Simulation.Kernel;
using Galley.Simulation.Outside;
using Galley.Simulation.Promises;
using NodaTime.Extensions;

namespace Galley.Simulation.Playing;

/// <summary>One run of <c>galley apply</c>: what the command does, from opening the ledger to closing it.</summary>
internal sealed class SimulatedRun
{
    private readonly World _world;
    private readonly Snapshot _snapshot;
    private readonly int _machine;
    private readonly Faults _faults;
    private ILedgerStore? _store;

    public SimulatedRun(World world, string name, Snapshot snapshot, RunPlan plan, Faults faults)
    {
        (_world, _snapshot, _machine, _faults) = (world, snapshot, plan.Machine, faults);
        Id = world.NextRunId();
        Process = new Process(world.Scheduler, name, plan.ClockError) { DiesAfter = plan.DiesAfter, OnDeath = Abandon };
        Api = new ApiDoor(world.LeadPanther, Process, snapshot, world.Scheduler, faults, world.Watch);
    }

    public string Id { get; }
    public Process Process { get; }
    public ApiDoor Api { get; }
    public Snapshot Snapshot => _snapshot;

    /// <summary>Null for a run that died, or could not begin.</summary>
    public ApplyResult? Result { get; private set; }

    /// <summary>The plan that it began with.</summary>
    public Plan? Plan { get; private set; }

    /// <summary>Whether its plan left the object as it is, and had nothing to ask about it.</summary>
    public bool Keeps(string slug, LedgerObject known) =>
        Plan!.Actions.Any(pair =>
            pair.Client.Slug == slug
            && pair.Action.Kind == known.Kind
            && pair.Action.Key == known.Key
            && pair.Action is { Type: ActionType.Unchanged, SeenAt: null }
        );

    /// <summary>Whether its plan had nothing to do or to say about the file.</summary>
    public bool Leaves(Item item) =>
        Plan!.Actions.Any(pair =>
            pair.Client.Slug == item.Slug
            && pair.Action.Kind == item.Kind
            && pair.Action.Key == item.Key
            && pair.Action.Type == ActionType.Unchanged
        );

    /// <summary>Whether its plan does not leave the object as it is. A run that sent nothing all the same has asked a person.</summary>
    public bool Asks(Held held) =>
        Plan!.Actions.Any(pair =>
            Snapshot.AccountOf(pair.Client.Slug).Id == held.Account
            && pair.Action.Id == held.Id
            && pair.Action.Type != ActionType.Unchanged
        );

    public Task End() => Process.Run(Apply);

    private async Task Apply()
    {
        _world.Trace.Say(Process.Name, $"begins on commit {_snapshot.Number} as {Id}");
        try
        {
            await using var ledger = await Open();
            RefuseOlderCommit();
            var now = Process.Clock.GetUtcNow().ToInstant();
            var planner = _world.Planner(_snapshot, ledger, now);
            var planned = await planner.Plan(Snapshot.Slugs, CancellationToken.None);
            Plan = planned.Plan;
            foreach (var problem in planned.Plan.Diagnostics.Where(problem => problem.Fails))
            {
                _world.Trace.Say(Process.Name, $"warns: {problem.Path}: {problem.Message}");
            }

            foreach (var (client, action) in planned.Plan.Actions)
            {
                _world.Trace.Say(Process.Name, $"plans {action.Type} {client.Slug}/{action.Key} {action.Reason}");
            }

            var end = await new Applier(Dependencies(ledger, planner), new ApplyOptions()).Apply(
                planned.Clients,
                CancellationToken.None
            );
            Result = end.Result;
            if (end is ApplyCompletion.Aborted { Fault: var fault })
            {
                throw fault;
            }
        }
        catch (GalleyException refused)
        {
            _world.Trace.Say(Process.Name, $"stops: {refused.Message}");
        }
        catch (Exception fault) when (fault is not BrokenPromise)
        {
            _world.Scheduler.Fault ??= new BrokenPromise("Galley has no faults of its own", $"{Process.Name}: {fault}");
        }

        Tell();
    }

    private async Task<ILedger> Open()
    {
        var options = _world.Options(Process, Id, _snapshot.Commit);
        _store = await _world.Place.Open(Process, _machine, _faults, options);
        return await LedgerFactory.TryOpen(_store, _world.Place.Uri, options, CancellationToken.None)
            ?? throw new BrokenPromise("The ledger is there", "there is none");
    }

    /// <summary>As the command does, which asks git: a commit that is older than what was applied is refused.</summary>
    private void RefuseOlderCommit()
    {
        var newest = _world.Ledger.All.Select(client => client.State.Applied).OfType<Stamp>().MaxBy(stamp => stamp.At);
        if (WhyOutdated(newest) is { } outdated)
        {
            throw new GalleyException(outdated);
        }
    }

    private string? WhyOutdated(Stamp? applied) =>
        string.CompareOrdinal(applied?.Commit, _snapshot.Commit) > 0
            ? $"Commit {_snapshot.Number} is older than what was applied already."
            : null;

    private ApplyDependencies Dependencies(ILedger ledger, Planner planner) =>
        new()
        {
            Ledger = ledger,
            ApiFor = _ => Api,
            Replan = planner.PlanAgain,
            WhyOutdated = (client, _) => Task.FromResult(WhyOutdated(client.Applied)),
            Open = _ => new MemoryStream([1, 2, 3]),
            Clock = Process.Clock,
            ClockCheck = new ClockCheck(Process.Clock),
            Random = _world.Scheduler.Chance.Fraction,
        };

    private void Tell()
    {
        foreach (var item in Result?.Items ?? [])
        {
            _world.Trace.Say(Process.Name, $"says of {item.Name}: {item.Sentence}");
        }

        _world.Trace.Say(Process.Name, $"ends ({Result?.ExitCode.ToString() ?? "refused"}) {Result?.Error}");
    }

    /// <summary>The system closes what a process had open.</summary>
    private void Abandon() => _store?.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
