using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using NodaTime;

namespace Galley.Planning;

/// <summary>What LeadPanther's figures said of one object. The set is closed.</summary>
public abstract record LiveReading
{
    /// <summary>404.</summary>
    public sealed record Missing : LiveReading;

    public sealed record OfPost(PostEngagement Engagement) : LiveReading;

    public sealed record OfLeadMagnet(LeadMagnetAnalytics Analytics) : LiveReading;
}

/// <summary>One account's listing of one kind.</summary>
/// <param name="ReadAt">When its first page was asked for.</param>
/// <param name="Vouches">
/// It is whole, and shows every object that the ledger holds and whose time is not past: what it lacks is not there.
/// </param>
public sealed record LiveListing(LiveList List, Instant ReadAt, bool Vouches);

/// <summary>What was read of one client in LeadPanther. Of an object that is nowhere in it nothing is concluded.</summary>
/// <param name="Readings">The figures, by key.</param>
public sealed record LiveState(ImmutableDictionary<ObjectKey, LiveReading> Readings)
{
    /// <summary>A create that is still under way inside LeadPanther may show up this much later.</summary>
    public static readonly Duration AppearsWithin = Duration.FromMinutes(15);

    public static readonly LiveState Unread = new(ImmutableDictionary<ObjectKey, LiveReading>.Empty);

    /// <summary>Empty where no list could be read.</summary>
    public ImmutableDictionary<Kind, LiveListing> Lists { get; init; } = ImmutableDictionary<Kind, LiveListing>.Empty;

    /// <summary>By id: what a list, or the object's own path, shows.</summary>
    public ImmutableDictionary<string, LiveObject> Objects { get; init; } =
        ImmutableDictionary.Create<string, LiveObject>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ids whose own path answered 404.</summary>
    public ImmutableHashSet<string> Missing { get; init; } =
        ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>By id: when this run asked for it by its own path, where no list shows it.</summary>
    public ImmutableDictionary<string, Instant> ReadAt { get; init; } =
        ImmutableDictionary.Create<string, Instant>(StringComparer.OrdinalIgnoreCase);

    /// <summary>By id: when an earlier run saw what stands here (<see cref="LastLook"/>). Empty for what was read now.</summary>
    public ImmutableDictionary<string, Instant> SeenAt { get; init; } =
        ImmutableDictionary.Create<string, Instant>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many events the ledger had when this was read; null: none came since.</summary>
    public int? Events { get; init; }

    public LiveReading? For(Kind kind, string key) => Readings.GetValueOrDefault(new ObjectKey(kind, key));

    /// <summary>With what an object's own path answered.</summary>
    public LiveState With(ObjectRead read) =>
        read.There is { } there
            ? this with
            {
                Objects = Objects.SetItem(read.Id, there),
            }
            : this with
            {
                Missing = Missing.Add(read.Id),
                ReadAt = ReadAt.SetItem(read.Id, read.At),
            };

    /// <summary>Without one object: it was changed since, so what was read of it is no longer true.</summary>
    public LiveState Without(Kind kind, string key, string? id) =>
        this with
        {
            Readings = Readings.Remove(new ObjectKey(kind, key)),
            Objects = id is null ? Objects : Objects.Remove(id),
            Missing = id is null ? Missing : Missing.Remove(id),
        };

    /// <summary>Without each object that the ledger has learned of since, by this run or another.</summary>
    public LiveState StillTrue(ClientLedger ledger) =>
        Events is { } events
            ? ledger
                .Objects.Values.Where(known => known.BaselineEvent > events)
                .Aggregate(this, (state, known) => state.Without(known.Kind, known.Key, known.Id))
            : this;

    public LiveObject? Object(string? id) => id is null ? null : Objects.GetValueOrDefault(id);
}
