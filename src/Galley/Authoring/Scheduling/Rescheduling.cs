using Galley.Content;
using NodaTime;
using NodaTime.TimeZones;

namespace Galley.Authoring.Scheduling;

/// <summary>`galley reschedule`: moves what a client has still to come, drafts too, by a time or to its slots.</summary>
/// <param name="From">The first day, in the client's time zone; null: all that is still to come.</param>
public sealed record Rescheduling(ClientContent Content, Client Client, Limits Limits, Instant Now, LocalDate? From)
{
    public IReadOnlyList<TimeChange> By(Period shift)
    {
        var changes = Moving().Select(post => new TimeChange(post, Moved(post, shift))).ToList();
        return changes.Find(change => change.To < Now + Limits.MinLeadTime) is { } early
            ? throw new GalleyException(
                $"{early.Post.Key} would go out {LocalTimeText.ForPeople(early.To, Client.Zone)}, which is in the past or too soon. "
                    + "Nothing was moved. Name a later first day with --from, or another --by."
            )
            : changes;
    }

    /// <summary>In their present order, into the free slots from the first day on.</summary>
    public IReadOnlyList<TimeChange> ToSlots()
    {
        if (Client.Slots.IsEmpty)
        {
            throw new GalleyException(
                $"{Client.Name} has no slots. Add a line to clients/{Client.Slug}/client.yaml, such as: slots: [Tue 08:30, Thu 12:00]"
            );
        }

        var moving = Moving().ToList();
        var schedule = new Schedule(Content with { Posts = [.. Content.Posts.Except(moving)] }, Limits);
        var changes = new List<TimeChange>();
        foreach (var post in moving)
        {
            var free = FreeTime.Next(schedule, Client.Times, Limits, Now, From).At;
            schedule.Take(free, post.Key);
            changes.Add(new TimeChange(post, free));
        }

        return [.. changes.Where(change => change.To != change.Post.ScheduledAt)];
    }

    /// <summary>What is past is published, and stays.</summary>
    private IEnumerable<Post> Moving() =>
        from post in Content.Posts
        where post.ScheduledAt > Now
        where From is not { } first || post.ScheduledAt!.Value.InZone(Client.Zone).Date >= first
        orderby post.ScheduledAt, post.Key
        select post;

    /// <summary>
    /// A day later is the same time of day; a time that the clocks skip moves on, of one that they repeat the first
    /// counts.
    /// </summary>
    private Instant Moved(Post post, Period shift)
    {
        var at = post.ScheduledAt!.Value;
        var local = at.InZone(Client.Zone).LocalDateTime.PlusDays(shift.Days);
        var then = shift.Days == 0 ? at : Client.Zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant();
        return then + Duration.FromMinutes(shift.Minutes);
    }
}
