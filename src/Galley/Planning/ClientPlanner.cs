using System.Collections.Immutable;
using Galley.Api;
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
    private readonly DriftDetection _live;
    private readonly UnclaimedObjects _unclaimed;

    private ClientPlanner(PlanningInput input, Client client)
    {
        _input = input;
        _client = client;
        _matcher = new ObjectMatcher(input.Content, client, input.Ledger);
        _write = new ActionFactory(client, MediaNames());
        _live = new DriftDetection(input.Live, input.Now);
        _unclaimed = new UnclaimedObjects(input.Live, input.Ledger);
    }

    public static ClientPlan Plan(PlanningInput input)
    {
        var client = input.Content.Client;
        ImmutableArray<PlanAction> actions = client is null or { Ended: true }
            ? []
            : new ClientPlanner(input, client).Actions();
        return new ClientPlan(input.Content.Slug, client?.Name, client?.Zone.Id, actions);
    }

    private const string FilesHaveErrors = "this client's files have errors: correct them first";

    private bool IsPaused => _client.Paused || _input.Settings.Paused;

    private ImmutableArray<PlanAction> Actions()
    {
        var posts = _matcher.Posts.Select(desired => new PlannedItem(desired, Post(desired))).ToList();
        var users = posts
            .Where(post => post.Desired.Post!.LeadMagnet?.Key is not null)
            .ToLookup(post => post.Desired.Post!.LeadMagnet!.Key!, post => post.Action);
        var magnets = _matcher.LeadMagnets.ToDictionary(
            desired => desired.Key,
            desired => LeadMagnet(desired, [.. users[desired.Key]])
        );
        var sure = posts.Select(post => HeldByLeadMagnet(post.Desired, post.Action, magnets));
        PlanAction[] files = [.. magnets.Values, .. sure];
        var left = _matcher.Unexplained.Select(Left).OfType<PlanAction>().ToList();
        return
        [
            .. files.Concat(left.Select(action => HeldByItsPosts(action, files, left))).Order(ActionOrder.Instance),
        ];
    }

    private PlanAction Post(DesiredObject desired) => Settled(desired) ?? Unsent(desired, desired.Post!);

    private PlanAction LeadMagnet(DesiredObject desired, IReadOnlyList<PlanAction> users) =>
        Settled(desired) ?? WithItsPosts(desired, users);

    /// <summary>What the ledger or the state of the files already decides, for either kind. Null: it is still to be sent.</summary>
    private PlanAction? Settled(DesiredObject desired)
    {
        if (desired.LedgerObject is { State: ObjectState.Open } open)
        {
            return Open(open, _write.About(desired));
        }

        if (desired.LedgerObject is { State: ObjectState.Live } live)
        {
            return Live(desired, new RecordedObject(live));
        }

        if (desired.LedgerObject is { State: ObjectState.Retired })
        {
            return _write.Held(
                desired,
                Reason.RetiredKey,
                $"the key {desired.Key} was used before and is retired: give the file another name"
            );
        }

        if (_matcher.MoveOf(desired) is { } old)
        {
            return Moved(desired, old);
        }

        if (_matcher.SuspectOf(desired) is { } suspect)
        {
            return _write.Held(desired, Reason.Rename, ActionFactory.LooksLike(suspect));
        }

        return _input.HasErrors ? _write.Held(desired, Reason.Client, FilesHaveErrors) : null;
    }

    private PlanAction Open(LedgerObject open, PlanAction about) =>
        _input.IsInFlight(open.Intent!)
            ? about with
            {
                Type = ActionType.Held,
                Reason = Reason.InFlight,
                Detail = "another run is sending it now",
            }
            : about with
            {
                Type = ActionType.InDoubt,
            };

    /// <summary>What was renamed is still the same object: only its key is new, unless the file says something else now, too.</summary>
    private PlanAction Moved(DesiredObject desired, RecordedObject old)
    {
        var action = Live(desired with { LedgerObject = old.LedgerObject }, old) with { From = old.LedgerObject.Key };
        return action.Type == ActionType.Unchanged ? action with { Type = ActionType.Move, Detail = null } : action;
    }

    /// <summary>After its time an edit is no work for anybody: LinkedIn has the post.</summary>
    private PlanAction Live(DesiredObject desired, RecordedObject live)
    {
        if (_live.IsGone(live.LedgerObject))
        {
            return _write.About(desired) with { Type = ActionType.Gone };
        }

        var isSame = live.Payload.SaysTheSameAs(desired.Payload);
        if (live.IsPast(_input.Now) || _live.IsTooLate(live.LedgerObject))
        {
            return _live.Find(live, desired.Payload) is { Differences.IsEmpty: true } unpublished
                ? _write.Drifted(desired, live, unpublished)
                : AsItIs(desired, live) with
                {
                    Detail = isSame ? null : "Edited after it went out: LinkedIn has it as it was",
                };
        }

        if (_live.Find(live, desired.Payload) is { } drift)
        {
            return MayOverwrite(live, drift)
                ? Change(desired, live) with
                {
                    Detail = $"Set back to the file: {drift.Sentence}",
                    LiveCode = drift.Code,
                }
                : _write.Drifted(desired, live, drift);
        }

        // What was drift when a person answered may be none any more: the change finds that out, and ends the answer.
        return isSame && live.LedgerObject.Overwrite is null ? AsItIs(desired, live) : Change(desired, live);
    }

    private PlanAction AsItIs(DesiredObject desired, RecordedObject live) =>
        _write.Live(desired) with
        {
            PublishedUrl = _live.PublishedUrl(live.LedgerObject),
        };

    private bool MayOverwrite(RecordedObject live, Drift drift) =>
        drift.Code is { } code && (_client.Live.OverwritesDrift || live.LedgerObject.Overwrite == code);

    /// <summary>An update waits as a create does; what was approved before stays in LeadPanther meanwhile.</summary>
    private PlanAction Change(DesiredObject desired, RecordedObject live)
    {
        var update = _write.Update(desired, live);
        if (_input.HasErrors)
        {
            return update with { Type = ActionType.Held, Reason = Reason.Client, Detail = FilesHaveErrors };
        }

        if (
            IsByHand(ApiOperations.Update(desired.Kind).Name)
            || IsTooNear(live.IsDraft ? null : live.At)
            || desired.Post is { Status: PostStatus.Scheduled } && IsTooNear(desired.At)
            || TakesOutAField(live, desired)
        )
        {
            return _write.EditByHand(desired, live);
        }

        if (IsPaused)
        {
            return update with { Type = ActionType.Wait, Reason = Reason.Paused };
        }

        return
            desired.Post is { Status: PostStatus.Scheduled } post
            && _client.ApprovalRequired
            && !IsApproved(desired, post)
            ? update with
            {
                Type = ActionType.Wait,
                Reason = Reason.Unapproved,
            }
            : update;
    }

    private bool IsByHand(string operation) =>
        _client.Live.ChangesByHand || _input.IsRemoved || _input.IsNotOffered(operation);

    private bool IsTooNear(Instant? at) => at < _input.Now + _input.Settings.Limits.MinLeadTime;

    private static bool TakesOutAField(RecordedObject live, DesiredObject desired) =>
        live.Payload.Wire is { } before
        && desired.Payload.Wire is { } after
        && WireComparison.TakesOut(WireComparison.Parse(before), WireComparison.Parse(after));

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

        if (IsTooNear(at))
        {
            return _write.About(desired) with { Type = ActionType.Missed };
        }

        if (_client.ApprovalRequired && !IsApproved(desired, post))
        {
            return _write.Waits(desired, Reason.Unapproved);
        }

        var opensAt = (post.SendAhead ?? _client.SendAhead).Window is { } window ? at - window : Instant.MinValue;
        return opensAt > _input.Now && !IsPaused
            ? _write.Waits(desired, Reason.Window) with
            {
                OpensAt = opensAt,
            }
            : SentUnlessPaused(desired);
    }

    private static bool IsApproved(DesiredObject desired, Post post) =>
        post.Approved is { } typed && PayloadCode.Approves(desired.Payload.ApprovalCode, typed);

    private PlanAction SentUnlessPaused(DesiredObject desired) =>
        IsPaused ? _write.Waits(desired, Reason.Paused) : Create(desired);

    /// <summary>Unless LeadPanther shows something like it that nobody sent from here.</summary>
    private PlanAction Create(DesiredObject desired)
    {
        var create = _write.About(desired);
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
            _ => create,
        };
    }

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
        Dictionary<string, PlanAction> magnets
    ) =>
        post.Type == ActionType.Create
        && desired.Post!.LeadMagnet?.Key is { } key
        && magnets.GetValueOrDefault(key)
            is { Type: ActionType.InDoubt or ActionType.Held or ActionType.Gone or ActionType.Wait } magnet
            ? _write.Held(desired, Reason.LeadMagnet, ActionFactory.LeadMagnet(magnet))
            : post;

    /// <summary>An object without a file that no rename explains. A post that went out long ago is nobody's business any more.</summary>
    private PlanAction? Left(RecordedObject old)
    {
        if (old.LedgerObject.State == ObjectState.Open)
        {
            return Open(old.LedgerObject, _write.About(old));
        }

        if (old.IsPast(_input.Now) || _live.IsTooLate(old.LedgerObject))
        {
            return null;
        }

        var removal = _write.About(old);
        if (_live.IsGone(old.LedgerObject))
        {
            const string NoLongerThere = "It is no longer there";
            return IsByHand(OperationOf(removal))
                ? removal with
                {
                    Detail = $"{NoLongerThere}: only your answer is missing",
                }
                : Remove(removal) with
                {
                    Detail = NoLongerThere,
                };
        }

        if (_live.Find(old, null) is { } drift && !MayOverwrite(old, drift))
        {
            return removal with { Type = ActionType.Drifted, Detail = drift.Sentence, LiveCode = drift.Code };
        }

        return Remove(removal) with
        {
            LiveCode = _live.Find(old, null)?.Code,
        };
    }

    private PlanAction Remove(PlanAction removal)
    {
        if (_input.HasErrors)
        {
            return removal with { Type = ActionType.Held, Reason = Reason.Client, Detail = FilesHaveErrors };
        }

        if (removal.Id is null || IsByHand(OperationOf(removal)) || IsTooNear(IsScheduled(removal) ? removal.At : null))
        {
            return removal;
        }

        return IsPaused
            ? removal with
            {
                Type = ActionType.Wait,
                Reason = Reason.Paused,
            }
            : removal with
            {
                Type = removal.Kind == Kind.Post ? ActionType.Delete : ActionType.Archive,
            };
    }

    private static string OperationOf(PlanAction removal) => ApiOperations.Remove(removal.Kind).Name;

    private bool IsScheduled(PlanAction removal) =>
        _input.Ledger.Find(removal.Kind, removal.Key) is { } known && !new RecordedObject(known).IsDraft;

    /// <summary>A lead magnet is archived only when no post that LeadPanther still holds back offers it.</summary>
    private PlanAction HeldByItsPosts(PlanAction action, PlanAction[] files, List<PlanAction> left)
    {
        if (action.Type != ActionType.Archive)
        {
            return action;
        }

        var leaving = left.Where(other => other.Type == ActionType.Delete).Select(other => other.Key);
        var changing = files.Where(other => other.Type == ActionType.Update).Select(other => other.From ?? other.Key);
        var staying = _input
            .Ledger.Objects.Values.Where(known => known is { Kind: Kind.Post, State: ObjectState.Live })
            .Where(known => !leaving.Contains(known.Key) && new RecordedObject(known).Offers(action.Id!, _input.Now))
            .Where(known => !changing.Contains(known.Key) || IsOfferedByFile(known.Key, action.Key));
        return staying.FirstOrDefault() is { } user
            ? action with
            {
                Type = ActionType.Held,
                Reason = Reason.InUse,
                Detail = $"post {user.Key} is still to go out with it, so it is not archived yet",
            }
            : action;
    }

    private bool IsOfferedByFile(string post, string magnet) =>
        _input.Content.Posts.Any(file => file.Key == post && file.LeadMagnet?.Key == magnet);

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
