using Galley.Content;
using NodaTime;

namespace Galley.Authoring.Scheduling;

/// <summary>`galley schedule`: times for the posts with <c>scheduled_at: next-slot</c>, in the order of their keys.</summary>
public static class SlotFilling
{
    public static IEnumerable<TimeChange> For(ClientContent content, Client client, Limits limits, Instant now)
    {
        var schedule = new Schedule(content, limits);
        foreach (
            var post in content.Posts.Where(post => post.WantsSlot).OrderBy(post => post.Key, StringComparer.Ordinal)
        )
        {
            var free = FreeTime.Next(schedule, client.Times, limits, now).At;
            schedule.Take(free, post.Key);
            yield return new TimeChange(post, free);
        }
    }
}
