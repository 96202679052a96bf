using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using NodaTime;

namespace Galley.Content.Fields;

internal static class ZoneField
{
    public const string Name = "time_zone";

    /// <returns>Null when the file has none, or after reporting that it does not exist.</returns>
    public static DateTimeZone? Read(FieldReader owner, FileReport report)
    {
        if (owner.Node(Name) is not ScalarNode { Kind: ScalarKind.Text } name)
        {
            return null;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.Text) is { } zone)
        {
            WarnOfFixedOffset(name, report);
            return zone;
        }

        report.Add(
            SettingsCodes.UnknownZone,
            name.At,
            $"There is no time zone `{name.Text}`.",
            DidYouMean(name.Text)
                + "Write a name of the IANA database: a region and a city, such as Europe/London or America/New_York.",
            Spelled(name.Text) is { } right && name.End is { } end ? new Fix(name.At, end, right) : null
        );
        return null;
    }

    private static void WarnOfFixedOffset(ScalarNode name, FileReport report)
    {
        if (ZoneNames.PlaceOfFixed(name.Text) is { } place)
        {
            report.Add(
                SettingsCodes.FixedOffset,
                name.At,
                $"`{name.Text}` has no summer time, so half of the year the times are one hour later than the clocks show.",
                $"Write the place, such as {place}."
            );
        }

        if (ZoneNames.InvertedHours(name.Text) is { } hours)
        {
            var (typed, real) = (Offset(hours), Offset(-hours));
            report.Add(
                SettingsCodes.FixedOffset,
                name.At,
                $"`{name.Text}` is UTC{real}: the signs of these names are the opposite of what they seem.",
                $"Write the place. For UTC{typed}: {ZoneNames.PlaceAt(hours) ?? "a city there"}. "
                    + $"For UTC{real}: {ZoneNames.PlaceAt(-hours) ?? "a city there"}."
            );
        }
    }

    private static string Offset(int hours) => hours < 0 ? $"{hours}" : $"+{hours}";

    /// <summary>The same name with other capitals, or with spaces.</summary>
    private static string? Spelled(string typed)
    {
        var name = typed.Trim().Replace(' ', '_');
        return DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>People often type the city alone, or with a space.</summary>
    private static string DidYouMean(string typed)
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var city = typed[(typed.LastIndexOf('/') + 1)..].Trim().Replace(' ', '_');
        var match = ZoneNames.PlaceOf(typed)
            ?? ids.FirstOrDefault(id => id.EndsWith("/" + city, StringComparison.OrdinalIgnoreCase))
            ?? Suggestion.For(typed, ids);
        return match is null ? "" : $"Did you mean \"{match}\"? ";
    }
}
