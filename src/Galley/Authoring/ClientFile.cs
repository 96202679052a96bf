using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Authoring;

/// <summary>The values of a new client.yaml.</summary>
/// <param name="TimeZone">Null: galley.yaml's.</param>
public sealed record ClientDraft(string Name, Account Account, string? TimeZone);

/// <summary>Checks the values of a new client.yaml and writes it.</summary>
public static partial class ClientFile
{
    public static string Write(ClientDraft client, string schemaLine) =>
        $"{schemaLine}\nname: {YamlScalar.Quote(client.Name)}\n"
        + $"{(client.Account.IsDirect ? "user_id" : "client_id")}: {client.Account.Id}\n"
        + (client.TimeZone is { } zone ? $"time_zone: {zone}\n" : "");

    /// <summary>The id, if it has the form of a LeadPanther id.</summary>
    public static string CheckedId(string id, string option) =>
        Uuid().IsMatch(id)
            ? id
            : throw new GalleyException(
                $"{option} is \"{id}\", which is not a LeadPanther id. Copy the id from `galley clients` or `galley whoami`. "
                    + "It looks like 00000000-0000-4000-8000-000000000001."
            );

    public static string CheckedZone(string zone)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null)
        {
            return zone == "UTC" || (zone.Contains('/') && !zone.StartsWith("Etc/", StringComparison.Ordinal))
                ? zone
                : throw new GalleyException(
                    $"\"{zone}\" does not follow the clocks of a place, so times may be an hour off in summer. "
                        + "Write a region and a city, such as Europe/London or America/New_York."
                );
        }

        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var city = "/" + zone[(zone.LastIndexOf('/') + 1)..].Trim().Replace(' ', '_');
        var match = ids.FirstOrDefault(id => id.EndsWith(city, StringComparison.OrdinalIgnoreCase))
            ?? Suggestion.For(zone, ids);
        throw new GalleyException(
            $"There is no time zone \"{zone}\". {(match is null ? "" : $"Did you mean \"{match}\"? ")}"
                + "Write a region and a city, such as Europe/London or America/New_York."
        );
    }

    [GeneratedRegex(@"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\z")]
    private static partial Regex Uuid();
}
