using System.Globalization;
using Galley.Authoring.Import.Times;
using NodaTime;

namespace Galley.Authoring.Import.Rows;

/// <summary>When a row's post goes out.</summary>
/// <param name="At">Null if the row names no time.</param>
internal sealed record RowTime(Instant? At)
{
    /// <returns>Null if the row names a time that can't be read; <paramref name="why"/> then says so.</returns>
    public static RowTime? Read(ImportRow row, DateOrder dates, DateTimeZone client, out string why)
    {
        why = "";
        if (row.Moment.Length == 0)
        {
            return new RowTime((Instant?)null);
        }

        if (RowZone.Read(row, client, out why) is not { } zone)
        {
            return null;
        }

        var moment = CellMoment.From(row.Moment);
        if (dates.Read(moment.Date) is not { } day)
        {
            why =
                $"its time \"{row.Moment}\" can't be read. Write it like 2026-06-15 10:00, or give the order of day and month "
                + "with --date-format";
            return null;
        }

        if (moment.On(day) is not { } written)
        {
            why = $"its time \"{row.Moment}\" has no time of day. Write it like {Iso(day)} 10:00";
            return null;
        }

        return LocalTimeText.Read(written, zone, out why) is { } at ? new RowTime(at) : null;
    }

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
