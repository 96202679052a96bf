using System.Collections.Immutable;
using Galley.Content;
using Galley.Ledger;
using Galley.Publishing;
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
    private readonly ObjectMatcher _matching;
    private readonly ActionFactory _write;
    private readonly DriftDetection _live;

    private ClientPlanner(PlanningInput input, Client client)
    {
        _input = input;
        _client = client;
        _matching = new ObjectMatcher(input.Content, client, input.Ledger);
        _write = new ActionFactory(client, input.Now, MediaNames());
        _live = new DriftDetection(input.Live, input.Now);
    }

    public static ClientPlan Plan(PlanningInput input)
    {
        var client = input.Content.Client;
        ImmutableArray<PlanAction> actions = client is null or { Ended: true } ? [] : new ClientPlanner(input, client).Actions();
        return new ClientPlan(input.Content.Slug, client?.Name, client?.Zone.Id, actions);
    }

    private bool IsPaused => _client.Paused || _input.Settings.Paused;

    private ImmutableArray<PlanAction> Actions()
    {
        var posts = _matching.Posts.Select(item => new PlannedItem(item, Post(item))).ToList();
        var users = posts.Where(post => post.Item.Post!.LeadMagnet?.Key is not null).ToLookup(post => post.Item.Post!.LeadMagnet!.Key!, post => post.Action);
        var magnets = _matching.LeadMagnets.ToDictionary(item => item.Key, item => LeadMagnet(item, [.. users[item.Key]]));
        var sure = posts.Select(post => HeldByLeadMagnet(post.Item, post.Action, magnets));
        var left = _matching.Unexplained.Select(Left).OfType<PlanAction>();
        return [.. magnets.Values.Concat(sure).Concat(left).Order(ActionOrder.Instance)];
    }

    private PlanAction Post(DesiredObject item) => Settled(item) ?? Unsent(item, item.Post!);

    private PlanAction LeadMagnet(DesiredObject item, IReadOnlyList<PlanAction> users) => Settled(item) ?? WithItsPosts(item, users);

    /// <summary>What the ledger or the state of the files already decides, for either kind. Null: it is still to be sent.</summary>
    private PlanAction? Settled(DesiredObject item)
    {
        if (item.Known is { State: ObjectState.Open } open) return Open(open, _write.About(item));
        if (item.Known is { State: ObjectState.Live } live) return Live(item, new RecordedObject(live));
        if (item.Known is { State: ObjectState.Retired }) return _write.Held(item, Reason.RetiredKey, $"a new key, because {item.Key} is retired");
        if (_matching.MoveOf(item) is { } old) return _write.Moved(item, old);
        if (_matching.SuspectOf(item) is { } suspect) return _write.Held(item, Reason.Rename, ActionFactory.LooksLike(suspect));
        return _input.HasErrors ? _write.Held(item, Reason.Client, "this client's files to be put right") : null;
    }

    private PlanAction Open(LedgerObject open, PlanAction about) => _input.IsInFlight(open.Intent!)
        ? about with { Type = ActionType.Held, Reason = Reason.InFlight, Detail = "another run that is sending it now" }
        : about with { Type = ActionType.InDoubt };

    /// <summary>After its time an edit is no work for anybody: LinkedIn has the post.</summary>
    private PlanAction Live(DesiredObject item, RecordedObject live)
    {
        if (_live.IsGone(live.Known)) return _write.About(item) with { Type = ActionType.Gone };
        var isSame = live.Payload.SaysTheSameAs(item.Payload);
        if (!isSame && !live.IsPast(_input.Now)) return _write.EditByHand(item, live);
        if (_live.Drift(live) is { } drift) return _write.About(item) with { Type = ActionType.Drifted, Detail = drift };
        return _write.Live(item) with
        {
            PublishedUrl = _live.PublishedUrl(live.Known),
            Detail = isSame ? null : "Edited after it went out: LinkedIn has it as it was",
        };
    }

    private PlanAction Unsent(DesiredObject item, Post post)
    {
        if (post.Status == PostStatus.Draft) return _client.SendDrafts ? SentUnlessPaused(item) : _write.Waits(item, Reason.Draft);
        if (post.ScheduledAt is not { } at) return _write.Held(item, Reason.Client, "a time that can be read");
        if (at < _input.Now + _input.Settings.Limits.MinLeadTime) return _write.About(item) with { Type = ActionType.Missed };
        if (_client.ApprovalRequired && !IsApproved(item, post)) return _write.Waits(item, Reason.Unapproved);
        var opensAt = (post.SendAhead ?? _client.SendAhead).Window is { } window ? at - window : Instant.MinValue;
        return opensAt > _input.Now && !IsPaused ? _write.Waits(item, Reason.Window) with { OpensAt = opensAt } : SentUnlessPaused(item);
    }

    private static bool IsApproved(DesiredObject item, Post post) => post.Approved is { } typed && PayloadCode.Matches(item.Payload.Code, typed);

    private PlanAction SentUnlessPaused(DesiredObject item) => IsPaused ? _write.Waits(item, Reason.Paused) : _write.About(item);

    /// <summary>It goes with the first post whose window opens; at merge if none uses it.</summary>
    private PlanAction WithItsPosts(DesiredObject item, IReadOnlyList<PlanAction> users)
    {
        var waiting = users.Where(user => user.Type == ActionType.Wait).OrderBy(user => user.OpensAt ?? Instant.MaxValue).ToList();
        return waiting.Count == 0 || users.Any(user => user.Type == ActionType.Create)
            ? SentUnlessPaused(item)
            : _write.Waits(item, waiting[0].Reason!) with { OpensAt = waiting[0].OpensAt };
    }

    private PlanAction HeldByLeadMagnet(DesiredObject item, PlanAction post, Dictionary<string, PlanAction> magnets) =>
        post.Type == ActionType.Create
        && item.Post!.LeadMagnet?.Key is { } key
        && magnets.GetValueOrDefault(key) is { Type: ActionType.InDoubt or ActionType.Held or ActionType.Gone or ActionType.Wait } magnet
            ? _write.Held(item, Reason.LeadMagnet, ActionFactory.LeadMagnet(magnet))
            : post;

    /// <summary>An object without a file that no rename explains. A post that went out long ago is nobody's business any more.</summary>
    private PlanAction? Left(RecordedObject old)
    {
        if (old.Known.State == ObjectState.Open) return Open(old.Known, _write.About(old));
        if (old.IsPast(_input.Now)) return null;
        return _live.IsGone(old.Known) ? _write.About(old) with { Detail = "It is no longer there: only the word is missing" } : _write.About(old);
    }

    private ImmutableDictionary<string, string> MediaNames()
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var file in _input.Content.Media) names.TryAdd(file.Sha256, file.FileName);
        foreach (var upload in _input.Ledger.Uploads.Values) names.TryAdd(upload.Sha256, Path.GetFileName(upload.File));
        return names.ToImmutable();
    }

    private sealed record PlannedItem(DesiredObject Item, PlanAction Action);
}
