using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;
using NodaTime;

namespace Galley.Planning;

/// <summary>
/// Desired × ledger → what to do about each of one client's posts and lead magnets. Posts speak first, since a lead
/// magnet goes out with the first post that needs it; then lead magnets; then the posts that these hold back.
/// </summary>
public sealed class ClientPlanner
{
    private readonly PlanningInput _input;
    private readonly Client _client;
    private readonly ObjectMatcher _matcher;
    private readonly ActionFactory _write;
    private readonly LiveObjectPlanner _live;
    private readonly UnclaimedObjects _unclaimed;
    private readonly ShownOtherwise _shown;

    private ClientPlanner(PlanningInput input, Client client)
    {
        _input = input;
        _client = client;
        _matcher = new ObjectMatcher(input.Content, input.Ledger);
        _write = new ActionFactory(client, MediaNames());
        _unclaimed = new UnclaimedObjects(input.Live, input.Ledger);
        _live = new LiveObjectPlanner(input, client, _write, _unclaimed);
        _shown = new ShownOtherwise(input.Live, input.Ledger);
    }

    public static ClientPlan Plan(PlanningInput input)
    {
        var client = input.Content.Client;
        ImmutableArray<PlanAction> actions =
            client is null or { Ended: true } || input.Ledger.Oddity is not null
                ? []
                : new ClientPlanner(input, client).Actions();
        return new ClientPlan(input.Content.Slug, client?.Name, client?.Zone.Id, actions);
    }

    private ImmutableArray<PlanAction> Actions()
    {
        var posts = WithoutTwins([.. _matcher.Posts.Select(desired => new PlannedItem(desired, Post(desired)))]);
        var users = posts
            .Where(post => OfferedBy(post.Desired) is not null)
            .ToLookup(post => OfferedBy(post.Desired)!, post => post.Action);
        var pages = WithoutTwins([
            .. _matcher.Others.Select(desired => new PlannedItem(
                desired,
                Other(desired, [.. users[desired.ObjectKey]])
            )),
        ]);
        var oldPages = pages.Where(KeepsItsOldWords).ToList();
        var magnets = pages.ToDictionary(
            page => page.Desired.ObjectKey,
            page => HeldByOldWords(page.Desired, page.Action, oldPages)
        );
        var oldPosts = posts.Where(KeepsItsOldWords).ToList();
        var sure = posts.Select(post =>
            HeldByLeadMagnet(post.Desired, HeldByOldWords(post.Desired, post.Action, oldPosts), magnets)
        );
        PlanAction[] files = [.. magnets.Values, .. sure];
        var left = _matcher.Unexplained.Select(Left).OfType<PlanAction>().ToList();
        return
        [
            .. files
                .Concat(left.Select(action => _live.HeldByItsPosts(action, files, left)))
                .Order(ActionOrder.Instance),
        ];
    }

    private PlanAction Post(DesiredObject desired) => Settled(desired) ?? Unsent(desired, desired.Post!);

    private PlanAction Other(DesiredObject desired, IReadOnlyList<PlanAction> users) =>
        Settled(desired) ?? WithItsPosts(desired, users);

    /// <summary>What the ledger or the state of the files already decides, for either kind. Null: it is still to be sent.</summary>
    private PlanAction? Settled(DesiredObject desired)
    {
        if (desired.LedgerObject is { State: ObjectState.Open } open)
        {
            return Open(open, _write.SentOtherwise(desired, new RecordedObject(open)));
        }

        if (_matcher.MoveOf(desired) is { } old)
        {
            return _live.Moved(desired, old);
        }

        if (desired.LedgerObject is { State: ObjectState.Live } live)
        {
            var action = _live.Live(desired, new RecordedObject(live));
            return action.Type is ActionType.Update or ActionType.EditByHand && _matcher.SuspectOf(desired) is { } doubt
                ? action.Held(Reason.Rename, ActionFactory.LooksLike(doubt))
                : action;
        }

        if (desired.LedgerObject is { State: ObjectState.Retired })
        {
            return _write.Held(
                desired,
                Reason.RetiredKey,
                $"the key {desired.Key} was used before and is retired: give the file another name"
            );
        }

        if (_matcher.SuspectOf(desired) is { } suspect)
        {
            return _write.Held(desired, Reason.Rename, ActionFactory.LooksLike(suspect));
        }

        return _input.WhyHeld is { } why ? _write.Held(desired, Reason.Client, why) : null;
    }

    private PlanAction? Left(RecordedObject old) =>
        old.LedgerObject.State == ObjectState.Open ? Open(old.LedgerObject, _write.About(old)) : _live.Left(old);

    private PlanAction Open(LedgerObject open, PlanAction about) =>
        _input.IsInFlight(open.Intent!)
            ? about.Held(Reason.InFlight, ActionFactory.InFlight(about))
            : about with
            {
                Type = ActionType.InDoubt,
                Changes = [],
                Detail = WhereToLook.For(
                    new RecordedObject(open),
                    _client.Zone,
                    _input.Settings.Limits.MinLeadTime,
                    _input.Now
                ),
            };

    private PlanAction Unsent(DesiredObject desired, Post post)
    {
        if (post.Status == PostStatus.Draft)
        {
            return _client.SendDrafts ? SentUnlessPaused(desired) : _write.Waits(desired, Reason.Draft);
        }

        if (post.ScheduledAt is not { } at)
        {
            return _write.Held(desired, Reason.Client, "a time that can be read");
        }

        if (_input.IsTooNear(at))
        {
            return _write.About(desired) with { Type = ActionType.Missed, Detail = WhyMissed(desired) };
        }

        if (_client.ApprovalRequired && !desired.IsApproved)
        {
            return _write.Waits(desired, Reason.Unapproved);
        }

        var opensAt = (post.SendAhead ?? _client.SendAhead).Window is { } window ? at - window : Instant.MinValue;
        return opensAt > _input.Now && !_input.IsPaused
            ? _write.Waits(desired, Reason.Window) with
            {
                OpensAt = opensAt,
            }
            : SentUnlessPaused(desired);
    }

    /// <summary>What the files can tell; when they were merged is not known here.</summary>
    private string WhyMissed(DesiredObject desired) =>
        _input.IsPaused ? "The client was paused"
        : _client.ApprovalRequired && !desired.IsApproved ? "It was not approved in time"
        : $"It was not merged and applied at least {_input.Settings.Limits.MinLeadTime.TotalMinutes:0.##} min before its time";

    private PlanAction SentUnlessPaused(DesiredObject desired) =>
        _input.IsPaused ? _write.Waits(desired, Reason.Paused) : Create(desired);

    /// <summary>Unless LeadPanther shows it, or something like it, already.</summary>
    private PlanAction Create(DesiredObject desired)
    {
        var create = _write.Create(desired);
        if (desired.Payload.Wire is not { } wire)
        {
            return create;
        }

        return _unclaimed.Find(desired.Kind, WireComparison.Parse(wire), _input.Now) switch
        {
            UnclaimedMatch.Same { Object.Id: var id } => create with
            {
                Detail = $"LeadPanther has it already, as {id}: nothing is sent, and Galley keeps it from now on",
            },
            UnclaimedMatch.Unsure { Objects: var alike } => _write.Held(
                desired,
                Reason.AlreadyThere,
                ActionFactory.AlreadyThere(desired.Kind, alike)
            ),
            _ when _shown.Same(desired) is { } own => HeldAsShown(create, own),
            _ when desired.MovedFrom is not { Key: null } && _shown.Alike(desired) is { } own => _write.Held(
                desired,
                Reason.Rename,
                ActionFactory.ShownInPart(own.Key)
            ),
            _ => create,
        };
    }

    private static PlanAction HeldAsShown(PlanAction action, LedgerObject own) =>
        action.Held(Reason.AlreadyThere, ActionFactory.ShownAs(own.Key));

    /// <summary>Without changes to what LeadPanther shows as another object of ours that stays as it is: both would say the same.</summary>
    private List<PlannedItem> WithoutTwins(IReadOnlyCollection<PlannedItem> items)
    {
        var changing = items
            .Where(item => item.Action.Type == ActionType.Update)
            .Select(item => item.Action.Id)
            .ToHashSet();
        return
        [
            .. items.Select(item =>
                item.Action.Type == ActionType.Update
                && _shown.Same(item.Desired, item.Action.Id) is { } own
                && !changing.Contains(own.Id)
                    ? item with
                    {
                        Action = HeldAsShown(item.Action, own),
                    }
                    : item
            ),
        ];
    }

    /// <summary>
    /// What is to be created stands there under another file's key, and will not be changed by this plan. Where it will be,
    /// the create comes after that change.
    /// </summary>
    private PlanAction HeldByOldWords(DesiredObject desired, PlanAction action, IEnumerable<PlannedItem> kept) =>
        action.Type == ActionType.Create
        && kept.FirstOrDefault(other =>
            new RecordedObject(other.Desired.LedgerObject!).Payload.SaysTheSameAs(desired.Payload)
        )
            is { } old
            ? _write.Held(desired, Reason.Rename, ActionFactory.OldWords(old.Desired.Key))
            : action;

    private bool KeepsItsOldWords(PlannedItem item) =>
        item.Action.Type is not (ActionType.Update or ActionType.Gone)
        && _matcher.MoveOf(item.Desired) is null
        && item.Desired.IsChanged;

    /// <summary>It goes with the first post whose window opens; at merge if none uses it.</summary>
    private PlanAction WithItsPosts(DesiredObject desired, IReadOnlyList<PlanAction> users)
    {
        var waiting = users
            .Where(user => user.Type == ActionType.Wait)
            .OrderBy(user => user.OpensAt ?? Instant.MaxValue)
            .ToList();
        return waiting.Count == 0 || users.Any(user => user.Type == ActionType.Create)
            ? SentUnlessPaused(desired)
            : _write.Waits(desired, waiting[0].Reason!) with
            {
                OpensAt = waiting[0].OpensAt,
            };
    }

    private PlanAction HeldByLeadMagnet(
        DesiredObject desired,
        PlanAction post,
        Dictionary<ObjectKey, PlanAction> magnets
    ) =>
        post.Type == ActionType.Create
        && OfferedBy(desired) is { } key
        && magnets.GetValueOrDefault(key)
            is { Type: ActionType.InDoubt or ActionType.Held or ActionType.Gone or ActionType.Wait } magnet
            ? _write.Held(desired, Reason.LeadMagnet, ActionFactory.LeadMagnet(magnet))
            : post;

    private static ObjectKey? OfferedBy(DesiredObject post) =>
        post.Post!.LeadMagnet?.Key is { } key ? new ObjectKey(Kind.LeadMagnet, key) : null;

    private ImmutableDictionary<string, string> MediaNames()
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var file in _input.Content.Media)
        {
            names.TryAdd(file.Sha256, file.FileName);
        }

        foreach (var upload in _input.Ledger.Uploads.Values)
        {
            names.TryAdd(upload.Sha256, Path.GetFileName(upload.File));
        }

        return names.ToImmutable();
    }

    private sealed record PlannedItem(DesiredObject Desired, PlanAction Action);
}
