using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using NodaTime;

namespace Galley.Rules.Posts;

/// <summary>A year with a typing mistake: nobody plans a post for 2062.</summary>
internal sealed class FarYear : PostRule
{
    public static readonly Duration Ahead = Duration.FromDays(2 * 365);
    public static readonly Duration Ago = Duration.FromDays(10 * 365);

    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        // The time of a scheduled post that is past is an error already.
        if (
            post.ScheduledAt is { } time
            && (time > context.Now + Ahead || (post.Status == PostStatus.Draft && time < context.Now - Ago))
        )
        {
            yield return context.About(
                post,
                TimeCodes.FarYear,
                post.SourceMap.At("scheduled_at"),
                $"The post's time, {context.Local(time)}, is {Years(time - context.Now)}.",
                "Check the year."
            );
        }
    }

    private static string Years(Duration ahead) =>
        $"{Math.Abs(ahead.TotalDays) / 365.25:0} years {(ahead < Duration.Zero ? "ago" : "from now")}";
}
