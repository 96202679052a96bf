using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying;

/// <summary>What of a client's plan is to be carried out.</summary>
internal static class PlannedWork
{
    /// <summary>What the ledger knows under another key: the move itself, or a change of what was renamed.</summary>
    public static IEnumerable<PlanAction> Moves(this PlannedClient client) =>
        client.Plan.Actions.Where(action => action.From is not null);

    /// <summary>What is to be sent to LeadPanther: creates, changes, deletions.</summary>
    public static IEnumerable<PlanAction> Writes(this PlannedClient client) =>
        client.Plan.Actions.Where(action => ActionTable.IsWrite(action.Type));

    public static IEnumerable<PlanAction> Doubts(this PlannedClient client) => client.OfType(ActionType.InDoubt);

    /// <summary>
    /// What only a look at the account can answer: doubts, and what the plan says by what LeadPanther showed, now or to an
    /// earlier run.
    /// </summary>
    public static IEnumerable<PlanAction> Questions(this PlannedClient client) => client.Plan.Actions.Where(IsQuestion);

    public static bool IsQuestion(PlanAction action) =>
        action.Type == ActionType.InDoubt
        || (action.SeenAt is not null || action.IsThereAlready) && !ActionTable.IsWrite(action.Type);

    /// <summary>What LeadPanther shows as the file has it, which the ledger is to learn.</summary>
    public static IEnumerable<Updated> ThereAlready(this PlannedClient client)
    {
        var there = client.Plan.Actions.Where(action => action is { IsThereAlready: true, From: null }).ToList();
        if (there.Count == 0)
        {
            return [];
        }

        var files = new ObjectMatcher(client.Content, client.Ledger);
        return from action in there
            let desired = files.Of(action.Kind).First(file => file.Key == action.Key)
            select new Updated(client.Plan.Slug, action.Kind, action.Key, desired.Payload, RequestId: null);
    }

    /// <summary>
    /// What <c>pull</c> adopted before its file was committed, and has that file now: from here on, taking it out
    /// deletes it.
    /// </summary>
    public static IEnumerable<Adopted> Committed(this PlannedClient client) =>
        from known in client.Ledger.Objects.Values
        where known is { AwaitsFile: true, State: ObjectState.Live, Id: not null, Baseline: not null }
        where client.Content.Find(known.Kind, known.Key) is not null
        orderby known.Kind, known.Key
        select new Adopted(client.Plan.Slug, known.Kind, known.Key, known.Id!, known.Baseline!);

    public static Post Post(this PlannedClient client, string key) =>
        client.Content.Posts.First(post => post.Key == key);

    /// <summary>Files that the posts to be created or changed show, each once.</summary>
    public static IEnumerable<MediaFile> Media(this PlannedClient client) =>
        client
            .Writes()
            .Where(action => action is { Kind: Kind.Post, Type: ActionType.Create or ActionType.Update })
            .SelectMany(action => Media(client.Post(action.Key)))
            .DistinctBy(file => file.Sha256);

    public static IEnumerable<MediaFile> Media(Post post) =>
        post.Images.Select(image => image.File).Append(post.Document?.File).OfType<MediaFile>();

    /// <summary>The id of a lead magnet that is live already, under this key or the one it is being moved from.</summary>
    public static string? LiveLeadMagnet(this PlannedClient client, string key)
    {
        var from = client.Moves().FirstOrDefault(move => move.Kind == Kind.LeadMagnet && move.Key == key)?.From;
        return client.Ledger.Find(Kind.LeadMagnet, from ?? key) is { State: ObjectState.Live } live ? live.Id : null;
    }

    /// <summary>When a create comes too late: only a scheduled post has a time that LeadPanther keeps.</summary>
    public static Instant? Due(Post post) => post.Status == PostStatus.Scheduled ? post.ScheduledAt : null;

    private static IEnumerable<PlanAction> OfType(this PlannedClient client, ActionType type) =>
        client.Plan.Actions.Where(action => action.Type == type);
}
