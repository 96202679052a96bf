using System.Collections.Immutable;
using Galley.Content;
using NodaTime;

namespace Galley.Reporting;

/// <summary>
/// What a client can expect of a post: medians over those that went out in the span. Only posts that had their time
/// count (<see cref="ReportedPost.IsSoFar"/>), except for the first day.
/// </summary>
public sealed record TypicalPost
{
    public required Median? Impressions { get; init; }

    /// <summary>Engagement for each impression.</summary>
    public required Median? EngagementRate { get; init; }

    /// <summary>Impressions about a day after it went out (<see cref="ReportedPost.AfterADay"/>).</summary>
    public required Median? AfterADay { get; init; }

    /// <summary>In the client's zone.</summary>
    public required BestTime<IsoDayOfWeek>? Weekday { get; init; }

    /// <summary>0 to 23, in the client's zone.</summary>
    public required BestTime<int>? Hour { get; init; }

    /// <summary>
    /// The best weekday at the most usual time of the best hour, or of the only one, as client.yaml takes it. Null unless
    /// both are known.
    /// </summary>
    public WeeklySlot? Slot { get; private init; }

    public bool HasAny => Impressions is not null || AfterADay is not null;

    public static TypicalPost From(ClientReport client)
    {
        var isOut = client.Posts.Where(post => post is { IsOut: true, Totals.IsToDate: false }).ToList();
        var settled = isOut
            .Where(post => !post.IsSoFar && post.Totals[Metric.Impressions] is not null)
            .Select(post =>
                (
                    At: post.At!.Value.InZone(client.Zone),
                    Impressions: post.Totals[Metric.Impressions]!.Value,
                    Rate: post.Totals.EngagementRate
                )
            )
            .ToImmutableArray();
        var (weekday, hour) = (
            Best(settled.Select(post => (post.At.DayOfWeek, post.Impressions))),
            Best(settled.Select(post => (post.At.Hour, post.Impressions)))
        );
        return new TypicalPost
        {
            Impressions = Median.Of(settled.Select(post => (double)post.Impressions)),
            EngagementRate = Median.Of(settled.Select(post => post.Rate).OfType<double>()),
            AfterADay = Median.Of(isOut.Select(post => (double?)post.AfterADay).OfType<double>()),
            Weekday = weekday,
            Hour = hour,
            Slot =
                weekday is not null && UsualTime(settled.Select(post => post.At), hour?.Time) is { } time
                    ? new WeeklySlot(weekday.Time, time)
                    : null,
        };
    }

    /// <summary>To the minute; of equally usual ones the earliest.</summary>
    /// <param name="hour">Null: the hour of them all.</param>
    private static LocalTime? UsualTime(IEnumerable<ZonedDateTime> times, int? hour)
    {
        var inHour = times.Where(at => hour is null || at.Hour == hour).ToList();
        return inHour.DistinctBy(at => at.Hour).Count() != 1 ? null : Most(inHour);
    }

    private static LocalTime Most(IEnumerable<ZonedDateTime> times) =>
        times
            .CountBy(at => new LocalTime(at.Hour, at.Minute))
            .OrderByDescending(time => time.Value)
            .ThenBy(time => time.Key)
            .First()
            .Key;

    /// <returns>Null unless at least two times can be compared, and one of them is ahead.</returns>
    private static BestTime<T>? Best<T>(IEnumerable<(T Time, long Impressions)> posts)
    {
        var times = posts
            .GroupBy(post => post.Time, post => (double)post.Impressions)
            .Select(time => (Time: time.Key, Impressions: Median.Of(time)))
            .Where(time => time.Impressions is not null)
            .OrderByDescending(time => time.Impressions!.Value)
            .ToList();
        return times is [var best, var next, ..] && best.Impressions!.Value > next.Impressions!.Value
            ? new BestTime<T>(best.Time, best.Impressions)
            : null;
    }
}
