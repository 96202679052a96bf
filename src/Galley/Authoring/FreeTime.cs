using Galley.Content;
using NodaTime;

namespace Galley.Authoring;

/// <summary>
/// The next free time for a post: the client's next free slot. Without <c>slots</c>, the first weekday from tomorrow on (in the
/// client's time zone) on which the client has no post, at the time of day that most of its posts have, or 09:00. It keeps
/// blackout, min_gap and min_lead_time.
/// </summary>
/// <param name="Why">The reason, for the prompt.</param>
public sealed record FreeTime(Instant At, string Why)
{
    private const int MostDays = 3650;
    private static readonly LocalTime Morning = new(9, 0);

    /// <param name="from">No earlier day; null: any.</param>
    public static FreeTime Next(
        Schedule schedule,
        PostingTimes times,
        Limits limits,
        Instant now,
        LocalDate? from = null
    )
    {
        var today = now.InZone(times.Zone).Date;
        var first = from is { } day && day > today ? day : today;
        var candidates = times.Slots.IsEmpty ? Weekdays(schedule, times, first) : Slots(times, first);
        return candidates
            .Where(local => !times.Blackout.Any(days => days.Covers(local.Date)))
            .Select(times.Zone.MapLocal)
            .Where(mapping => mapping.Count == 1)
            .Select(mapping => mapping.Single().ToInstant())
            .Where(time => time >= now + limits.MinLeadTime && schedule.NearestTooClose(time) is null)
            .Select(time => new FreeTime(time, Reason(schedule, times)))
            .FirstOrDefault()
            ?? throw new GalleyException(
                "This client has no free time in the next ten years. Give a time with --at, or change slots or blackout in "
                    + "client.yaml, or limits.min_gap in galley.yaml."
            );
    }

    private static IEnumerable<LocalDateTime> Slots(PostingTimes times, LocalDate first) =>
        from day in Days(first)
        from slot in times.Slots
        where slot.Day == day.DayOfWeek
        select day + slot.Time;

    private static IEnumerable<LocalDateTime> Weekdays(Schedule schedule, PostingTimes times, LocalDate first)
    {
        var local = schedule.Taken.Keys.Select(time => time.InZone(times.Zone).LocalDateTime).ToList();
        var usual = Usual(local) ?? Morning;
        var busy = local.Select(time => time.Date).ToHashSet();
        return Days(first.PlusDays(1))
            .Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !busy.Contains(day))
            .Select(day => day + usual);
    }

    private static IEnumerable<LocalDate> Days(LocalDate first) => Enumerable.Range(0, MostDays).Select(first.PlusDays);

    private static LocalTime? Usual(IEnumerable<LocalDateTime> posts) =>
        posts
            .GroupBy(time => new LocalTime(time.Hour, time.Minute))
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key)
            .Select(same => (LocalTime?)same.Key)
            .FirstOrDefault();

    private static string Reason(Schedule schedule, PostingTimes times) =>
        !times.Slots.IsEmpty
            ? "the client's next free slot"
            : "the next weekday without a post, "
                + (schedule.Taken.Count > 0 ? "at this client's usual time" : "at 9 in the morning");
}
