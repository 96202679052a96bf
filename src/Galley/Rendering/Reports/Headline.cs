using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports;

/// <summary>The sentence that a reader wants first: what went out, what came of it, and how that compares.</summary>
internal sealed record Headline
{
    /// <summary>A share of fewer than these says more than anybody can know.</summary>
    private const int FewestForShare = 20;

    private static readonly (Measure Measure, string One, string Many)[] All =
    [
        (Measure.Impressions, "impression", "impressions"),
        (Measure.Comments, "comment", "comments"),
        (Measure.Captures, "captured lead", "captured leads"),
    ];

    public required ReportSpan Span { get; init; }
    public required int PostsOut { get; init; }
    public required MetricTotals Totals { get; init; }
    public required Comparisons Comparisons { get; init; }

    /// <summary>The day of the last reading; null when there is none, or when clients differ in it.</summary>
    public required LocalDate? ReadOn { get; init; }

    public static string For(ReportSpan span, ClientReport client) =>
        new Headline
        {
            Span = span,
            PostsOut = client.PostsOut,
            Totals = client.Totals,
            Comparisons = client.Comparisons,
            ReadOn = ReadingDay(client),
        }.Sentence();

    public static string For(Report report) =>
        new Headline
        {
            Span = report.Span,
            PostsOut = report.Clients.Sum(client => client.PostsOut),
            Totals = report.Totals,
            Comparisons = report.Comparisons,
            ReadOn = report.Clients.Select(ReadingDay).OfType<LocalDate>().Distinct().ToList() is [var day]
                ? day
                : null,
        }.Sentence();

    private static LocalDate? ReadingDay(ClientReport client) => client.Readings?.To.InZone(client.Zone).Date;

    private string Sentence()
    {
        var days = Span.Days == 1 ? "On this day" : $"In these {Span.Days} days";
        var out_ = $"{days} {(PostsOut == 0 ? "no post" : ReportWording.Plural(PostsOut, "post"))} went out";
        // A total to date among differences is in no sum, and so it is not here.
        var known = All.Where(each => each.Measure.From(Totals) is { } sum && sum.IsToDate == Totals.IsAllToDate)
            .ToList();
        return known.Count == 0 ? $"{out_}; no figures were read." : $"{out_}, and {By}{Figures(known)}.";
    }

    /// <summary>What came after the last reading, nobody knows yet.</summary>
    private string By => ReadOn is { } day && day < Span.To ? $"by {LocalTimes.DayAndMonth(day)} " : "";

    private string Figures(List<(Measure Measure, string One, string Many)> known)
    {
        var compared = known.Where(each => Comparisons[each.Measure] is not null).ToList();
        var figures = known.Select(each =>
        {
            var count = each.Measure.From(Totals)!.Value.Value;
            var beside = Comparisons[each.Measure] is { } comparison
                ? $" ({Beside(comparison, isFirst: each == compared[0])})"
                : "";
            return $"{ReportWording.Count(count)} {(count == 1 ? each.One : each.Many)}{beside}";
        });
        var end =
            Totals.IsAllToDate ? ", counted since each began"
            : compared.Exists(each => Comparisons[each.Measure]!.LeftOut > 0) ? ", compared where both spans are known"
            : "";
        var verb = known[0].Measure.From(Totals)!.Value.Value == 1 ? "was" : "were";
        return $"there {verb} {ReportWording.List([.. figures])}{end}";
    }

    /// <param name="isFirst">It says what "before" is; the others need not.</param>
    private string Beside(Comparison comparison, bool isFirst)
    {
        var before =
            !isFirst ? "before"
            : Span.Days == 1 ? "on the day before"
            : $"in the {Span.Days} days before";
        return comparison switch
        {
            { Now: var now, Before: var then } when now == then => $"as many as {before}",
            { Before: <= 0 } => $"none {before}",
            { Before: < FewestForShare } => $"{ReportWording.Count(comparison.Before)} {before}",
            _ => $"{ReportWording.MoreThan(comparison)} {before}",
        };
    }
}
