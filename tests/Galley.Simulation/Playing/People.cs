using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;
using Galley.Resolutions;
using Galley.Simulation.Content;
using Galley.Simulation.Kernel;
using Galley.Simulation.Outside;
using NodaTime;

namespace Galley.Simulation.Playing;

/// <summary>What people do in LeadPanther, and what they say to Galley.</summary>
internal sealed class People(World world, Process self)
{
    private static readonly Duration DoubtsBegin = Duration.FromMinutes(7);

    public void Touch(Step.Touch touch)
    {
        var there = world.LeadPanther.There.Where(held => held.Kind == Kind.Post && !held.IsOut).ToList();
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
            world.Trace.Say("people", $"delete {held.Name} in LeadPanther");
            return;
        }

        LeadPantherInMemory.Set(held, new() { ["text"] = $"Edited by a person, {touch.Salt}." });
        world.Trace.Say("people", $"edit {held.Name} in LeadPanther");
    }

    private void Write(int pick)
    {
        var account = Snapshot.AccountOf(Snapshot.Slugs[pick % 2]).Id;
        var at = UtcTime.Write(world.Now + Duration.FromHours(50 + pick % 100));
        var held = world.LeadPanther.Add(
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
        world.Trace.Say("people", $"write {held.Name} in LeadPanther");
    }

    /// <summary>People look into LeadPanther when nothing is under way any more, and tell the truth.</summary>
    /// <param name="ends">Doubts only: so does it come to an end.</param>
    public async Task Answer(bool ends)
    {
        var doubts = world.Ledger.All.SelectMany(client =>
            client
                .State.Objects.Values.Where(known =>
                    known is { State: ObjectState.Open, Intent: { } intent }
                    && intent.SendBefore + DoubtsBegin < world.Now
                )
                .OrderBy(known => known.Kind)
                .ThenBy(known => known.Key, StringComparer.Ordinal)
                .Select(known => (client.Slug, known, client.State))
        );
        var words = doubts.Select(doubt => Answer(doubt.Slug, doubt.known, doubt.State)).ToList();
        if (words.Count == 0 && (ends || !AboutEdits().Any()))
        {
            return;
        }

        await using var ledger = await world.Open(self, "answer");
        if (!ends)
        {
            // What they say of a name, they say of what has it now: files may change their names meanwhile.
            words.AddRange(AboutEdits());
        }

        var resolver = world.Resolver(world.Agency.Head, ledger, world.Now);
        foreach (var answer in await resolver.Resolve(words, CancellationToken.None))
        {
            world.Trace.Say("people", $"are told: {answer.Sentence}");
        }
    }

    private Resolution Answer(string slug, LedgerObject doubt, ClientLedger ledger)
    {
        var sent = WireComparison.Parse(doubt.Intent!.Payload.Wire!);
        var known = ledger.Objects.Values.Select(o => o.Id).ToHashSet();
        var there = world.LeadPanther.There.FirstOrDefault(held =>
            held.Kind == doubt.Kind
            && held.Account == ledger.Account
            && !known.Contains(held.Id)
            && held.Mark == Held.MarkIn(doubt.Kind, sent)
        );
        world.Trace.Say(
            "people",
            $"say of {ContentKind.For(doubt.Kind).Name} {slug}/{doubt.Key}: {(there is null ? "not sent" : $"sent as {there.Id}")}"
        );
        return there is null
            ? new Resolution.NotSent(doubt.Kind, slug, doubt.Key)
            : new Resolution.Sent(doubt.Kind, slug, doubt.Key, there.Id);
    }

    /// <summary>What was edited may be overwritten; what was deleted there is to be sent again.</summary>
    private IEnumerable<Resolution> AboutEdits() =>
        from client in world.Ledger.All
        from known in client.State.Objects.Values.OrderBy(known => known.Key, StringComparer.Ordinal)
        where known is { Kind: Kind.Post, State: ObjectState.Live, Id: not null, Baseline.Wire: not null }
        let held = world.LeadPanther.All.First(held => held.Id == known.Id)
        where held.IsTouched && world.Scheduler.Chance.OneIn(2)
        select held.IsRemoved
            ? (Resolution)new Resolution.Forget(known.Kind, client.Slug, known.Key, Recreate: true)
            : GiveUp(held, known, client.Slug);

    private Resolution.Overwrite GiveUp(Held held, LedgerObject known, string slug)
    {
        world.Trace.Say("people", $"give up what they made of {held.Name}");
        held.GivenUp = held.Fields;
        var code = WireComparison.CodeOf(WireComparison.Parse(known.Baseline!.Wire!), held.Fields);
        return new Resolution.Overwrite(known.Kind, slug, known.Key, code);
    }
}
