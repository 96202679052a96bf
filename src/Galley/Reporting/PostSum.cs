using System.Collections.Immutable;

namespace Galley.Reporting;

/// <summary>What all posts with one label, or of one campaign, gained together.</summary>
/// <param name="Name">As the first of them writes it.</param>
/// <param name="Posts">How many of them have figures.</param>
public sealed record PostSum(string Name, int Posts, MetricTotals Totals)
{
    /// <summary>A post with two labels is in both. The most seen first.</summary>
    public static ImmutableArray<PostSum> ByLabel(ClientReport client) => Sum(client, post => post.Labels);

    /// <inheritdoc cref="ByLabel"/>
    public static ImmutableArray<PostSum> ByCampaign(ClientReport client) =>
        Sum(client, post => post.Campaign is { } campaign ? [campaign] : []);

    private static ImmutableArray<PostSum> Sum(ClientReport client, Func<ReportedPost, ImmutableArray<string>> names) =>
        [
            .. client
                .Posts.Where(post => post.Totals.IsToDate == client.Totals.IsAllToDate)
                .SelectMany(
                    post => names(post).Distinct(StringComparer.OrdinalIgnoreCase),
                    (post, name) => (post, name)
                )
                .GroupBy(pair => pair.name, pair => pair.post.Totals, StringComparer.OrdinalIgnoreCase)
                .Select(group => new PostSum(group.Key, group.Count(), MetricTotals.Sum(group)))
                .OrderByDescending(sum => sum.Totals[Metric.Impressions])
                .ThenBy(sum => sum.Name, StringComparer.OrdinalIgnoreCase),
        ];
}
