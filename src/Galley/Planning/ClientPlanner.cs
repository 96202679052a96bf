using System.Collections.Immutable;
using Galley.Content;
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

    private ClientPlanner(PlanningInput input, Client client)
    {
        _input = input;
        _client = client;
        _matcher = new ObjectMatcher(input.Content, client, input.Ledger);
        _write = new ActionFactory(client, input.Now, MediaNames());
        _live = new DriftDetection(input.Live, input.Now);
    }

    public static ClientPlan Plan(PlanningInput input)
    {
        var client = input.Content.Client;
        ImmutableArray<PlanAction> actions = client is null or { Ended: true }
            ? []
            : new ClientPlanner(input, client).Actions();
        return new ClientPlan(input.Content.Slug, client?.Name, client?.Zone.Id, actions);
    }

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
        var left = _matcher.Unexplained.Select(Left).OfType<PlanAction>();
        return [.. magnets.Values.Concat(sure).Concat(left).Order(ActionOrder.Instance)];
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
            return _write.Held(desired, Reason.RetiredKey, $"a new key, because {desired.Key} is retired");
        }

        if (_matcher.MoveOf(desired) is { } old)
        {
            return _write.Moved(desired, old);
        }

        if (_matcher.SuspectOf(desired) is { } suspect)
        {
            return _write.Held(desired, Reason.Rename, ActionFactory.LooksLike(suspect));
        }

        return _input.HasErrors ? _write.Held(desired, Reason.Client, "this client's files to be put right") : null;
    }

    private PlanAction Open(LedgerObject open, PlanAction about) =>
        _input.IsInFlight(open.Intent!)
            ? about with
            {
                Type = ActionType.Held,
                Reason = Reason.InFlight,
                Detail = "another run that is sending it now",
            }
            : about with
            {
                Type = ActionType.InDoubt,
            };

    /// <summary>After its time an edit is no work for anybody: LinkedIn has the post.</summary>
    private PlanAction Live(DesiredObject desired, RecordedObject live)
    {
        if (_live.IsGone(live.LedgerObject))
        {
            return _write.About(desired) with { Type = ActionType.Gone };
        }

        var isSame = live.Payload.SaysTheSameAs(desired.Payload);
        if (!isSame && !live.IsPast(_input.Now))
        {
            return _write.EditByHand(desired, live);
        }

        if (_live.Drift(live) is { } drift)
        {
            return _write.About(desired) with { Type = ActionType.Drifted, Detail = drift };
        }

        return _write.Live(desired) with
        {
            PublishedUrl = _live.PublishedUrl(live.LedgerObject),
            Detail = isSame ? null : "Edited after it went out: LinkedIn has it as it was",
        };
    }

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

        if (at < _input.Now + _input.Settings.Limits.MinLeadTime)
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
        post.Approved is { } typed && PayloadCode.Matches(desired.Payload.Code, typed);

    private PlanAction SentUnlessPaused(DesiredObject desired) =>
        IsPaused ? _write.Waits(desired, Reason.Paused) : _write.About(desired);

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

        if (old.IsPast(_input.Now))
        {
            return null;
        }

        return _live.IsGone(old.LedgerObject)
            ? _write.About(old) with
            {
                Detail = "It is no longer there: only the word is missing",
            }
            : _write.About(old);
    }

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
