using Galley.Content;
using NodaTime;

namespace Galley.Rules;

/// <summary>A scheduled post and when it goes out.</summary>
internal sealed record TimedPost(Post Post, Instant Time)
{
    /// <summary>In the order in which they go out; of one time, by path.</summary>
    public static TimedPost[] InOrder(IEnumerable<Post> posts)
    {
        var timed = posts
            .Where(post => post.Status == PostStatus.Scheduled && post.ScheduledAt is not null)
            .Select(post => new TimedPost(post, post.ScheduledAt!.Value))
            .ToArray();
        Array.Sort(timed, Compare);
        return timed;
    }

    private static int Compare(TimedPost one, TimedPost other) =>
        one.Time.CompareTo(other.Time) is not 0 and var byTime
            ? byTime
            : string.CompareOrdinal(one.Post.SourceMap.Path, other.Post.SourceMap.Path);
}
