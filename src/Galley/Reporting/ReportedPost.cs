using System.Collections.Immutable;
using Galley.Content;
using NodaTime;

namespace Galley.Reporting;

/// <summary>A live post with what it gained.</summary>
public sealed record ReportedPost
{
    /// <summary>A post read before this age is still being found by its readers: its figures are "so far".</summary>
    private static readonly Duration SettledAfter = Duration.FromDays(7);

    public required string Key { get; init; }
    public required string Id { get; init; }

    /// <summary>The start of its first line; its key where the ledger holds no text.</summary>
    public required string Title { get; init; }

    /// <summary>Null for a draft.</summary>
    public required Instant? At { get; init; }

    /// <summary>Where LinkedIn shows it, once a reading said so.</summary>
    public required string? Url { get; init; }

    /// <summary>It went out within the span.</summary>
    public required bool IsOut { get; init; }

    /// <summary>Its last reading up to the span's end; null when there is none.</summary>
    public required Instant? ReadAt { get; init; }

    /// <summary>It is no longer in LeadPanther, and nothing shows that it went out before that.</summary>
    public bool IsGone { get; init; }

    /// <summary>Nothing of its client was read since it went out.</summary>
    public required bool IsAwaited { get; init; }

    public required MetricTotals Totals { get; init; }

    /// <summary>Its impressions in the reading nearest to 24 hours after it went out; null without one from 20 to 28 hours after.</summary>
    public long? AfterADay { get; init; }

    /// <summary>The first of the pictures that were sent, where the client's folder still has it.</summary>
    public MediaFile? Picture { get; init; }

    /// <summary>As its file has them now; none when it has no file.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <inheritdoc cref="Labels"/>
    public string? Campaign { get; init; }

    /// <summary>It was read within days of going out, so that more is sure to come.</summary>
    public bool IsSoFar => IsOut && ReadAt - At < SettledAfter;
}
