using System.Collections.Immutable;

namespace Galley.Reporting;

/// <summary>A client's posts with figures, by what a reader looks for. Each group has the most seen first.</summary>
public sealed record PostGroups
{
    /// <summary>Below this share of the best seen post's impressions, an older post is next to nothing.</summary>
    private const double NextToNothing = 0.01;

    /// <summary>They went out in these days.</summary>
    public required ImmutableArray<ReportedPost> Out { get; init; }

    /// <summary>They went out before, and people still see them.</summary>
    public required ImmutableArray<ReportedPost> Earlier { get; init; }

    /// <summary>They went out before, and next to nobody saw them in these days.</summary>
    public required ImmutableArray<ReportedPost> Older { get; init; }

    /// <summary>
    /// What they had before these days is not known, so that no sum holds them. Empty where that is so of all: then it
    /// is no difference among them.
    /// </summary>
    public required ImmutableArray<ReportedPost> ToDate { get; init; }

    public static PostGroups From(ClientReport client)
    {
        var isToDate = client.Posts.ToLookup(post => post.Totals.IsToDate && !client.Totals.IsAllToDate);
        var known = isToDate[false].ToLookup(post => post.IsOut);
        var most = isToDate[false].Max(post => post.Totals[Metric.Impressions]) ?? 0;
        var earlier = known[false].ToLookup(post => IsNextToNothing(post, most));
        return new PostGroups
        {
            Out = [.. known[true]],
            Earlier = [.. earlier[false]],
            Older = [.. earlier[true]],
            ToDate = [.. isToDate[true]],
        };
    }

    /// <summary>Somebody may want to answer a comment, so one is never nothing.</summary>
    private static bool IsNextToNothing(ReportedPost post, long most) =>
        post.Totals[Metric.Comments] is null or 0 && (post.Totals[Metric.Impressions] ?? 0) <= most * NextToNothing;
}
