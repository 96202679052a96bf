using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

/// <summary>Neighbours in time; what is past for both is settled.</summary>
internal sealed class MinGap : IRule
{
    public IEnumerable<Problem> Check(RuleContext context)
    {
        var posts = context.InOrderOfTime;
        for (var index = 1; index < posts.Count; index++)
        {
            var gap = posts[index].Time - posts[index - 1].Time;
            if (gap < context.Limits.MinGap && posts[index].Time > context.Now)
            {
                yield return TooClose(posts[index - 1].Post, posts[index].Post, (int)gap.TotalMinutes, context);
            }
        }
    }

    private static Problem TooClose(Post first, Post second, int minutes, RuleContext context)
    {
        var distance = minutes == 0 ? "at the same time as" : $"{minutes} min after";
        return context.About(
            second,
            PostCodes.MinGap,
            second.SourceMap.At("scheduled_at"),
            $"The post goes out {distance} \"{first.Key}\". The minimum is {TimeAhead.InWords(context.Limits.MinGap)}.",
            $"Move it to {context.Local(first.ScheduledAt!.Value + context.Limits.MinGap)} or later, or change "
                + "limits.min_gap in galley.yaml."
        ) with
        {
            Other = (Kind.Post, first.Key),
        };
    }
}
