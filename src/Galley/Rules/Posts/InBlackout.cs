using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

/// <summary>What is still to come, live or not, on days without posts.</summary>
internal sealed class InBlackout : IRule
{
    public IEnumerable<Problem> Check(RuleContext context) =>
        context.Content.Client is not { Blackout.IsEmpty: false } client
            ? []
            : from timed in context.InOrderOfTime
            where timed.Time > context.Now
            let blackout = client.Blackout.FirstOrDefault(days => days.Covers(timed.Time.InZone(client.Zone).Date))
            where blackout is not null
            select About(timed, blackout, context);

    private static Problem About(TimedPost timed, Blackout blackout, RuleContext context) =>
        context.About(
            timed.Post,
            PostCodes.InBlackout,
            timed.Post.SourceMap.At("scheduled_at"),
            $"The post goes out {context.Local(timed.Time)}, and `blackout` has {blackout.Written}.",
            "Move it to another day, or change `blackout` in client.yaml or galley.yaml."
        );
}
