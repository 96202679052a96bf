using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

internal sealed class FollowupDelays : IRule
{
    private const int Week = 7 * 24 * 60;

    public IEnumerable<Problem> Check(RuleContext context) =>
        FollowupPlace.AllOf(context).SelectMany(place => Unusable(place).Concat(Late(place)).Concat(Together(place)));

    private static IEnumerable<Problem> Unusable(FollowupPlace place)
    {
        if (place.Followups.Reaction?.DelayMinutes is < 1 and var minutes)
        {
            yield return Unusable(
                place,
                "The reaction",
                minutes,
                place.SourceMap.At("followups", "reaction", "delay_minutes")
            );
        }

        for (var index = 0; index < place.Followups.Comments.Length; index++)
        {
            if (place.Followups.Comments[index].DelayMinutes is null or < 1)
            {
                yield return Unusable(
                    place,
                    place.Subject(index),
                    place.Followups.Comments[index].DelayMinutes,
                    place.At(index, "delay_minutes")
                );
            }
        }
    }

    private static Problem Unusable(FollowupPlace place, string what, int? minutes, Position at) =>
        place.Problem(
            PostCodes.FollowupDelay,
            at,
            minutes is null ? $"{what} has no delay_minutes." : $"{what} comes {minutes} minutes after the post.",
            "Write a whole number of minutes from 1 up, such as \"delay_minutes: 60\"."
        );

    private static IEnumerable<Problem> Late(FollowupPlace place)
    {
        for (var index = 0; index < place.Followups.Comments.Length; index++)
        {
            if (place.Followups.Comments[index].DelayMinutes is > Week and var minutes)
            {
                yield return place.Problem(
                    PostCodes.FollowupDelayOdd,
                    place.At(index, "delay_minutes"),
                    $"{place.Subject(index)} comes {minutes} minutes after the post, more than a week.",
                    "delay_minutes is in minutes: an hour is 60, a day is 1440."
                );
            }
        }
    }

    private static IEnumerable<Problem> Together(FollowupPlace place)
    {
        var firsts = new Dictionary<int, int>();
        for (var index = 0; index < place.Followups.Comments.Length; index++)
        {
            if (place.Followups.Comments[index].DelayMinutes is { } minutes && !firsts.TryAdd(minutes, index))
            {
                yield return place.Problem(
                    PostCodes.FollowupDelayOdd,
                    place.At(index, "delay_minutes"),
                    $"{place.Subject(firsts[minutes])} and {place.Name(index)} both come after {minutes} "
                        + "minutes, so it is not known which is first.",
                    "Give them different delays."
                );
            }
        }
    }
}
