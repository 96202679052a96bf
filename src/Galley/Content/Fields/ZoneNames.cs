using System.Collections.Frozen;
using System.Globalization;
using NodaTime.TimeZones;

namespace Galley.Content.Fields;

/// <summary>Names that people use for a time zone, and the place that they mean.</summary>
internal static class ZoneNames
{
    /// <summary>Names of the IANA database with a fixed offset, although the place has summer time.</summary>
    private static readonly FrozenDictionary<string, string> Fixed = new Dictionary<string, string>
    {
        ["EST"] = "America/New_York",
        ["MST"] = "America/Denver",
        ["GMT"] = "Europe/London",
        ["Etc/GMT"] = "Europe/London",
        ["GMT0"] = "Europe/London",
        ["Greenwich"] = "Europe/London",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        ["EDT"] = "America/New_York",
        ["ET"] = "America/New_York",
        ["Eastern"] = "America/New_York",
        ["CST"] = "America/Chicago",
        ["CDT"] = "America/Chicago",
        ["CT"] = "America/Chicago",
        ["Central"] = "America/Chicago",
        ["MDT"] = "America/Denver",
        ["MT"] = "America/Denver",
        ["Mountain"] = "America/Denver",
        ["PST"] = "America/Los_Angeles",
        ["PDT"] = "America/Los_Angeles",
        ["PT"] = "America/Los_Angeles",
        ["Pacific"] = "America/Los_Angeles",
        ["BST"] = "Europe/London",
        ["CEST"] = "Europe/Berlin",
        ["EEST"] = "Europe/Athens",
        ["WEST"] = "Europe/Lisbon",
        ["IST"] = "Asia/Kolkata",
        ["SGT"] = "Asia/Singapore",
        ["HKT"] = "Asia/Hong_Kong",
        ["JST"] = "Asia/Tokyo",
        ["AEST"] = "Australia/Sydney",
        ["AEDT"] = "Australia/Sydney",
        ["NZST"] = "Pacific/Auckland",
        ["New York"] = "America/New_York",
        ["Germany"] = "Europe/Berlin",
        ["UK"] = "Europe/London",
        ["India"] = "Asia/Kolkata",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A place for each offset from UTC, from -11 hours.</summary>
    private static readonly string[] Places =
    [
        "Pacific/Pago_Pago",
        "Pacific/Honolulu",
        "America/Anchorage",
        "America/Los_Angeles",
        "America/Denver",
        "America/Chicago",
        "America/New_York",
        "America/Halifax",
        "America/Sao_Paulo",
        "America/Noronha",
        "Atlantic/Azores",
        "Europe/London",
        "Europe/Paris",
        "Europe/Athens",
        "Europe/Istanbul",
        "Asia/Dubai",
        "Asia/Karachi",
        "Asia/Dhaka",
        "Asia/Bangkok",
        "Asia/Singapore",
        "Asia/Tokyo",
        "Australia/Sydney",
        "Pacific/Noumea",
        "Pacific/Auckland",
        "Pacific/Tongatapu",
        "Pacific/Kiritimati",
    ];

    /// <summary>The place with summer time for a name without it. Null for every other name.</summary>
    public static string? PlaceOfFixed(string id) => Fixed.GetValueOrDefault(id);

    /// <summary>The number in <c>Etc/GMT+2</c>, whose sign is the opposite of what people expect. Null for other names.</summary>
    public static int? InvertedHours(string id) =>
        id.StartsWith("Etc/GMT", StringComparison.Ordinal) && Hours(id["Etc/GMT".Length..]) is not 0 and var hours
            ? hours
            : null;

    public static string? PlaceAt(int hours) => hours is >= -11 and <= 14 ? Places[hours + 11] : null;

    /// <summary>The place for an abbreviation, an offset such as <c>UTC+2</c>, or a name of Windows. Null for other names.</summary>
    public static string? PlaceOf(string typed)
    {
        var name = typed.Trim();
        if (Others.TryGetValue(name.Replace(" time", "", StringComparison.OrdinalIgnoreCase), out var place))
        {
            return place;
        }

        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var ofWindows))
        {
            return ofWindows;
        }

        var offset = name.TrimStart('(');
        return
            offset.StartsWith("UTC", StringComparison.OrdinalIgnoreCase)
            || offset.StartsWith("GMT", StringComparison.OrdinalIgnoreCase)
            ? Hours(offset[3..]) is { } hours
                ? PlaceAt(hours)
                : null
            : Hours(offset) is { } alone
                ? PlaceAt(alone)
                : null;
    }

    private static int? Hours(string text)
    {
        var number = text.Split(':', ')')[0].Trim();
        return
            number.Length > 1
            && number[0] is '+' or '-'
            && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours)
            ? hours
            : null;
    }
}
