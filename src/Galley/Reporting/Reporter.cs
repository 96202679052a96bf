using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Live;
using Galley.Ledger.Metrics;
using NodaTime;

namespace Galley.Reporting;

/// <summary>One client's report out of its ledger and the readings beside it. Pure.</summary>
public static class Reporter
{
    /// <param name="content">Of a client whose client.yaml can be read.</param>
    /// <param name="lines">In the order in which they were read.</param>
    /// <param name="seen">What LeadPanther showed of the account when a run last looked; null when none did.</param>
    public static ClientReport Report(
        ClientContent content,
        ClientLedger ledger,
        ImmutableArray<MetricsLine> lines,
        ReportSpan span,
        Instant now,
        LiveRecord? seen = null
    )
    {
        var client = content.Client!;
        var (from, to) = (span.StartIn(client.Zone), Instant.Min(span.EndIn(client.Zone), now + Duration.Epsilon));
        var readings = ReadingTimes.Of(lines);
        var objects = ReportedObject.All(ledger, lines, readings, seen ?? LiveRecord.Empty).ToList();
        var posts = objects.Where(each => each.Kind == Kind.Post).Select(each => each.Post(content, from, to)).ToList();
        var magnets = objects
            .Where(each => each.Kind == Kind.LeadMagnet)
            .Select(each => each.LeadMagnet(from, to))
            .ToList();
        return new ClientReport
        {
            Slug = client.Slug,
            Name = client.Name,
            Zone = client.Zone,
            Posts =
            [
                .. posts
                    .Where(post => post.Totals.HasAny)
                    .OrderByDescending(post => post.Totals[Metric.Impressions])
                    .ThenByDescending(post => post.At)
                    .ThenBy(post => post.Key, StringComparer.Ordinal),
            ],
            LeadMagnets =
            [
                .. magnets
                    .Where(magnet => magnet.Totals.HasAny)
                    .OrderByDescending(magnet => magnet.Totals[Metric.Captures])
                    .ThenBy(magnet => magnet.Key, StringComparer.Ordinal),
            ],
            PostsWithout = [.. posts.Where(post => !post.Totals.HasAny && post.At < to).OrderBy(post => post.At)],
            LeadMagnetsWithout =
            [
                .. magnets.Where(magnet => !magnet.Totals.HasAny).OrderBy(magnet => magnet.Key, StringComparer.Ordinal),
            ],
            PostsOut = posts.Count(post => post.IsOut),
            Totals = MetricTotals.Sum(
                posts.Select(post => post.Totals).Concat(magnets.Select(magnet => magnet.Totals))
            ),
            Comparisons = Comparisons.From(metric =>
                Comparison.Sum(
                    objects.Select(each => each.History.Compare(metric, span.Before.StartIn(client.Zone), from, to))
                )
            ),
            Steps = Steps(objects, readings.Daily(client.Zone, from, to), readings.Last(from) ?? from, from),
            Readings = Readings(objects, from, to),
        };
    }

    private static ImmutableArray<ReportStep> Steps(
        List<ReportedObject> objects,
        IEnumerable<Instant> readings,
        Instant start,
        Instant from
    )
    {
        var steps = ImmutableArray.CreateBuilder<ReportStep>();
        var before = Metric.All.ToImmutableDictionary(metric => metric, _ => 0L);
        foreach (var reading in readings)
        {
            var until = reading + Duration.Epsilon;
            var totals = Metric.All.ToImmutableDictionary(
                metric => metric,
                metric => objects.Sum(each => each.History.Since(metric, from, until))
            );
            steps.Add(
                new ReportStep(
                    start,
                    reading,
                    totals.ToImmutableDictionary(pair => pair.Key, pair => pair.Value - before[pair.Key])
                )
            );
            (start, before) = (reading, totals);
        }

        return steps.ToImmutable();
    }

    private static ReadingSpan? Readings(List<ReportedObject> objects, Instant from, Instant to)
    {
        var read = objects.Where(each => each.History.Last(to)?.At >= from).ToList();
        return read.Count == 0
            ? null
            : new ReadingSpan(
                read.Max(each => each.History.Last(from)?.At),
                read.Max(each => each.History.Last(to)!.At)
            );
    }
}
