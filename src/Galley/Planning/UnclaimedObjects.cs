using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;
using NodaTime;

namespace Galley.Planning;

/// <summary>What of an account's listing looks like an object that is to be created, or whose create is in doubt.</summary>
public abstract record UnclaimedMatch
{
    /// <summary>Nothing does, as far as the list shows.</summary>
    public sealed record None : UnclaimedMatch;

    /// <summary>This one object says the same.</summary>
    public sealed record Same(LiveObject Object) : UnclaimedMatch;

    /// <summary>Two say the same, or one is alike in part: a person must tell.</summary>
    public sealed record Unsure(ImmutableArray<LiveObject> Objects) : UnclaimedMatch;
}

/// <summary>
/// The objects of an account that no ledger object claims. A create looks here first, so that a ledger that was lost or set
/// back publishes nothing twice.
/// </summary>
public sealed class UnclaimedObjects
{
    private readonly HashSet<string> _claimed = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableDictionary<string, int> _givenUp = [];
    private readonly LiveState _live;

    public UnclaimedObjects(LiveState live, ClientLedger ledger)
    {
        _live = live;
        Claim(ledger);
    }

    /// <summary>What the ledger holds by now: doubts that were settled, what other runs sent.</summary>
    public void Claim(ClientLedger ledger)
    {
        lock (_claimed)
        {
            _claimed.UnionWith(ledger.Objects.Values.Select(known => known.Id).OfType<string>());
            _givenUp = ledger.GivenUp;
        }
    }

    /// <summary>From now on it belongs to somebody. False where it did already.</summary>
    public bool TryClaim(string id)
    {
        lock (_claimed)
        {
            return _claimed.Add(id);
        }
    }

    /// <summary>What stands there already of an object that is to be created, or to become so.</summary>
    /// <param name="wire">The body of the create.</param>
    public UnclaimedMatch Find(Kind kind, JsonObject wire, Instant now) =>
        Match(kind, wire, now) switch
        {
            // Whether it will go out nobody knows: it may be on its way, and it may have been deleted.
            UnclaimedMatch.Same { Object: { IsOut: true } there } => new UnclaimedMatch.Unsure([there]),
            var match => match,
        };

    /// <summary>What says already just what another object is to be changed to: two would go out.</summary>
    public LiveObject? Twin(Kind kind, JsonObject wire, Instant now) =>
        Find(kind, wire, now) is UnclaimedMatch.Same { Object: var same } ? same : null;

    /// <summary>What became of a create that was sent. It may have gone out, or been deleted, meanwhile.</summary>
    public UnclaimedMatch FindSent(Kind kind, JsonObject wire, Instant now) => Match(kind, wire, now);

    private UnclaimedMatch Match(Kind kind, JsonObject wire, Instant now)
    {
        if (!_live.Lists.TryGetValue(kind, out var listing))
        {
            return new UnclaimedMatch.None();
        }

        var free = listing.List.Objects.Where(IsFree).ToList();
        var same = free.Where(there => IsSame(kind, wire, there)).ToList();
        var nameless = listing
            .List.Nameless.Where(there => IsSame(kind, wire, there) || IsAlike(kind, wire, there, now))
            .ToList();
        if (same is [var only] && nameless.Count == 0)
        {
            return new UnclaimedMatch.Same(only);
        }

        ImmutableArray<LiveObject> unsure =
        [
            .. same,
            .. free.Where(there => IsAlike(kind, wire, there, now)),
            .. nameless,
        ];
        return unsure.IsEmpty ? new UnclaimedMatch.None() : new UnclaimedMatch.Unsure(unsure);
    }

    /// <summary>A post of nobody's that LeadPanther holds back and that offers the lead magnet.</summary>
    public LiveObject? PostThatOffers(string leadMagnetId) =>
        _live.Lists.TryGetValue(Kind.Post, out var listing)
            ? listing.List.Objects.FirstOrDefault(there =>
                there.TemplateId == leadMagnetId && there.Status is "draft" or "scheduled" && IsFree(there)
            )
            : null;

    /// <summary>Whether a post that belongs to nobody stands at this time.</summary>
    public bool HasOneAt(Instant at) =>
        _live.Lists.TryGetValue(Kind.Post, out var listing)
        && listing.List.Objects.Any(there => there.ScheduledAt == at && IsFree(there));

    private bool IsFree(LiveObject there)
    {
        lock (_claimed)
        {
            return !_claimed.Contains(there.Id)
                && !(_givenUp.TryGetValue(there.Id, out var by) && (by > _live.Events || IsBehindUs(there)));
        }
    }

    /// <summary>A list that goes on showing what was deleted before it was read. A post that somebody put back is a post again.</summary>
    private static bool IsBehindUs(LiveObject there) => there.IsOut || !ContentKind.For(there.Kind).GoesOut;

    /// <summary>The same text at the same time; a draft: the same text and state; a lead magnet: the same keyword and name.</summary>
    internal static bool IsSame(Kind kind, JsonObject wire, LiveObject there) =>
        ContentKind.For(kind) is { IdentityField: { } identity, TitleField: var title }
            ? Text(wire, identity) == there.Field(identity) && Text(wire, title) == there.Field(title)
            : SaysTheSame(wire, there)
                && (IsDraft(wire) ? there.Status == "draft" : TimeOf(wire) is { } at && there.ScheduledAt == at);

    /// <summary>The same text at another time that is still to come; the same keyword under another name.</summary>
    private static bool IsAlike(Kind kind, JsonObject wire, LiveObject there, Instant now) =>
        !IsSame(kind, wire, there)
        && (
            ContentKind.For(kind).IdentityField is { } identity
                ? string.Equals(Text(wire, identity), there.Field(identity), StringComparison.OrdinalIgnoreCase)
                : SaysTheSame(wire, there) && there.ScheduledAt > now
        );

    /// <summary>The same text, or the same time; the same keyword.</summary>
    internal static bool Shares(Kind kind, JsonObject wire, LiveObject there) =>
        ContentKind.For(kind).IdentityField is { } identity
            ? string.Equals(Text(wire, identity), there.Field(identity), StringComparison.OrdinalIgnoreCase)
            : SaysTheSame(wire, there) || TimeOf(wire) is { } at && there.ScheduledAt == at;

    private static bool SaysTheSame(JsonObject wire, LiveObject there) =>
        there.Text is { } text && WireComparison.SameText(Text(wire, "text"), text);

    private static bool IsDraft(JsonObject wire) => Text(wire, "status") == "draft";

    /// <summary>Null for a draft and for a lead magnet.</summary>
    internal static Instant? TimeOf(JsonObject wire) =>
        Text(wire, "scheduled_at") is { } text ? UtcTime.Parse(text) : null;

    private static string? Text(JsonObject wire, string field) => wire[field]?.GetValue<string>();
}
