using System.Text.RegularExpressions;
using Galley.Authoring.Import.Columns;
using NodaTime;
using NodaTime.Text;

namespace Galley.Authoring.Import.Rows;

/// <summary>The time zone of a row: its own column's, or the client's.</summary>
internal static partial class RowZone
{
    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <returns>Null if the cell names no zone that is certain; <paramref name="why"/> then says so.</returns>
    public static DateTimeZone? Read(ImportRow row, DateTimeZone client, out string why)
    {
        why = "";
        var cell = row.Filled(Column.TimeZone).FirstOrDefault();
        if (cell.Text is null)
        {
            return client;
        }

        var name = cell.Text.Trim();
        if (OffsetOf(name) is { } offset)
        {
            return DateTimeZone.ForOffset(offset);
        }

        // EST, CET and Etc/GMT+2 are in the database, too, but mean something else than people think for half of the year.
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var id = ids.FirstOrDefault(id => id.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (id is not null && id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal))
        {
            return DateTimeZoneProviders.Tzdb[id];
        }

        why =
            $"its {cell.Header} \"{name}\" is not a time zone that is certain; write a region and a city, such as {client.Id}";
        return null;
    }

    private static Offset? OffsetOf(string name)
    {
        if (Form().Match(name) is not { Success: true } match)
        {
            return null;
        }

        if (match.Groups["hour"] is not { Success: true, Value: var hour })
        {
            return Offset.Zero;
        }

        var minute = match.Groups["minute"] is { Success: true, Value: var typed } ? typed : "00";
        var text = $"{match.Groups["sign"].Value}{hour.PadLeft(2, '0')}:{minute}";
        return Offsets.Parse(text).TryGetValue(default, out var offset) ? offset : null;
    }

    [GeneratedRegex(
        @"^(?:(?:UTC|GMT|Z)|(?:UTC|GMT)?\s?(?<sign>[+-])(?<hour>[0-9]{1,2})(?::?(?<minute>[0-9]{2}))?)\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Form();
}
