using NodaTime;

namespace Galley.Content;

/// <summary>Days, in the client's time zone, on which no post should go out.</summary>
/// <param name="Written">As the author wrote it.</param>
/// <param name="Days">Null for <c>weekends</c>.</param>
public sealed record Blackout(string Written, DateInterval? Days)
{
    public bool Covers(LocalDate date) =>
        Days?.Contains(date) ?? date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
