using System.Globalization;
using Galley.Applying.Results;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering;

/// <summary>An instant as a client reads it: <c>Fri 12 Jun 10:00 New York</c>.</summary>
internal static class LocalTimes
{
    public static DateTimeZone Zone(string? id) =>
        id is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;

    public static string Local(Instant at, DateTimeZone zone, Instant now) =>
        $"{ActionDescriptions.Day(at, zone, now)} {City(zone)}";

    /// <summary>With UTC beside it, and its day where that differs.</summary>
    public static string Both(Instant at, DateTimeZone zone, Instant now)
    {
        if (zone.Id == DateTimeZone.Utc.Id)
        {
            return Local(at, zone, now);
        }

        var utc = at.InUtc();
        var pattern = utc.Date == at.InZone(zone).Date ? "HH:mm" : "ddd d MMM HH:mm";
        return $"{Local(at, zone, now)} ({utc.ToString(pattern, CultureInfo.InvariantCulture)} UTC)";
    }

    /// <summary>When a waiting object's window opens.</summary>
    public static string Opens(ApplyItem item) => Both(item.OpensAt!.Value, Zone(item.Zone), item.OpensAt.Value);

    private static string City(DateTimeZone zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
