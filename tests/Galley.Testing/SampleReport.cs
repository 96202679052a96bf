using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Live;
using Galley.Ledger.Metrics;
using Galley.Reporting;
using NodaTime;

namespace Galley.Testing;

/// <summary>Northwind in New York, with readings at noon UTC of days in June 2026.</summary>
public static class SampleReport
{
    public static readonly ReportSpan Span = new(new LocalDate(2026, 6, 11), new LocalDate(2026, 6, 20));
    public static readonly Instant Now = Noon(20);

    public static Instant Noon(int day) => Instant.FromUtc(2026, 6, day, 12, 0);

    /// <summary>Live since its day at eight in the morning, New York.</summary>
    public static Post Post(string key, int day, string? body = null) =>
        Sample.Post(key, body) with
        {
            ScheduledAt = Noon(day),
        };

    public static MetricsLine Read(int day, string key, long impressions, long reactions = 0, long comments = 0) =>
        new(Noon(day), Sample.Slug, Kind.Post, key, $"id-of-{key}")
        {
            Post = new PostMetrics(impressions, reactions, comments, 0),
            PublishedUrl = $"https://www.linkedin.com/posts/{key}",
        };

    public static MetricsLine ReadMagnet(int day, string key, long views, long visitors, long unlocks, long captures) =>
        new(Noon(day), Sample.Slug, Kind.LeadMagnet, key, $"id-of-{key}")
        {
            LeadMagnet = new LeadMagnetMetrics(views, visitors, false, unlocks, null, unlocks, 1, 0, captures),
        };

    public static ClientReport Report(IEnumerable<LedgerObject> objects, params IEnumerable<MetricsLine> lines) =>
        Report(objects, LiveRecord.Empty, lines);

    /// <param name="seen">What LeadPanther showed of the account last.</param>
    public static ClientReport Report(
        IEnumerable<LedgerObject> objects,
        LiveRecord seen,
        params IEnumerable<MetricsLine> lines
    ) =>
        Reporter.Report(Sample.Content(), Sample.Ledger(objects), [.. lines.OrderBy(line => line.At)], Span, Now, seen);

    /// <summary>Of all kinds: seen and unseen, known before and not, without figures, with words that want out.</summary>
    public static ClientReport Full() =>
        Report(
            [
                Sample.Live(Post("launch", 12, "We counted, *all* of it.\n\nAnd more.")),
                Sample.Live(Post("old", 2, "=HYPERLINK(\"https://example.com\")")),
                Sample.Live(Post("hostile", 1, "`<script>alert(1)</script>` @team #1 | [a](https://example.com)")),
                Sample.Live(Post("quiet", 1)),
                Sample.Live(Post("unread", 14)),
                Sample.Live(Sample.LeadMagnet()),
                Sample.Live(Sample.LeadMagnet("checklist", "LIST")),
            ],
            Read(5, "old", 100, 4),
            Read(10, "old", 1500, 45, 9),
            Read(19, "old", 1600, 50, 10),
            Read(13, "launch", 900, 30),
            Read(19, "launch", 12345, 400, 31),
            Read(19, "hostile", 77),
            Read(10, "quiet", 5),
            Read(19, "quiet", 5),
            ReadMagnet(10, "guide", 100, 80, 8, 8),
            ReadMagnet(19, "guide", 400, 320, 40, 39)
        );
}
