using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

internal sealed class TimeMissing : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        if (
            post.Status != PostStatus.Scheduled
            || post.ScheduledAt is not null
            || post.WantsSlot
            || context.Content.Client is null
        )
        {
            yield break;
        }

        if (WasReported(post, context.Content))
        {
            yield break;
        }

        yield return context.About(
            post,
            PostCodes.TimeMissing,
            post.SourceMap.At("status"),
            "The post is scheduled but has no scheduled_at.",
            "Add a line such as \"scheduled_at: 2026-06-15 10:00\", or write \"status: draft\" to keep the post in Git."
        );
    }

    /// <summary>A time that is there but could not be read has its own diagnostic.</summary>
    private static bool WasReported(Post post, ClientContent content)
    {
        var field = post.SourceMap.At("scheduled_at");
        return content.Problems.Any(problem =>
            problem.Path == post.SourceMap.Path
            && (
                problem.Code.Id.StartsWith("GAL30", StringComparison.Ordinal)
                || (problem.At == field && field != post.SourceMap.At())
            )
        );
    }
}
