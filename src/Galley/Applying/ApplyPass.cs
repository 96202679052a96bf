using Galley.Api;
using Galley.Applying.Creating;
using Galley.Applying.Limits;
using Galley.Applying.Media;
using Galley.Applying.Results;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Payloads;
using Galley.Planning;

namespace Galley.Applying;

/// <summary>Carries out one client's plan once: media and lead magnets side by side, each post as soon as what it needs is there.</summary>
internal sealed class ApplyPass(
    ApplyRun run,
    PlannedClient planned,
    ILeadPanther api,
    MediaUploader uploads,
    ClientHold hold,
    Func<ObjectKey, CreateAttempts> attemptsOf
)
{
    private readonly ObjectCreator _creator = new(run);
    private readonly Dictionary<string, Task<ItemOutcome?>> _magnets = [];
    private readonly Client _client = planned.Content.Client!;

    /// <summary>Gives what another run overtook: it is to be planned again.</summary>
    public async Task<IReadOnlyList<PlanAction>> CarryOut(IReadOnlyList<PlanAction> creates)
    {
        // The slots are first come, first served, so this order is the order on the wire.
        foreach (var file in creates.Where(IsPost).SelectMany(action => PlannedCreates.Media(planned.Post(action.Key))))
        {
            _ = uploads.Need(file, planned.Ledger);
        }

        foreach (var action in creates.Where(action => !IsPost(action)))
        {
            _magnets.Add(action.Key, Create(action));
        }

        var ends = creates.Select(async action =>
            (Action: action, Ended: await (IsPost(action) ? CreatePost(action) : _magnets[action.Key]))
        );
        var overtaken = new List<PlanAction>();
        foreach (var (action, ended) in await Task.WhenAll(ends))
        {
            if (ended is null)
            {
                overtaken.Add(action);
            }
        }

        return overtaken;
    }

    private static bool IsPost(PlanAction action) => action.Kind == Kind.Post;

    private Task<ItemOutcome?> Create(PlanAction action) =>
        Told(Send(action, LeadMagnetPayload.For(planned.LeadMagnet(action.Key)!), null));

    private Task<ItemOutcome?> CreatePost(PlanAction action) => Told(SendPost(action));

    private async Task<ItemOutcome?> Told(Task<ItemOutcome?> create)
    {
        try
        {
            var ended = await create;
            if (ended is not null)
            {
                run.Results.Add(ended);
            }

            return ended;
        }
        catch (Exception unforeseen)
        {
            // At once: what hit this one may hit the next after it was sent.
            run.StopSignal.Pull(OutcomeMessages.BrokenOff(unforeseen));
            throw;
        }
    }

    private async Task<ItemOutcome?> SendPost(PlanAction action)
    {
        var post = planned.Post(action.Key);
        var item = PlannedOutcomes.ItemOf(planned.Plan.Slug, action);
        if (await Media(post) is { Url: null } missing)
        {
            return missing.Why is { } why ? OutcomeMessages.NoUpload(item, why)
                : hold.IsShut ? hold.Hold(item)
                : NotStarted(item);
        }

        if (post.LeadMagnet?.Key is { } key && _magnets.TryGetValue(key, out var magnet))
        {
            var ended = await magnet;
            if (ended is null)
            {
                return null;
            }

            if (ended.Outcome == ApplyOutcome.NotStarted)
            {
                return NotStarted(item);
            }

            if (ended.Outcome != ApplyOutcome.Done)
            {
                return hold.IsShut ? hold.Hold(item) : OutcomeMessages.NeedsLeadMagnet(item, key, ended.Outcome);
            }
        }

        return await Send(
            action,
            PostPayload.For(post, _client, planned.LeadMagnet(post.LeadMagnet?.Key), References),
            post
        );
    }

    private async Task<UploadOutcome?> Media(Post post)
    {
        var ends = await Task.WhenAll(PlannedCreates.Media(post).Select(file => uploads.Need(file, planned.Ledger)));
        return ends.FirstOrDefault(end => end is { Url: null, Why: not null })
            ?? ends.FirstOrDefault(end => end.Url is null);
    }

    private async Task<ItemOutcome?> Send(PlanAction action, Payload payload, Post? post)
    {
        var item = PlannedOutcomes.ItemOf(planned.Plan.Slug, action);
        if (payload.Wire is not { } wire)
        {
            return OutcomeMessages.NeedsLeadMagnet(item, post?.LeadMagnet?.Key ?? action.Key, ApplyOutcome.Failed);
        }

        var due = post is null ? null : PlannedCreates.Due(post);
        var attempts = attemptsOf(new ObjectKey(action.Kind, action.Key));
        return await _creator.Create(
            new CreateRequest(item, _client.Account, api, payload, wire, planned.Ledger.LastEvent, due, hold, attempts)
        );
    }

    private ItemOutcome NotStarted(ApplyItem item) => new(ApplyOutcome.NotStarted, run.StopSignal.NotStarted(item));

    private References References => new(LeadMagnetId, uploads.UrlOf);

    private string? LeadMagnetId(string key) =>
        _magnets.TryGetValue(key, out var magnet) && magnet is { IsCompletedSuccessfully: true } ended
            ? ended.Result?.Item.Id
            : planned.LiveLeadMagnet(key);
}
