using System.Collections.Immutable;
using System.Text;
using Galley.Rendering.Comments;
using Galley.Reporting;

namespace Galley.Rendering.Reports;

/// <summary><c>report.md</c>: the same figures for a mail, an issue or a job's summary.</summary>
public static class ReportMarkdown
{
    private const int MostRows = 25;

    public static string Write(Report report)
    {
        var output = new StringBuilder();
        output.Append(
            $"# Report: {ReportWording.Days(report.Span)}\n\n{ReportWording.LengthOf(report.Span)}, compared with "
                + $"{ReportWording.Days(report.Span.Before)}.\n"
        );
        if (report.Clients.Length > 1)
        {
            Overview(output, report);
        }

        foreach (var client in report.Clients)
        {
            Client(output, report.Span, client);
        }

        return output.ToString();
    }

    private static void Overview(StringBuilder output, Report report)
    {
        output
            .Append($"\n## All clients\n\n{Headline.For(report)}\n\n")
            .Append(Totals(report.Totals, report.Comparisons));
        output.Append(
            "\n| client | posts out | impressions | engagement | page views | captures |\n| --- | ---: | ---: | ---: | ---: | ---: |\n"
        );
        foreach (var client in report.Clients)
        {
            var totals = client.Totals;
            output.Append(
                $"| {Text(client.Name)} | {client.PostsOut} | {ReportWording.Count(totals[Metric.Impressions])} | "
                    + $"{ReportWording.Count(totals.Engagement)} | {ReportWording.Count(totals[Metric.Views])} | "
                    + $"{ReportWording.Count(totals[Metric.Captures])} |\n"
            );
        }
    }

    private static void Client(StringBuilder output, ReportSpan span, ClientReport client)
    {
        output.Append(
            $"\n## {Text(client.Name)}\n\n{Headline.For(span, client)}\n\n{ReportWording.Readings(client)}\n"
        );
        if (client.Totals.HasAny)
        {
            if (ReportWording.Basis(client.Totals, client.Comparisons, client.ToDate) is { } words)
            {
                output.Append($"\n{words}\n");
            }

            output.Append('\n').Append(Totals(client.Totals, client.Comparisons));
        }

        Posts(output, client);
        Sums(output, "campaign", PostSum.ByCampaign(client));
        Sums(output, "label", PostSum.ByLabel(client));
        LeadMagnets(output, client);
        Without(output, client);
    }

    private static string Totals(MetricTotals now, Comparisons comparisons) =>
        $"""
            - Impressions: {Counted(now, comparisons, Measure.Impressions)}
            - Reactions, comments and reposts: {Counted(now, comparisons, Measure.Engagement)}; {ReportWording.Share(
                now.EngagementRate
            )} of impressions
            - Page views: {Counted(now, comparisons, Measure.Views)}
            - Captures: {Counted(now, comparisons, Measure.Captures)}; {ReportWording.Share(
                now.Conversion
            )} of visitors unlocked

            """.ReplaceLineEndings(
            "\n"
        );

    private static string Counted(MetricTotals now, Comparisons comparisons, Measure measure) =>
        measure.From(now) is not { } delta ? "no figures"
        : ReportWording.Beside(now, comparisons, measure) is { } words
            ? $"**{ReportWording.Count(delta.Value)}** ({words})"
        : $"**{ReportWording.Count(delta.Value)}**";

    private static void Posts(StringBuilder output, ClientReport client)
    {
        if (client.Posts.IsEmpty)
        {
            return;
        }

        output.Append("\n### Posts\n");
        Best(output, client);
        var groups = PostGroups.From(client);
        var isAlone = groups.Earlier.IsEmpty && groups.ToDate.IsEmpty;
        Table(output, client, isAlone ? null : "Out in these days:", groups.Out);
        Table(output, client, "Earlier posts that people still see:", groups.Earlier);
        Table(
            output,
            client,
            "Read for the first time in these days, so these are totals to date, and in no sum:",
            groups.ToDate
        );
        if (!groups.Older.IsEmpty)
        {
            output.Append($"\nOlder posts: {ReportWording.Older(groups.Older)}.\n");
        }

        Typical(output, client);
    }

    private static void Typical(StringBuilder output, ClientReport client)
    {
        var facts = TypicalPostWording.Facts(TypicalPost.From(client), client.Zone).ToList();
        if (facts.Count == 0)
        {
            return;
        }

        output.Append("\n### What a post brings\n\n");
        foreach (var (name, value, basis) in facts)
        {
            output.Append($"- {name}: **{value}** ({basis})\n");
        }
    }

    private static void Best(StringBuilder output, ClientReport client)
    {
        if (Standouts.From(client) is not { } standouts)
        {
            return;
        }

        string Name(ReportedPost post) =>
            $"{Text(post.Title)} ({ReportWording.Plural(post.Totals[Metric.Impressions] ?? 0, "impression")})";
        output.Append($"\nOf {standouts.Of} posts the best: {string.Join("; ", standouts.Best.Select(Name))}.");
        if (standouts.Weakest is { } weakest)
        {
            output.Append($" The weakest: {Name(weakest)}.");
        }

        output.Append('\n');
    }

    private static void Table(
        StringBuilder output,
        ClientReport client,
        string? title,
        ImmutableArray<ReportedPost> posts
    )
    {
        if (posts.IsEmpty)
        {
            return;
        }

        output.Append(title is null ? "\n" : $"\n{title}\n\n");
        output.Append(
            "| post | out | impressions | reactions | comments | reposts | engagement |\n| --- | --- "
                + "| ---: | ---: | ---: | ---: | ---: |\n"
        );
        foreach (var post in posts.Take(MostRows))
        {
            var at = post.At is { } time ? LocalTimes.Iso(time.InZone(client.Zone).Date) : "";
            var counts = string.Join(" | ", Metric.OfPosts.Select(metric => ReportWording.Count(post.Totals[metric])));
            output.Append(
                $"| {Text(post.Title)}{(post.IsSoFar ? " (so far)" : "")} | {at} | {counts} | "
                    + $"{ReportWording.Share(post.Totals.EngagementRate)} |\n"
            );
        }

        More(output, posts.Length, "posts.csv");
    }

    private static void Sums(StringBuilder output, string name, ImmutableArray<PostSum> sums)
    {
        if (sums.IsEmpty)
        {
            return;
        }

        output.Append(
            $"\n| {name} | posts | impressions | comments | engagement |\n| --- | ---: | ---: | ---: | ---: |\n"
        );
        foreach (var sum in sums)
        {
            output.Append(
                $"| {Text(sum.Name)} | {ReportWording.Count(sum.Posts)} | {ReportWording.Count(sum.Totals[Metric.Impressions])} | "
                    + $"{ReportWording.Count(sum.Totals[Metric.Comments])} | {ReportWording.Share(sum.Totals.EngagementRate)} |\n"
            );
        }
    }

    private static void LeadMagnets(StringBuilder output, ClientReport client)
    {
        if (client.LeadMagnets.IsEmpty)
        {
            return;
        }

        output.Append(
            "\n### Lead magnets\n\n| lead magnet | keyword | views | unique visitors | unlocks | captures | "
                + "conversion |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |\n"
        );
        foreach (var magnet in client.LeadMagnets.Take(MostRows))
        {
            var counts = string.Join(" | ", Metric.Funnel.Select(metric => ReportWording.Count(magnet.Totals[metric])));
            output.Append(
                $"| {Text(magnet.Name)}{ToDate(client, magnet.Totals)} | {Text(magnet.Keyword ?? "")} | {counts} | "
                    + $"{ReportWording.Share(magnet.Totals.Conversion)} |\n"
            );
        }

        More(output, client.LeadMagnets.Length, "lead-magnets.csv");
    }

    private static void Without(StringBuilder output, ClientReport client)
    {
        if (client.PostsWithout.IsEmpty && client.LeadMagnetsWithout.IsEmpty)
        {
            return;
        }

        output.Append("\n### Without figures\n\n");
        foreach (
            var name in client
                .PostsWithout.Select(post => $"post {Text(post.Title)}{ReportWording.WhyNoFigures(post)}")
                .Concat(client.LeadMagnetsWithout.Select(magnet => $"lead magnet {Text(magnet.Name)}"))
                .Take(MostRows)
        )
        {
            output.Append($"- {name}\n");
        }

        More(output, client.PostsWithout.Length + client.LeadMagnetsWithout.Length, "the CSV files");
    }

    /// <summary>Safe wherever it is pasted; what means nothing within a line stays readable for those who open the file as it is.</summary>
    private static string Text(string text) =>
        SafeMarkdown
            .Inline(text)
            .Replace("&#45;", "-", StringComparison.Ordinal)
            .Replace("&#46;", ".", StringComparison.Ordinal)
            .Replace("&#39;", "'", StringComparison.Ordinal)
            .Replace("&#34;", "\"", StringComparison.Ordinal)
            .Replace("&#40;", "(", StringComparison.Ordinal)
            .Replace("&#41;", ")", StringComparison.Ordinal);

    private static string ToDate(ClientReport client, MetricTotals totals) =>
        totals.IsToDate && !client.Totals.IsAllToDate ? " (total to date)" : "";

    private static void More(StringBuilder output, int count, string file)
    {
        if (count > MostRows)
        {
            output.Append($"\n{count - MostRows} more are in {file}.\n");
        }
    }
}
