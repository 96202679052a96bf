using System.Collections.Immutable;
using System.Globalization;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger.Metrics;
using Galley.Reporting;
using NodaTime;

namespace Galley.Testing;

/// <summary>Northwind's month of daily readings: sixteen posts, some of them old, with labels, campaigns and a picture.</summary>
public static class BusyReport
{
    public static readonly ReportSpan Span = new(new LocalDate(2026, 5, 22), new LocalDate(2026, 6, 20));
    public static readonly Instant Now = Instant.FromUtc(2026, 6, 20, 13, 0);

    /// <summary>What the best post showed.</summary>
    public static readonly byte[] Picture = SampleMedia.Png();

    private static readonly Instant FirstReading = Instant.FromUtc(2026, 5, 12, 12, 0);

    private static readonly MediaFile File = new(
        $"clients/{Sample.Slug}/media/rooms.png",
        Picture.Length,
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Picture)),
        "image/png",
        1200,
        627
    );

    /// <summary>What each post had after a long time, and how many days after the first reading it went out.</summary>
    private static readonly (string Key, int Day, int Hour, long Most, string Body)[] Posts =
    [
        ("rooms", 12, 14, 9400, "Three offices, one microphone: where the noise came from.\n\nAnd what it cost."),
        ("launch", 14, 12, 6100, "The quiet room is open. Come and hear nothing."),
        ("myth", 17, 14, 4300, "Foam on the wall does not make a room quiet. Mass does, and here is a drawing of it."),
        ("hiring", 19, 14, 3900, "We look for somebody who listens."),
        ("checklist", 21, 12, 3300, "Comment GUIDE, and the checklist is yours."),
        ("survey", 24, 14, 2800, "We asked 200 teams when they can think."),
        ("ceiling", 26, 14, 2500, "Look up. The ceiling is the largest wall that you have."),
        ("quote", 28, 12, 900, "“I had forgotten what Tuesday sounds like.” A client, in week two."),
        ("street", 31, 14, 2200, "What the street does to a meeting, in one chart."),
        ("doors", 33, 14, 2600, "A door is a hole with ambitions."),
        ("next", 39, 13, 800, "Tomorrow: the door that closes itself."),
        ("case", 38, 12, 1900, "From 58 to 41 decibels in nine days: the whole case."),
        ("before", 6, 14, 5200, "Before you buy panels, clap once."),
        ("window", 2, 14, 6400, "Open a window and count to ten."),
        ("carpet", 1, 12, 3700, "Carpet helps less than you think."),
        ("april", -30, 14, 3100, "Spring is loud."),
        ("march", -60, 14, 2800, "A year of quiet rooms."),
    ];

    public static ClientReport Client() =>
        Reporter.Report(
            Sample.Content([.. Posts.Select(Post), Sample.LeadMagnet()]),
            Sample.Ledger([.. Posts.Select(post => Sample.Live(Post(post))), Sample.Live(Sample.LeadMagnet())]),
            Lines(),
            Span,
            Now
        );

    private static Post Post((string Key, int Day, int Hour, long Most, string Body) post) =>
        Sample.Post(post.Key, post.Body) with
        {
            ScheduledAt = At(post.Day, post.Hour),
            Labels = post.Key switch
            {
                "launch" or "checklist" => ["launch", "lead magnet"],
                "myth" or "ceiling" or "doors" or "street" => ["know-how"],
                _ => [],
            },
            Campaign = post.Day is >= 12 and <= 24 ? "quiet rooms" : null,
            Images = post.Key is "rooms" or "quote" ? [new Medium(null, File)] : [],
        };

    private static Instant At(int day, int hour) =>
        FirstReading + Duration.FromDays(day) + Duration.FromHours(hour - 12);

    /// <summary>A reading at noon UTC of each day; one post was not read before the span.</summary>
    private static ImmutableArray<MetricsLine> Lines() =>
        [
            .. from day in Enumerable.Range(0, 40)
            let at = FirstReading + Duration.FromDays(day)
            from line in Posts
                .Where(post => At(post.Day, post.Hour) < at && (post.Key != "march" || day > 20))
                .Select(post => Line(at, post))
                .Append(Magnet(at, day))
            select line,
        ];

    private static MetricsLine Line(Instant at, (string Key, int Day, int Hour, long Most, string Body) post)
    {
        var age = (at - At(post.Day, post.Hour)).TotalDays;
        var seen = (long)(post.Most * (1 - Math.Exp(-age / 2.5)));
        return new MetricsLine(at, Sample.Slug, Kind.Post, post.Key, $"id-of-{post.Key}")
        {
            Post = new PostMetrics(seen, seen / (24 + (post.Day % 9)), seen / 180, seen / 700),
            PublishedUrl = string.Create(CultureInfo.InvariantCulture, $"https://www.linkedin.com/posts/{post.Key}"),
        };
    }

    private static MetricsLine Magnet(Instant at, int day) =>
        new(at, Sample.Slug, Kind.LeadMagnet, "guide", "id-of-guide")
        {
            LeadMagnet = new LeadMagnetMetrics(
                10 * day,
                8 * day,
                false,
                2 * day,
                null,
                2 * day,
                day / 2,
                day / 3,
                2 * day
            ),
        };
}
