namespace Galley.Diagnostics.Codes;

/// <summary>GAL2xx: fields that the schemas or the settings don't allow. None is adjustable.</summary>
public static class SettingsCodes
{
    public static readonly DiagnosticCode UnknownField = Error(
        "GAL201",
        "Unknown field",
        "Galley has no field of this name here, so its value would be ignored.",
        "lead_magent: pipeline-guide",
        "lead_magnet: pipeline-guide"
    );

    public static readonly DiagnosticCode MissingField = Error(
        "GAL202",
        "Missing field",
        "A field that is needed is not there.",
        "a post without `status`",
        "status: draft"
    );

    public static readonly DiagnosticCode WrongType = Error(
        "GAL203",
        "Wrong kind of value",
        "A number stands where a text belongs, a text where a list belongs, and the like.",
        "keyword: 2026",
        "keyword: \"2026\""
    );

    public static readonly DiagnosticCode NotAllowed = Error(
        "GAL204",
        "Value not allowed",
        "The field takes only the values that the message lists.",
        "status: publish",
        "status: scheduled"
    );

    public static readonly DiagnosticCode WrongForm = Error(
        "GAL205",
        "Value of the wrong form",
        "The text is empty or not written in the way that the field needs.",
        "send_ahead: 3 days",
        "send_ahead: 3d"
    );

    public static readonly DiagnosticCode OutOfRange = Error(
        "GAL206",
        "Number or list out of range",
        "The number is too small or too large, or the list too short or too long.",
        "delay_minutes: -5",
        "delay_minutes: 5"
    );

    public static readonly DiagnosticCode OneSource = Error(
        "GAL207",
        "File and address, or neither",
        "A picture or document is either a file of the client's or a web address.",
        "images: [{file: a.png, url: https://example.com/a.png}]",
        "images: [{file: a.png}]"
    );

    public static readonly DiagnosticCode UnknownZone = Error(
        "GAL210",
        "Unknown time zone",
        "The time zone is not one of the IANA database, such as Europe/London.",
        "time_zone: London",
        "time_zone: Europe/London"
    );

    public static readonly DiagnosticCode NoZone = Error(
        "GAL211",
        "No time zone",
        "Neither client.yaml nor galley.yaml gives a time zone, so times in posts mean nothing.",
        "a client.yaml without `time_zone`",
        "time_zone: America/New_York"
    );

    public static readonly DiagnosticCode AccountId = Error(
        "GAL212",
        "No account, or two",
        "client.yaml names the LeadPanther account by exactly one of `client_id` (an agency's client) and `user_id` (a direct account).",
        "name: Northwind Traders",
        "name: Northwind Traders\nclient_id: 00000000-0000-4000-8000-000000000001"
    );

    public static readonly DiagnosticCode SharedAccount = Error(
        "GAL213",
        "Two clients with one account",
        "Two client folders name the same LeadPanther account, so both would publish into it.",
        "the same `client_id` in two client.yaml files",
        "Give each folder the id of its own account."
    );

    public static readonly DiagnosticCode UnknownRule = Error(
        "GAL214",
        "Rule code unknown",
        "`rules` names a code that Galley does not have.",
        "rules: {GAL999: warning}",
        "rules: {GAL314: warning}"
    );

    public static readonly DiagnosticCode FixedRule = Error(
        "GAL215",
        "Rule can't be changed",
        "`rules` names a code whose severity is fixed, because publishing in spite of it would do harm.",
        "rules: {GAL108: note}",
        "Take the line out."
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
