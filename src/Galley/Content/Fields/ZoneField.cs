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
            return zone;
        }

        report.Add(
            SettingsCodes.UnknownZone,
            name.At,
            $"There is no time zone `{name.Text}`.",
            DidYouMean(name.Text)
                + "Write a name of the IANA database: a region and a city, such as Europe/London or America/New_York."
        );
        return null;
    }

    /// <summary>People often type the city alone, or with a space.</summary>
    private static string DidYouMean(string typed)
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var city = typed[(typed.LastIndexOf('/') + 1)..].Trim().Replace(' ', '_');
        var match = ids.FirstOrDefault(id => id.EndsWith("/" + city, StringComparison.OrdinalIgnoreCase))
            ?? Suggestion.For(typed, ids);
        return match is null ? "" : $"Did you mean \"{match}\"? ";
    }
}
