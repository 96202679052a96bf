using Galley.Content;
using NodaTime;

namespace Galley.Authoring;

/// <summary>
/// The next free time for a post: the first weekday from tomorrow on (in the client's time zone) on which the client has no post,
/// at the time of day that most of its posts have, or 09:00. It keeps min_gap and min_lead_time.
/// </summary>
/// <param name="Why">The reason, for the prompt.</param>
public sealed record FreeTime(Instant At, string Why)
{
    private const int MostDays = 3650;
    private static readonly LocalTime Morning = new(9, 0);

    public static FreeTime Next(Schedule schedule, DateTimeZone zone, Limits limits, Instant now)
    {
        var local = schedule.Taken.Keys.Select(time => time.InZone(zone).LocalDateTime).ToList();
        var usual = Usual(local);
        var busy = local.Select(time => time.Date).ToHashSet();
        var tomorrow = now.InZone(zone).Date.PlusDays(1);
        return Enumerable
            .Range(0, MostDays)
            .Select(tomorrow.PlusDays)
            .Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !busy.Contains(day))
            .Select(day => zone.MapLocal(day + (usual ?? Morning)))
            .Where(mapping => mapping.Count == 1)
            .Select(mapping => mapping.Single().ToInstant())
            .Where(time => time >= now + limits.MinLeadTime && schedule.NearestTooClose(time) is null)
            .Select(time => new FreeTime(time, Reason(usual is not null)))
            .FirstOrDefault()
            ?? throw new GalleyException(
                "This client has no free weekday in the next ten years. Give a time with --at, or lower limits.min_gap in galley.yaml."
            );
    }

    private static LocalTime? Usual(IEnumerable<LocalDateTime> posts) =>
        posts
            .GroupBy(time => new LocalTime(time.Hour, time.Minute))
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key)
            .Select(same => (LocalTime?)same.Key)
            .FirstOrDefault();

    private static string Reason(bool isUsual) =>
        "the next weekday without a post, " + (isUsual ? "at this client's usual time" : "at 9 in the morning");
}
