using System.Collections.Immutable;

namespace Galley.Reporting;

/// <summary>The posts that did best, and the one that did worst, by impressions.</summary>
/// <param name="Of">Among how many: those that went out in the span, whose figures all began at zero.</param>
/// <param name="Weakest">Of those whose figures are not just "so far"; null where two share the place.</param>
public sealed record Standouts(int Of, ImmutableArray<ReportedPost> Best, ReportedPost? Weakest)
{
    private const int Places = 3;

    /// <summary>With fewer, the list of all posts says as much.</summary>
    private const int Fewest = Places + 2;

    /// <returns>Null where there are too few to single some out.</returns>
    public static Standouts? From(ClientReport client)
    {
        var posts = client
            .Posts.Where(post => post is { IsOut: true, Totals.IsToDate: false } && Impressions(post) is not null)
            .OrderByDescending(Impressions)
            .ThenByDescending(post => post.Totals.Engagement)
            .ToImmutableArray();
        if (posts.Length < Fewest)
        {
            return null;
        }

        return new Standouts(
            posts.Length,
            posts[..Places],
            WeakestOf([.. posts.Where(post => !post.IsSoFar)], posts[..Places])
        );
    }

    /// <summary>A young post may still overtake others: it is not the weakest.</summary>
    private static ReportedPost? WeakestOf(ImmutableArray<ReportedPost> settled, ImmutableArray<ReportedPost> best) =>
        settled is [.., var next, var last] && Impressions(last) < Impressions(next) && !best.Contains(last)
            ? last
            : null;

    private static long? Impressions(ReportedPost post) => post.Totals[Metric.Impressions];
}
