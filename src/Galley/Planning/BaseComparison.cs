using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using NodaTime;

namespace Galley.Planning;

/// <summary>
/// Marks what a plan's clients add, change and cancel since a base, and shows what was taken out there before it was sent.
/// </summary>
public static class BaseComparison
{
    public const string Added = "added";
    public const string Changed = "changed";
    public const string Cancelled = "cancelled";

    public static PlannedRepository Mark(PlannedRepository planned, BaseContent @base)
    {
        ImmutableArray<PlannedClient> clients =
        [
            .. planned
                .Clients.Concat(OnlyWaiting(planned, @base))
                .Select(client => @base.Touches(client.Plan.Slug) ? Mark(client, planned.Plan.Now, @base) : client),
        ];
        return planned with
        {
            Plan = planned.Plan with { Clients = [.. clients.Select(client => client.Plan)] },
            Clients = clients,
        };
    }

    /// <summary>Clients whose folder is there on the base and not here, and of which LeadPanther holds nothing.</summary>
    private static IEnumerable<PlannedClient> OnlyWaiting(PlannedRepository planned, BaseContent @base)
    {
        if (!planned.NamesAllAccounts)
        {
            return [];
        }

        var slugs = planned.Clients.Select(client => client.Plan.Slug).ToHashSet();
        var accounts = planned
            .Clients.Select(client => client.Content.Client?.Account.Id ?? client.Ledger.Account)
            .ToHashSet();
        return @base
            .Repository.Slugs.Where(slug => !slugs.Contains(slug) && @base.Touches(slug))
            .Select(@base.Repository.ReadClient)
            .OfType<Client>()
            .Where(client => !accounts.Contains(client.Account.Id))
            .Select(client => new PlannedClient(
                new ClientContent { Slug = client.Slug },
                ClientLedger.Empty(client.Account.Id),
                new ClientPlan(client.Slug, client.Name, client.Zone.Id, []) { IsGone = true }
            ));
    }

    private static PlannedClient Mark(PlannedClient planned, Instant now, BaseContent @base)
    {
        var before = @base.Repository.Slugs.Contains(planned.Plan.Slug)
            ? @base.Repository.Read(planned.Plan.Slug)
            : new ClientContent { Slug = planned.Plan.Slug };
        if ((planned.Plan.IsGone ? before.Client : planned.Content.Client) is not { Ended: false } client)
        {
            return planned;
        }

        var comparison = new Comparison(planned, before, client, now, @base.Changed);
        return planned with { Plan = planned.Plan with { Actions = comparison.Actions() } };
    }

    /// <summary>One client now and on the base, both seen with the ledger of today.</summary>
    private sealed class Comparison(
        PlannedClient planned,
        ClientContent before,
        Client client,
        Instant now,
        Func<string, bool> isChanged
    )
    {
        private readonly ImmutableDictionary<(Kind, string), DesiredObject> _now = Items(
            planned.Content,
            client,
            planned.Ledger
        );
        private readonly ImmutableDictionary<(Kind, string), DesiredObject> _then = Items(
            before,
            client,
            planned.Ledger
        );
        private readonly ImmutableDictionary<string, string> _mediaNames = planned
            .Content.Media.Concat(before.Media)
            .DistinctBy(file => file.Sha256)
            .ToImmutableDictionary(file => file.Sha256, file => file.FileName);

        private Dictionary<(Kind, string), DesiredObject> _names = [];

        public ImmutableArray<PlanAction> Actions()
        {
            _names = Names();
            return
            [
                .. planned
                    .Plan.Actions.Select(Marked)
                    .Concat(_then.Values.Where(IsCancelled).Select(Cancel))
                    .Order(ActionOrder.Instance),
            ];
        }

        private PlanAction Marked(PlanAction action)
        {
            if (!_now.TryGetValue((action.Kind, action.Key), out var desired))
            {
                return _then.ContainsKey((action.Kind, action.Key)) ? action with { SinceBase = Cancelled } : action;
            }

            if (Before(action, desired) is not { } old)
            {
                return action with { SinceBase = IsUnreadThere(desired) ? Changed : Added };
            }

            if (old.Payload.SaysTheSameAs(desired.Payload) && !IsTouched(desired) && old.Key == desired.Key)
            {
                return action;
            }
            // What is live is compared with what was sent: the planner has done so.
            var changes =
                desired.LedgerObject is { State: ObjectState.Live } || action.Type == ActionType.Move
                    ? action.Changes
                    : [.. Renamed(old, desired), .. FieldChanges.Between(old.Payload, desired.Payload, _mediaNames)];
            return action with
            {
                SinceBase = Changed,
                Changes = changes,
                BaseOpensAt = desired.IsNew ? WindowOf(old) : null,
            };
        }

        private DesiredObject? Before(PlanAction action, DesiredObject desired) =>
            _then.GetValueOrDefault((desired.Kind, desired.Key))
            ?? (
                (action.From ?? desired.MovedFrom?.Key) is { } from
                    ? _then.GetValueOrDefault((desired.Kind, from))
                    : null
            )
            ?? _names.GetValueOrDefault((desired.Kind, desired.Key));

        /// <summary>
        /// What had another name there, and waits or went out since: the one file that is gone and says the same as
        /// this one, and no other, does.
        /// </summary>
        private Dictionary<(Kind, string), DesiredObject> Names()
        {
            var gone = _then.Values.Where(IsTakenOut).ToLookup(old => (old.Kind, old.Payload.Sha256));
            return _now
                .Values.Where(IsUnexplained)
                .GroupBy(desired => (desired.Kind, desired.Payload.Sha256))
                .Where(alike => alike.Count() == 1 && gone[alike.Key].Count() == 1)
                .Select(alike => (Item: alike.Single(), Old: gone[alike.Key].Single()))
                .ToDictionary(pair => (pair.Item.Kind, pair.Item.Key), pair => pair.Old);
        }

        private bool IsUnexplained(DesiredObject desired) =>
            (desired is { IsNew: true, MovedFrom: null } || desired.LedgerObject is { State: ObjectState.Live })
            && !_then.ContainsKey((desired.Kind, desired.Key));

        private static IEnumerable<FieldChange> Renamed(DesiredObject old, DesiredObject desired) =>
            old.Key == desired.Key ? [] : [new FieldChange("key", old.Key, desired.Key)];

        private bool IsUnreadThere(DesiredObject desired) =>
            before.Unread.Any(file => file.Kind == desired.Kind && file.Key == desired.Key);

        private bool IsTouched(DesiredObject desired) =>
            isChanged(desired.SourceMap.Path) || isChanged(desired.SourceMap.BodyPath);

        private bool IsCancelled(DesiredObject old) => IsTakenOut(old) && !_names.ContainsValue(old);

        /// <summary>It was there, never went to LeadPanther, and no file here has its name or says that it had.</summary>
        private bool IsTakenOut(DesiredObject old) =>
            old.IsNew
            && !(planned.Plan.IsGone && old.At <= now)
            && !_now.ContainsKey((old.Kind, old.Key))
            && !_now.Values.Any(desired => desired.Kind == old.Kind && desired.MovedFrom?.Key == old.Key)
            && !planned.Content.Unread.Any(file => file.Kind == old.Kind && file.Key == old.Key);

        private PlanAction Cancel(DesiredObject old) =>
            new ActionFactory(client, _mediaNames).About(old) with
            {
                Type = ActionType.Cancel,
                Title = old.Post is { } post ? Excerpt.FirstLine(post.Body, RecordedObject.LongestTitle) : null,
                Path = null,
                Line = null,
                OpensAt = WindowOf(old),
                BaseOpensAt = WindowOf(old),
                Reason = IsDraft(old) ? Reason.Draft : null,
                SinceBase = Cancelled,
            };

        /// <summary>A draft's time is tentative: it stays in Git.</summary>
        private bool IsDraft(DesiredObject old) =>
            old.Post is { Status: PostStatus.Draft } && !(before.Client ?? client).SendDrafts;

        /// <summary>When the base's version would go out: until then what changes or cancels it must be merged.</summary>
        private Instant? WindowOf(DesiredObject old) =>
            old.At is { } at
            && !IsDraft(old)
            && (old.Post!.SendAhead ?? (before.Client ?? client).SendAhead).Window is { } window
                ? at - window
                : null;

        private static ImmutableDictionary<(Kind, string), DesiredObject> Items(
            ClientContent content,
            Client client,
            ClientLedger ledger
        ) =>
            new ObjectMatcher(content with { Client = content.Client ?? client }, ledger).All.ToImmutableDictionary(
                desired => (desired.Kind, desired.Key)
            );
    }
}
