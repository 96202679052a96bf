using System.Collections.Immutable;
using Galley.Content;
using Galley.Ledger;
using NodaTime;

namespace Galley.Planning;

/// <summary>
/// Marks what a plan's clients add, change and cancel since a base, and shows what was taken out there before it was sent.
/// </summary>
public static class SinceBase
{
    public const string Added = "added";
    public const string Changed = "changed";
    public const string Cancelled = "cancelled";

    public static PlannedRepository Mark(PlannedRepository planned, BaseContent @base)
    {
        ImmutableArray<PlannedClient> clients = [.. planned.Clients.Select(client => @base.Touches(client.Plan.Slug) ? Mark(client, planned.Plan.Now, @base) : client)];
        return new PlannedRepository(planned.Plan with { Clients = [.. clients.Select(client => client.Plan)] }, clients);
    }

    private static PlannedClient Mark(PlannedClient planned, Instant now, BaseContent @base)
    {
        if (planned.Content.Client is not { Ended: false } client) return planned;
        var before = @base.Repository.Slugs.Contains(planned.Plan.Slug) ? @base.Repository.Read(planned.Plan.Slug) : new ClientContent { Slug = planned.Plan.Slug };
        var comparison = new Comparison(planned, before, client, now, @base.Changed);
        return planned with { Plan = planned.Plan with { Actions = comparison.Actions() } };
    }

    /// <summary>One client now and on the base, both seen with the ledger of today.</summary>
    private sealed class Comparison(PlannedClient planned, ClientContent before, Client client, Instant now, Func<string, bool> isChanged)
    {
        private readonly ImmutableDictionary<(Kind, string), Item> _now = Items(planned.Content, client, planned.Ledger);
        private readonly ImmutableDictionary<(Kind, string), Item> _then = Items(before, before.Client ?? client, planned.Ledger);
        private readonly ImmutableDictionary<string, string> _mediaNames = planned.Content.Media.Concat(before.Media)
            .DistinctBy(file => file.Sha256)
            .ToImmutableDictionary(file => file.Sha256, file => file.FileName);

        public ImmutableArray<PlanAction> Actions() =>
            [.. planned.Plan.Actions.Select(Marked).Concat(_then.Values.Where(IsCancelled).Select(Cancel)).Order(ActionOrder.Instance)];

        private PlanAction Marked(PlanAction action)
        {
            if (!_now.TryGetValue((action.Kind, action.Key), out var item))
                return _then.ContainsKey((action.Kind, action.Key)) ? action with { SinceBase = Cancelled } : action;
            if (Before(action, item) is not { } old)
                return action with { SinceBase = IsUnreadThere(item) ? Changed : Added };
            if (old.Payload.SaysTheSameAs(item.Payload) && !IsTouched(item) && old.Key == item.Key) return action;
            // What is live is compared with what was sent: the planner has done so.
            var changes = item.Known is { State: ObjectState.Live } || action.Type == ActionType.Move
                ? action.Changes
                : Changes.Between(old.Payload, item.Payload, _mediaNames);
            return action with { SinceBase = Changed, Changes = changes };
        }

        private Item? Before(PlanAction action, Item item) =>
            _then.GetValueOrDefault((item.Kind, item.Key))
            ?? ((action.From ?? item.MovedFrom?.Key) is { } from ? _then.GetValueOrDefault((item.Kind, from)) : null);

        private bool IsUnreadThere(Item item) => before.Unread.Any(file => file.Kind == item.Kind && file.Key == item.Key);

        private bool IsTouched(Item item) => isChanged(item.Source.Path) || isChanged(item.Source.BodyPath);

        /// <summary>It was there, never went to LeadPanther, and no file here is it.</summary>
        private bool IsCancelled(Item old) =>
            old.IsNew
            && !_now.ContainsKey((old.Kind, old.Key))
            && !_now.Values.Any(item => item.Kind == old.Kind && item.MovedFrom?.Key == old.Key)
            && !planned.Content.Unread.Any(file => file.Kind == old.Kind && file.Key == old.Key);

        private PlanAction Cancel(Item old) => new ActionWriter(client, now, _mediaNames).About(old) with
        {
            Type = ActionType.Cancel,
            Path = null,
            Line = null,
            OpensAt = WindowOf(old),
            SinceBase = Cancelled,
        };

        /// <summary>When it would have gone out: until then the cancelling must be merged.</summary>
        private Instant? WindowOf(Item old) =>
            old.At is { } at && (old.Post!.SendAhead ?? (before.Client ?? client).SendAhead).Window is { } window ? at - window : null;

        private static ImmutableDictionary<(Kind, string), Item> Items(ClientContent content, Client client, ClientLedger ledger)
        {
            var matching = new Matching(content, client, ledger);
            return matching.Posts.Concat(matching.LeadMagnets).ToImmutableDictionary(item => (item.Kind, item.Key));
        }
    }
}
