using Galley.Content.Documents;
using Galley.Content.Yaml;
using Galley.Diagnostics.Codes;
using NodaTime;

namespace Galley.Content.Fields;

/// <summary>Reads client.yaml, with the defaults of galley.yaml.</summary>
internal static class ClientReader
{
    /// <returns>Null when the name, the account or the time zone is missing (a problem says so).</returns>
    public static Client? Read(MappingNode root, string slug, Settings settings, MediaReader media, FileReport report)
    {
        var fields = new FieldReader(root);
        var account = AccountField.Read(fields, report);
        var zone = Zone(fields, settings, report);
        var rules = RulesField.Read(fields, report);
        if (fields.Text("name") is not { } name || account is null || zone is null)
        {
            return null;
        }

        return new Client
        {
            Slug = slug,
            SourceMap = new DocumentSource(report.Path, root),
            Name = name,
            Account = account,
            Zone = zone,
            Headline = fields.Text("headline"),
            Avatar = media.Avatar(fields),
            SendDrafts = fields.Boolean("send_drafts") ?? false,
            ApprovalRequired =
                fields.Text("approval") == "required" || fields.Fields("approval")?.Boolean("required") == true,
            ApprovalBy = DurationText.Parse(fields.Fields("approval")?.Text("by")),
            Ended = fields.Boolean("ended") ?? false,
            // A client can't undo a pause of the whole repository.
            Paused = settings.Paused || (fields.Boolean("paused") ?? false),
            Live = LivePolicyReader.Read(fields, settings.Live),
            SendAhead = DurationText.ParseSendAhead(fields.Text("send_ahead")) ?? settings.SendAhead,
            Followups = FollowupsReader.Read(fields, "followups"),
            Slots = SlotFields.Slots(fields),
            Blackout = [.. settings.Blackout, .. SlotFields.Blackout(fields, report)],
            Utm = fields.Fields("utm") is { } utm ? Utm(utm) : null,
            Notify = fields.Node("notify") is null ? settings.Notify : fields.Texts("notify"),
            Rules = settings.Rules.SetItems(rules),
        };
    }

    private static Utm Utm(FieldReader fields) =>
        new(
            fields.Texts("domains"),
            fields.Text("source") ?? "linkedin",
            fields.Text("medium") ?? "social",
            fields.Text("campaign")
        );

    private static DateTimeZone? Zone(FieldReader fields, Settings settings, FileReport report)
    {
        if (fields.Node(ZoneField.Name) is not null)
        {
            return ZoneField.Read(fields, report);
        }

        if (settings.TimeZone is { } shared)
        {
            return DateTimeZoneProviders.Tzdb.GetZoneOrNull(shared);
        }

        // A galley.yaml that can't be read may have the zone.
        if (!settings.CouldBeRead)
        {
            return null;
        }

        report.Add(
            SettingsCodes.NoZone,
            fields.Mapping.At,
            "Neither this file nor galley.yaml has a time zone.",
            "Add the time zone of the client, for example: time_zone: America/New_York"
        );
        return null;
    }
}
