using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using NodaTime;

namespace Galley.Rules.Posts;

/// <summary>Past, or nearer than min_lead_time.</summary>
internal sealed class TimeAhead : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        if (post.Status != PostStatus.Scheduled || post.ScheduledAt is not { } time)
        {
            yield break;
        }

        var at = post.SourceMap.At("scheduled_at");
        if (time <= context.Now)
        {
            yield return context.About(
                post,
                PostCodes.Past,
                at,
                $"The post's time, {context.Local(time)}, is in the past.",
                "Set scheduled_at to a time in the future, or write \"status: draft\" to keep the post in Git."
            );
        }
        else if (time < context.Now + context.Limits.MinLeadTime)
        {
            yield return context.About(
                post,
                PostCodes.TooSoon,
                at,
                $"The post's time, {context.Local(time)}, is less than {InWords(context.Limits.MinLeadTime)} from now.",
                "Set scheduled_at to a later time, or change limits.min_lead_time in galley.yaml."
            );
        }
    }

    internal static string InWords(Duration duration) =>
        duration.TotalMinutes switch
        {
            < 1 => $"{duration.TotalSeconds:0} seconds",
            1 => "a minute",
            < 120 => $"{duration.TotalMinutes:0.##} minutes",
            _ => $"{duration.TotalHours:0.##} hours",
        };
}
