using Galley.Content;
using Galley.Rules.Codes;

namespace Galley.Rules.Posts;

/// <summary>Neighbours in time; what is past for both is settled.</summary>
internal sealed class MinGap : IRule
{
    public IEnumerable<Problem> Check(RuleContext context) =>
        from pair in context.InOrderOfTime.Zip(context.InOrderOfTime.Skip(1))
        let gap = pair.Second.Time - pair.First.Time
        where gap < context.Limits.MinGap && pair.Second.Time > context.Now
        select TooClose(pair.First.Post, pair.Second.Post, (int)gap.TotalMinutes, context);

    private static Problem TooClose(Post first, Post second, int minutes, RuleContext context)
    {
        var distance = minutes == 0 ? "at the same time as" : $"{minutes} min after";
        return context.About(
            second,
            PostCodes.MinGap,
            second.Source.At("scheduled_at"),
            $"The post goes out {distance} \"{first.Key}\"; {TimeAhead.InWords(context.Limits.MinGap)} is the least.",
            $"Move it to {context.Local(first.ScheduledAt!.Value + context.Limits.MinGap)} or later, or change limits.min_gap in galley.yaml.")
        with
        { Other = (Kind.Post, first.Key) };
    }
}
