namespace Galley.Diagnostics.Codes;

/// <summary>GAL2xx: fields that the schemas or the settings don't allow. No code is adjustable.</summary>
public static class SettingsCodes
{
    public static readonly DiagnosticCode UnknownField = Error(
        "GAL201",
        "Unknown field",
        "There is no field with this name here, so Galley would ignore its value.",
        "lead_magent: pipeline-guide",
        "lead_magnet: pipeline-guide"
    );

    public static readonly DiagnosticCode MissingField = Error(
        "GAL202",
        "Missing field",
        "A required field is missing.",
        "a post without `status`",
        "status: draft"
    );

    public static readonly DiagnosticCode WrongType = Error(
        "GAL203",
        "Wrong type of value",
        "The field needs another type of value: for example a text and not a number, or a list and not a text.",
        "keyword: 2026",
        "keyword: \"2026\""
    );

    public static readonly DiagnosticCode NotAllowed = Error(
        "GAL204",
        "Value not allowed",
        "The field accepts only the values that the message lists.",
        "status: publish",
        "status: scheduled"
    );

    public static readonly DiagnosticCode WrongForm = Error(
        "GAL205",
        "Value in the wrong format",
        "The text is empty, or it does not have the format that the field needs.",
        "send_ahead: 3 days",
        "send_ahead: 3d"
    );

    public static readonly DiagnosticCode OutOfRange = Error(
        "GAL206",
        "Number or list out of range",
        "The number is too small or too large, or the list too short or too long.",
        "limits: {max_creates: -1}",
        "limits: {max_creates: 50}"
    );

    public static readonly DiagnosticCode OneSource = Error(
        "GAL207",
        "A file and a URL, or neither",
        "A picture or document has either a file of the client or a URL.",
        "images: [{file: a.png, url: https://example.com/a.png}]",
        "images: [{file: a.png}]"
    );

    public static readonly DiagnosticCode UnknownZone = Error(
        "GAL210",
        "Unknown time zone",
        "The time zone is not a name of the IANA database, such as Europe/London.",
        "time_zone: London",
        "time_zone: Europe/London"
    );

    public static readonly DiagnosticCode NoZone = Error(
        "GAL211",
        "No time zone",
        "Neither client.yaml nor galley.yaml has a time zone, so Galley can't read the times of the posts.",
        "a client.yaml without `time_zone`",
        "time_zone: America/New_York"
    );

    public static readonly DiagnosticCode AccountId = Error(
        "GAL212",
        "No account, or two accounts",
        "client.yaml names the LeadPanther account with either `client_id` (a client of an agency) or `user_id` (a direct account).",
        "name: Northwind Traders",
        "name: Northwind Traders\nclient_id: 00000000-0000-4000-8000-000000000001"
    );

    public static readonly DiagnosticCode SharedAccount = Error(
        "GAL213",
        "Two clients with one account",
        "Two client folders name the same LeadPanther account, so both would publish into it.",
        "the same `client_id` in two client.yaml files",
        "Give each client folder its own account id."
    );

    public static readonly DiagnosticCode UnknownRule = Error(
        "GAL214",
        "Unknown code in `rules`",
        "`rules` names a code that does not exist.",
        "rules: {GAL999: warning}",
        "rules: {GAL314: warning}"
    );

    public static readonly DiagnosticCode FixedRule = Error(
        "GAL215",
        "Code with a fixed severity",
        "`rules` can't change the severity of this code, because publishing with this problem would do harm.",
        "rules: {GAL108: note}",
        "Delete the line."
    );

    public static readonly DiagnosticCode FixedOffset = new(
        "GAL216",
        Severity.Warning,
        "Time zone without summer time",
        "Names such as EST, MST and Etc/GMT+2 mean a fixed offset from UTC. Posts then go out an hour late or early in summer.",
        "time_zone: EST",
        "time_zone: America/New_York"
    );

    public static readonly DiagnosticCode NoSuchDays = Error(
        "GAL217",
        "Days that do not exist",
        "`blackout` names a day that the calendar does not have, or a range whose last day comes before its first.",
        "blackout: [2026-12-26..2026-12-24]",
        "blackout: [2026-12-24..2026-12-26]"
    );

    public static readonly DiagnosticCode ExampleAccount = Error(
        "GAL220",
        "Example id",
        "client.yaml has the example id that `galley init` writes, so nothing can be sent for this client.",
        "client_id: 00000000-0000-0000-0000-000000000000",
        "client_id: 00000000-0000-4000-8000-000000000001   # the client's own, from `galley clients`"
    );

    private static DiagnosticCode Error(string id, string title, string meaning, string bad, string fix) =>
        new(id, Severity.Error, title, meaning, bad, fix);
}
