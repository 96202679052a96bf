using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Simulation.Content;
using Galley.Simulation.Kernel;
using Galley.Simulation.Outside;
using NodaTime.Extensions;

namespace Galley.Simulation.Promises;

/// <summary>Holds every request that changes something against the promises: when it leaves, and when it takes effect.</summary>
internal sealed class Watch(LeadPantherInMemory there, LedgerTruth ledger, Scheduler scheduler, Policy policy)
{
    /// <summary>A create leaves: its intent is durable, open and young, and this run has looked at the account.</summary>
    public void Sending(Process run, Kind kind, Account account, string wire, string intent, bool hasLooked)
    {
        var what = $"{run.Name} sends {ContentKind.For(kind).Name} {Held.MarkIn(kind, WireComparison.Parse(wire))}";
        if (ledger.FindOnDisk(account.Id, intent) is not Intended intended)
        {
            Break("The ledger is written ahead", $"{what}, and its intent {intent} is not durable");
            return;
        }

        if (intended.Payload.Wire != wire)
        {
            Break("The ledger is written ahead", $"{what}, and its intent says something else");
        }

        if (run.Clock.GetUtcNow().ToInstant() >= intended.SendBefore)
        {
            Break("Nothing is sent late", $"{what} after the time until which others wait for it");
        }

        if (run.Clock.IsOff)
        {
            Break("A clock that is off sends nothing", what);
        }

        if (!hasLooked && !ledger.Header.Lacks(ApiOperations.List(kind).Name, run.Clock.GetUtcNow().ToInstant()))
        {
            Break("The account is looked at first", $"{what} without having asked for its list");
        }
    }

    /// <summary>Whether the ledger holds it as live: a list that lacks it lies.</summary>
    public bool IsHeldLive(Held held) =>
        ledger
            .StateOf(held.Account)
            .Objects.Values.Any(known => known is { State: ObjectState.Live } && known.Id == held.Id);

    /// <summary>A create takes effect.</summary>
    public void Creating(Process run, Snapshot files, Kind kind, Account account, JsonObject wire)
    {
        var mark = Held.MarkIn(kind, wire);
        if (
            there.There.FirstOrDefault(held =>
                held.Kind == kind
                && held.Account == account.Id
                && held.Mark == mark
                && held.IsOfGalley
                && !IsDisplaced(held, files)
                && !(held.IsForgotten && SaysOtherWords(held, wire))
            ) is
            { } twin
        )
        {
            Break(
                "Nothing is created twice",
                $"{run.Name} creates {ContentKind.For(kind).Name} {mark}, which stands there already as {twin.Name}"
            );
        }
    }

    /// <summary>
    /// For a moment both may say the same. Another file took its key, in a commit that gives its own file a new one: Galley then
    /// creates the one and changes the other. Or its key has no file any more, so that this run removes it, while a run of
    /// another commit changed it into this, and had not yet written that down when this one wrote its intent.
    /// </summary>
    private bool IsDisplaced(Held held, Snapshot files)
    {
        var slug = Snapshot.Slugs.First(slug => Snapshot.AccountOf(slug).Id == held.Account);
        return ledger
            .StateOf(held.Account)
            .Objects.Values.Where(known => known.Id == held.Id)
            .Any(known =>
                files.Find(known.Kind, slug, known.Key) is { } file
                    ? Snapshot.MarkOf(file.Mark) != held.Mark
                    : known.Baseline is { } recorded && MarkOf(recorded, known.Kind) != held.Mark
                        || WasChangedBehindAnIntent(known, held)
            );
    }

    private bool WasChangedBehindAnIntent(LedgerObject known, Held held) =>
        ledger
            .EventsOf(held.Account)
            .SkipWhile(e =>
                !(
                    e is Intended intent
                    && intent.Kind == held.Kind
                    && MarkOf(intent.Payload, held.Kind) == held.Mark
                    && intent.Key != known.Key
                )
            )
            .Any(e => e is Updated change && change.Kind == known.Kind && change.Key == known.Key);

    private static string MarkOf(Payload payload, Kind kind) =>
        payload.Wire is { } wire ? Held.MarkIn(kind, WireComparison.Parse(wire)) : "";

    /// <summary>Promise 7 is for files that say what LeadPanther shows: what was edited after the ledger was lost is not found.</summary>
    private static bool SaysOtherWords(Held held, JsonObject wire)
    {
        var words = held.Kind == Kind.Post ? "text" : "keyword";
        return !JsonNode.DeepEquals(held.Fields[words], wire[words]);
    }

    /// <summary>A change or removal takes effect: this run has read the object, and nothing of a person's is lost unseen.</summary>
    public void Changing(Process run, Held held)
    {
        if (!held.SawAnEdit.TryGetValue(run.Name, out var sawAnEdit))
        {
            Break("Nothing is changed unseen", $"{run.Name} writes to {held.Name} without having read it");
        }
        else if (sawAnEdit && !policy.Live.OverwritesDrift)
        {
            Break("Nothing is overwritten unseen", $"{run.Name} writes over what a person made of {held.Name}");
        }
    }

    /// <summary>Within a run an exception would be an answer like any other.</summary>
    private void Break(string promise, string what) => scheduler.Fault ??= new BrokenPromise(promise, what);
}
