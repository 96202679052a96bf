using Galley.Content.Yaml;

namespace Galley.Content.Fields;

internal static class SettingsReader
{
    public static Settings Read(MappingNode root, FileReport report)
    {
        var fields = new FieldReader(root);
        var defaults = new Settings();
        // The zone is kept as written even when it does not exist. It is reported once here and not for each client.
        ZoneField.Read(fields, report);
        return new Settings
        {
            TimeZone = fields.Text(ZoneField.Name),
            Ledger = fields.Node("ledger") is null ? defaults.Ledger : fields.Text("ledger") ?? Settings.UnknownLedger,
            LedgerId = fields.Code("ledger_id"),
            Limits = fields.Fields("limits") is { } limits ? Limits(limits, defaults.Limits) : defaults.Limits,
            SendAhead = DurationText.ParseSendAhead(fields.Text("send_ahead")) ?? defaults.SendAhead,
            Blackout = SlotFields.Blackout(fields, report),
            Notify = fields.Texts("notify"),
            NotifyUrl = fields.Text(SecretField.Name),
            Paused = fields.Boolean("paused") ?? false,
            Live = LivePolicyReader.Read(fields, defaults.Live),
            Agency = fields.Fields("agency") is { } agency
                ? new Agency(agency.Text("name"), agency.Text("logo"), agency.Text("mail"))
                : null,
            Rules = RulesField.Read(fields, report),
        };
    }

    private static Limits Limits(FieldReader fields, Limits defaults) =>
        new(
            fields.Integer("max_creates") ?? defaults.MaxCreates,
            fields.Integer("post_text") ?? defaults.PostText,
            fields.Integer("comment_text") ?? defaults.CommentText
        )
        {
            MaxUpdates = fields.Integer("max_updates") ?? defaults.MaxUpdates,
            MaxDeletes = fields.Integer("max_deletes") ?? defaults.MaxDeletes,
            MinLeadTime = DurationText.Parse(fields.Text("min_lead_time")) ?? defaults.MinLeadTime,
            MinGap = DurationText.Parse(fields.Text("min_gap")) ?? defaults.MinGap,
        };
}
