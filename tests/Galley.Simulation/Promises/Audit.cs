using Galley.Applying.Results;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;
using Galley.Planning;
using Galley.Simulation.Content;
using Galley.Simulation.Outside;
using Galley.Simulation.Playing;

namespace Galley.Simulation.Promises;

/// <summary>Sets what LeadPanther holds against what the ledger says, and both against the files.</summary>
internal sealed class Audit(World world, IReadOnlyList<SimulatedRun> runs)
{
    private const int Concurrency = 4;

    public void AfterRuns(IReadOnlyList<SimulatedRun> ended, Faults faults)
    {
        TheLedgerIsWhole();
        NothingIsLost(last: null);
        NothingIsWrittenTwice();
        LittleIsInDoubt(ended, faults);
        foreach (var run in ended)
        {
            DoneIsDone(run);
        }
    }

    /// <summary>What a run calls done stood in LeadPanther as the run's own file says it.</summary>
    private void DoneIsDone(SimulatedRun run)
    {
        foreach (
            var item in run.Result?.Done.Where(item => item.Action is "create" or "update" or ApplyItem.Found) ?? []
        )
        {
            var file = run.Snapshot.Find(item.Kind, item.Client, item.Key);
            if (file is not null && !world.LeadPanther.All.Any(held => held.HasSaid(file.Text)))
            {
                throw new BrokenPromise("What is called done is done", $"{run.Process.Name} says so of {item.Name}");
            }
        }
    }

    public void AtTheEnd(SimulatedRun last)
    {
        NothingIsLost(last);
        NothingStandsTwice(last);
        foreach (var (slug, state) in world.Ledger.All)
        {
            foreach (var known in state.Objects.Values.OrderBy(known => known.Key, StringComparer.Ordinal))
            {
                IsAsItsFile(slug, known, last);
            }
        }
    }

    /// <summary>Two that say the same, and of which no person is told.</summary>
    private void NothingStandsTwice(SimulatedRun last)
    {
        var mine = world.LeadPanther.There.Where(held => held is { IsOfGalley: true, IsTouched: false });
        foreach (
            var twins in mine.GroupBy(held => (held.Kind, held.Account, held.Mark)).Where(twins => twins.Count() > 1)
        )
        {
            if (twins.Count(held => !last.Asks(held) && !IsMaybeRenamed(held, last) && !IsForgotten(held, last)) > 1)
            {
                var names = string.Join(" and ", twins.Select(held => held.Name));
                throw new BrokenPromise("Nothing stands there twice", $"{names} say the same");
            }
        }
    }

    /// <summary>Its file is gone, and a person is asked whether another file is its new name: the answer changes or removes it.</summary>
    private bool IsMaybeRenamed(Held held, SimulatedRun last) =>
        world
            .Ledger.StateOf(held.Account)
            .Objects.Values.Where(known => known.Id == held.Id)
            .Any(known =>
                last.Plan!.Actions.Any(pair =>
                    Snapshot.AccountOf(pair.Client.Slug).Id == held.Account
                    && pair.Action is { Type: ActionType.Held, Reason: Reason.Rename, Detail: { } asked }
                    && asked.Contains($"`moved_from: {known.Key}`", StringComparison.Ordinal)
                )
            );

    /// <summary>No death and no power failure leaves a ledger that the next run refuses.</summary>
    private void TheLedgerIsWhole()
    {
        if (world.Ledger.Unreadable is { } why)
        {
            throw new BrokenPromise("The ledger is whole", why);
        }
    }

    /// <summary>What Galley made in LeadPanther stands in the ledger: under its id, or in doubt.</summary>
    /// <param name="last">The run that found nothing left to do; null while there is more to come.</param>
    private void NothingIsLost(SimulatedRun? last)
    {
        foreach (var held in world.LeadPanther.There.Where(held => held.IsOfGalley))
        {
            var isKnown = world.Ledger.StateOf(held.Account).Objects.Values.Any(known => Explains(known, held));
            if (!isKnown && !IsAPersonAsked(held) && !IsForgotten(held, last))
            {
                throw new BrokenPromise("Nothing is lost", $"the ledger knows nothing of {held.Name}");
            }
        }
    }

    /// <summary>
    /// A ledger that was lost or set back finds again what the files say, once they are applied and nothing holds them. Of what
    /// has no file, or a file that was edited since, it can know nothing: docs/guarantees.md does not promise it.
    /// </summary>
    private bool IsForgotten(Held held, SimulatedRun? last) =>
        held.IsForgotten
        && last?.Snapshot.Items.Any(item =>
            item.Kind == held.Kind
            && Snapshot.MarkOf(item.Mark) == held.Mark
            && held.Fields.ToJsonString().Contains(item.Text, StringComparison.Ordinal)
            && last.Leaves(item)
        ) != true;

    private bool IsAPersonAsked(Held held) =>
        runs[^1].Result?.Held.Any(item => item.Sentence.Contains(held.Id, StringComparison.Ordinal)) == true;

    private void NothingIsWrittenTwice()
    {
        foreach (var slug in Snapshot.Slugs)
        {
            var ids = world.Ledger.EventsOf(Snapshot.AccountOf(slug).Id).Select(e => e.Stamp!.Id).ToList();
            if (ids.Distinct().Count() < ids.Count)
            {
                throw new BrokenPromise("Nothing is written twice", $"the ledger of {slug} holds an event twice");
            }
        }

        foreach (var (slug, state) in world.Ledger.All)
        {
            var shared = state.Objects.Values.Where(known => known.Id is not null).GroupBy(known => known.Id);
            if (shared.FirstOrDefault(group => group.Count() > 1) is { } twins)
            {
                throw new BrokenPromise("An object belongs to one file", $"{slug}: {twins.Key} has two keys");
            }
        }
    }

    private bool Explains(LedgerObject known, Held held) =>
        known.Kind == held.Kind
        && (
            known.Id == held.Id
            || IsSuccessor(held, known)
            || known.State == ObjectState.Open && MarkOf(known.Intent!.Payload, held.Kind) == held.Mark
            || known is { State: ObjectState.Live, Id: null } && MarkOf(known.Baseline!, held.Kind) == held.Mark
        );

    /// <summary>
    /// A ledger that was set back knows it by the id of what was removed since, until an apply has a reason to look at the account.
    /// </summary>
    private bool IsSuccessor(Held held, LedgerObject known) =>
        known is { State: ObjectState.Live, Baseline.Wire: not null }
        && MarkOf(known.Baseline, held.Kind) == held.Mark
        && world.LeadPanther.All.Any(removed => removed.IsRemoved && removed.Id == known.Id);

    private static string MarkOf(Payload payload, Kind kind) => Held.MarkIn(kind, WireComparison.Parse(payload.Wire!));

    /// <summary>
    /// Each doubt has its reason: an answer that told nothing, or a run that died; and of those no more than were in
    /// flight.
    /// </summary>
    private void LittleIsInDoubt(IReadOnlyList<SimulatedRun> ended, Faults faults)
    {
        var byRun = runs.ToDictionary(run => run.Id);
        var open = world
            .Ledger.All.SelectMany(client =>
                client.State.Objects.Values.Where(known => known.State == ObjectState.Open)
            )
            .Select(known => known.Intent!.Stamp!)
            .ToList();
        foreach (var stamp in open)
        {
            var run = byRun[stamp.Run];
            var isExplained =
                run.Process.IsDead
                || run.Api.Unclear.Contains(stamp.Id)
                || faults.Store > 0 && !run.Api.Sent.Contains(stamp.Id);
            if (!isExplained && ended.Contains(run))
            {
                throw new BrokenPromise("Little is in doubt", $"{stamp.Id} is, and its answer was clear");
            }
        }

        foreach (var died in ended.Where(run => run.Process.IsDead))
        {
            var left = open.Count(stamp => stamp.Run == died.Id && !died.Api.Unclear.Contains(stamp.Id));
            if (left > Concurrency)
            {
                throw new BrokenPromise("Little is in doubt", $"{died.Process.Name} died and left {left} in doubt");
            }
        }
    }

    private void IsAsItsFile(string slug, LedgerObject known, SimulatedRun last)
    {
        if (known is not { State: ObjectState.Live, Id: { } id })
        {
            return;
        }

        var account = Snapshot.AccountOf(slug).Id;
        var held = world.LeadPanther.All.First(held => held.Id == id && held.Kind == known.Kind);
        if (held.IsTouched || known.Baseline?.Wire is not { } wire || !last.Keeps(slug, known))
        {
            return;
        }

        if (held.IsRemoved && !world.Revived.Contains(id))
        {
            throw new BrokenPromise(
                "Nothing is lost",
                $"the ledger takes {held.Name} of {account} for live, and it is not there"
            );
        }

        if (held.IsRemoved || held.IsOut || last.Snapshot.Find(known.Kind, slug, known.Key) is not { } item)
        {
            return;
        }

        if (
            held.Mark != Snapshot.MarkOf(item.Mark)
            || !held.Fields.ToJsonString().Contains(item.Text, StringComparison.Ordinal)
        )
        {
            throw new BrokenPromise(
                "LeadPanther shows what the files say",
                $"{held.Name} should say \"{item.Text}\", and says {wire}"
            );
        }
    }
}
