using System.Collections.Immutable;
using NodaTime;

namespace Galley.Content;

/// <summary>When a client's posts should go out.</summary>
public sealed record PostingTimes(DateTimeZone Zone)
{
    /// <summary>In the order of the week; empty for none.</summary>
    public ImmutableArray<WeeklySlot> Slots { get; init; } = [];

    public ImmutableArray<Blackout> Blackout { get; init; } = [];
}
