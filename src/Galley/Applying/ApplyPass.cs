using Galley.Applying.Changing;
using Galley.Applying.Creating;
using Galley.Applying.Media;
using Galley.Applying.Results;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying;

/// <summary>
/// Carries out one client's plan once. Media and lead magnets go side by side, each post as soon as what it needs is there,
/// and what takes over another one's words after that one was changed; what is taken out goes last, posts before the lead
/// magnets that they offered.
/// </summary>
internal sealed class ApplyPass(ClientApply apply, PlannedClient planned, UnclaimedObjects unclaimed)
{
    private readonly ApplyRun _run = apply.Run;
    private readonly ObjectCreator _creator = new(apply.Run);
    private readonly ObjectChanger _changer = new(apply.Run);
    private readonly List<PlanAction> _updates =
    [
        .. planned.Plan.Actions.Where(action => action.Type == ActionType.Update),
    ];
    private readonly Dictionary<ObjectKey, Task<ItemOutcome?>> _begun = [];

    /// <summary>Gives what another run overtook, or what had to wait: it is to be planned again.</summary>
    public async Task<IReadOnlyList<PlanAction>> CarryOut(IReadOnlyList<PlanAction> writes)
    {
        var (removals, others) = (
            writes.Where(IsRemoval).ToList(),
            writes.Where(action => !IsRemoval(action)).ToList()
        );
        // The slots are first come, first served, so this order is the order on the wire.
        foreach (var file in others.Where(IsPost).SelectMany(action => PlannedWork.Media(planned.Post(action.Key))))
        {
            _ = apply.Uploads.Need(file, planned.Ledger);
        }

        foreach (var action in others.OrderBy(IsPost).ThenBy(action => action.Type != ActionType.Update))
        {
            _begun.Add(KeyOf(action), Told(action, IsPost(action) ? SendPost : SendOther));
        }

        var again = await All(others, action => _begun[KeyOf(action)]);
        again.AddRange(await All(removals.Where(IsPost), action => Told(action, Remove)));
        again.AddRange(await All(removals.Where(action => !IsPost(action)), action => Told(action, Remove)));
        return again;
    }

    private static ObjectKey KeyOf(PlanAction action) => new(action.Kind, action.Key);

    private static bool IsPost(PlanAction action) => action.Kind == Kind.Post;

    private static bool IsRemoval(PlanAction action) => ActionTable.IsRemoval(action.Type);

    /// <summary>Those that have no outcome yet.</summary>
    private static async Task<List<PlanAction>> All(
        IEnumerable<PlanAction> actions,
        Func<PlanAction, Task<ItemOutcome?>> carryOut
    )
    {
        var outcomes = await Task.WhenAll(actions.Select(async action => (action, Outcome: await carryOut(action))));
        return [.. outcomes.Where(pair => pair.Outcome is null).Select(pair => pair.action)];
    }

    private async Task<ItemOutcome?> Told(PlanAction action, Func<PlanAction, Task<ItemOutcome?>> carryOut)
    {
        ItemOutcome? outcome;
        try
        {
            outcome = await carryOut(action);
        }
#pragma warning disable CA1031 // A bug that one client triggers must not stop the other clients.
        catch (Exception bug) when (!_run.StopSignal.Token.IsCancellationRequested)
#pragma warning restore CA1031
        {
            outcome = apply.HoldFor(bug, action);
        }

        return await _run.StopOnFault(() =>
        {
            if (outcome is not null)
            {
                _run.Results.Add(outcome);
            }

            return Task.FromResult(outcome);
        });
    }

    private Task<ItemOutcome?> SendOther(PlanAction action) =>
        Send(action, PayloadOf(planned.Content.Find(action.Kind, action.Key)!), null);

    private async Task<ItemOutcome?> SendPost(PlanAction action)
    {
        var post = planned.Post(action.Key);
        var item = Item(action);
        if (await Media(post) is { Url: null } missing)
        {
            return missing.Why is { } why ? OutcomeMessages.NoUpload(item, why)
                : apply.Hold.IsShut ? apply.Hold.Hold(item)
                : _run.NotStarted(item);
        }

        if (post.LeadMagnet?.Key is { } key && _begun.TryGetValue(new ObjectKey(Kind.LeadMagnet, key), out var magnet))
        {
            var ended = await magnet;
            if (ended is null)
            {
                return null;
            }

            if (ended.Outcome == ApplyOutcome.NotStarted && planned.LiveLeadMagnet(key) is null)
            {
                return _run.NotStarted(item);
            }

            if (ended.Outcome != ApplyOutcome.Done && planned.LiveLeadMagnet(key) is null)
            {
                return apply.Hold.IsShut
                    ? apply.Hold.Hold(item)
                    : OutcomeMessages.NeedsLeadMagnet(item, key, ended.Outcome);
            }
        }

        return await Send(action, PayloadOf(post), post);
    }

    private async Task<UploadOutcome?> Media(Post post)
    {
        var ends = await Task.WhenAll(PlannedWork.Media(post).Select(file => apply.Uploads.Need(file, planned.Ledger)));
        return ends.FirstOrDefault(end => end is { Url: null, Why: not null })
            ?? ends.FirstOrDefault(end => end.Url is null);
    }

    private async Task<ItemOutcome?> Send(PlanAction action, Payload payload, Post? post)
    {
        var item = Item(action);
        if (payload.Wire is not { } wire)
        {
            return OutcomeMessages.NeedsLeadMagnet(item, post?.LeadMagnet?.Key ?? action.Key, ApplyOutcome.Failed);
        }

        var due = post is null ? null : PlannedWork.Due(post);
        return action.Type == ActionType.Update
            ? await Change(action, payload, wire, due)
            : await Create(action, payload, wire, due);
    }

    private async Task<ItemOutcome?> Create(PlanAction action, Payload payload, string wire, Instant? due)
    {
        var item = Item(action);
        if (ChangeBefore(action.Kind, payload) is { } change)
        {
            // What is not under way ended earlier in this run, without the change.
            var needsChange = OutcomeMessages.NeedsChange(item, change.Key);
            var ended = _begun.TryGetValue(KeyOf(change), out var begun) ? await begun : needsChange;
            if (ended is not { Outcome: ApplyOutcome.Done })
            {
                return ended is null ? null
                    : apply.Hold.IsShut ? apply.Hold.Hold(item)
                    : ended.Outcome == ApplyOutcome.NotStarted ? _run.NotStarted(item)
                    : needsChange;
            }
        }

        switch (unclaimed.Find(action.Kind, WireComparison.Parse(wire), _run.Now))
        {
            case UnclaimedMatch.Same { Object.Id: var id } when unclaimed.TryClaim(id):
                return await _run.StopOnFault(() => Keep(item, id, payload));
            case UnclaimedMatch.Unsure { Objects: var alike }:
                return OutcomeMessages.AlreadyThere(item, ActionFactory.AlreadyThere(item.Kind, alike));
        }

        // What goes wrong around a create may concern all clients.
        return await _run.StopOnFault(() =>
            _creator.Create(
                new CreateRequest(
                    item,
                    apply.Client,
                    apply.Api,
                    payload,
                    wire,
                    planned.Ledger.LastEvent,
                    due,
                    apply.Hold,
                    apply.AttemptsOf(new ObjectKey(action.Kind, action.Key)),
                    unclaimed
                )
            )
        );
    }

    /// <summary>Of the object that says in LeadPanther what is to be created: until then, two would say the same.</summary>
    private PlanAction? ChangeBefore(Kind kind, Payload payload) =>
        _updates.FirstOrDefault(update =>
            update.Kind == kind
            && planned.Ledger.Find(kind, update.Key) is { } known
            && new RecordedObject(known).Payload.SaysTheSameAs(payload)
        );

    private async Task<ItemOutcome?> Keep(ApplyItem item, string id, Payload payload)
    {
        var found = new Found(item.Client, item.Kind, item.Key, id, payload);
        return await _run.TryRecord(apply.Client.Account, [found], planned.Ledger.LastEvent) switch
        {
            true => OutcomeMessages.Found(item, id),
            false => null,
            null => _run.NotStarted(item),
        };
    }

    private async Task<ItemOutcome?> Change(PlanAction action, Payload payload, string wire, Instant? due)
    {
        // The plan could not compare what has a picture that was not uploaded yet.
        if (unclaimed.Twin(action.Kind, WireComparison.Parse(wire), _run.Now) is { } twin)
        {
            return OutcomeMessages.AlreadyThere(Item(action), ActionFactory.AlreadyThere(action.Kind, [twin]));
        }

        var recorded = planned.Ledger.Find(action.Kind, action.Key)!;
        var before = new RecordedObject(recorded);
        var earlier = before is { IsDraft: false, At: { } at } && !(due < at) ? at : due;
        return await _changer.Change(
            new ChangeRequest(Item(action), apply.Client, apply.Api, recorded, payload, earlier, apply.Hold, Look)
        );
    }

    private async Task<ItemOutcome?> Remove(PlanAction action)
    {
        var recorded = planned.Ledger.Find(action.Kind, action.Key)!;
        var before = new RecordedObject(recorded);
        var due = before.IsDraft ? null : before.At;
        return action.Type == ActionType.Archive && await IsInUse(recorded.Id!) is { } user
            ? OutcomeMessages.InUse(Item(action), user)
            : await _changer.Change(
                new ChangeRequest(Item(action), apply.Client, apply.Api, recorded, Desired: null, due, apply.Hold, Look)
            );
    }

    /// <summary>What the ledger, as this run left it, or LeadPanther's list holds back and still offers the lead magnet.</summary>
    private async Task<string?> IsInUse(string leadMagnetId)
    {
        var ledger = await _run.Dependencies.Ledger.Read(apply.Client.Account.Id, CancellationToken.None);
        var live = ledger.Objects.Values.Where(known => known is { Kind: Kind.Post, State: Ledger.ObjectState.Live });
        var mine = live.FirstOrDefault(known => new RecordedObject(known).Offers(leadMagnetId, _run.Now));
        return mine?.Key ?? unclaimed.PostThatOffers(leadMagnetId)?.Id;
    }

    private AccountSight Look => new(apply.Look, planned.Ledger.Events);

    private ApplyItem Item(PlanAction action) => PlannedOutcomes.ItemOf(planned.Plan.Slug, action);

    private Payload PayloadOf(IContentObject file) => ObjectPayload.For(file, planned.Content, References);

    private References References => new(LeadMagnetId, apply.Uploads.UrlOf);

    private string? LeadMagnetId(string key) =>
        (
            _begun.TryGetValue(new ObjectKey(Kind.LeadMagnet, key), out var magnet)
            && magnet is { IsCompletedSuccessfully: true } ended
                ? ended.Result?.Item.Id
                : null
        ) ?? planned.LiveLeadMagnet(key);
}
