namespace Galley.EndToEnd.Tests.Faults;

internal static class FaultCorpus
{
    private const string HalfSecond = "ferrand-acoustique/posts/half-second.md";
    private const string Glass = "ferrand-acoustique/posts/glass-walls.yaml";
    private const string Walkthrough = "ferrand-acoustique/lead-magnets/meeting-room-walkthrough.md";
    private const string Fields = "finch-revops/posts/crm-fields.md";
    private const string Deck = "finch-revops/posts/handoff-deck.md";
    private const string Coverage = "finch-revops/posts/pipeline-coverage.yaml";
    private const string Dock = "kestrel-cold-chain/posts/2026-06-09-dock-door.md";
    private const string Logger = "kestrel-cold-chain/posts/2026-06-11-logger-average.md";
    private const string Ferrand = "ferrand-acoustique/client.yaml";
    private const string Kestrel = "kestrel-cold-chain/client.yaml";
    private const string Settings = "galley.yaml";

    public static IEnumerable<Fault> All =>
        [
            // Reading
            new("front matter is never closed", Fields, "---\nYour opportunity", "Your opportunity", "GAL104", null),
            new("a tab as indentation", HalfSecond, "  reaction:", "\treaction:", "GAL101", "\treaction:"),
            new(
                "a quote that never ends",
                Dock,
                "    - text: \"If you",
                "    - text: \"If \"you",
                "GAL101",
                "If \"you"
            ),
            new(
                "a field twice",
                Fields,
                "status: scheduled",
                "status: scheduled\nstatus: draft",
                "GAL102",
                "status: draft"
            ),
            new("an anchor", Fields, "notes: No call", "notes: &note No call", "GAL106", "&note"),
            new("a tag", Fields, "notes: No call", "notes: !!str No call", "GAL110", "!!str"),
            new("a stray file", "finch-revops/posts/old-draft.docx", null, "words", "GAL108", null),
            new(
                "a name with spaces",
                "finch-revops/posts/My Post.md",
                null,
                "---\nstatus: draft\n---\nWords.\n",
                "GAL119",
                null
            ),
            new(
                "two files with one key",
                "finch-revops/posts/crm-fields.yaml",
                null,
                "status: draft\nbody: Words.\n",
                "GAL109",
                null
            ),
            new(
                "a placeholder without quotes",
                Walkthrough,
                "text_template: \"Voilà, the walk-through is here: {{resource_link}} Do it",
                "text_template: {{resource_link}} \"Do it",
                "GAL116",
                "text_template"
            ),
            new(
                "a colon in a text without quotes",
                Fields,
                "notes: No call to action; the",
                "notes: No call to action: the",
                "GAL117",
                "notes:"
            ),
            // Schemas and settings
            new("a field mistyped", HalfSecond, "images:", "imagse:", "GAL201", "imagse:"),
            new("a field that is missing", HalfSecond, "status: scheduled\n", "", "GAL202", "scheduled_at"),
            new(
                "a number where a list belongs",
                HalfSecond,
                "images: [reverberation.png]",
                "images: 3",
                "GAL203",
                "images:"
            ),
            new(
                "a status that does not exist",
                HalfSecond,
                "status: scheduled",
                "status: published",
                "GAL204",
                "status: published"
            ),
            new(
                "a reaction that is not documented",
                HalfSecond,
                "reaction_type: like",
                "reaction_type: celebrate",
                "GAL204",
                "celebrate"
            ),
            new("a repost", Glass, "repost: null", "repost: true", "GAL203", "repost: true"),
            new("a delay that is a word", HalfSecond, "delay_minutes: 45", "delay_minutes: soon", "GAL203", "soon"),
            new("yes for true", HalfSecond, "enabled: true", "enabled: yes", "GAL203", "enabled: yes"),
            new(
                "a page status that is not documented",
                Walkthrough,
                "  cta_label:",
                "  status: draft\n  cta_label:",
                "GAL204",
                "status: draft"
            ),
            new(
                "a delivery mode that is not documented",
                Walkthrough,
                "keyword: QUIET",
                "keyword: QUIET\ndelivery_mode: gated",
                "GAL204",
                "gated"
            ),
            new("an unknown time zone", Ferrand, "Europe/Paris", "Europe/Pairs", "GAL210", "Pairs"),
            new("an unknown time zone for all", Settings, "Europe/London", "London", "GAL210", "London"),
            new(
                "a client without an id",
                Kestrel,
                "client_id: 00000000-0000-4000-8000-000000000001\n",
                "",
                "GAL212",
                null
            ),
            new("two clients with one id", Ferrand, "000000000011", "000000000001", "GAL213", "client_id"),
            new("a window without a unit", Kestrel, "send_ahead: 72h", "send_ahead: 72", "GAL203", "send_ahead"),
            new(
                "a rule that can't be adjusted",
                Settings,
                "notify:",
                "rules: {GAL501: note}\nnotify:",
                "GAL215",
                "GAL501"
            ),
            new(
                "a rule that does not exist",
                Settings,
                "notify:",
                "rules: {GAL999: note}\nnotify:",
                "GAL214",
                "GAL999"
            ),
            // Posts
            new("a time that is no time", HalfSecond, "2026-06-10 09:15", "next Wednesday", "GAL301", "next Wednesday"),
            new(
                "a time that the clocks skip",
                HalfSecond,
                "2026-06-10 09:15",
                "2027-03-28 02:30",
                "GAL303",
                "2027-03-28"
            ),
            new(
                "a time that the clocks repeat",
                HalfSecond,
                "2026-06-10 09:15",
                "2026-10-25 02:30",
                "GAL304",
                "2026-10-25"
            ),
            new(
                "a scheduled post without a time",
                HalfSecond,
                "scheduled_at: 2026-06-10 09:15\n",
                "",
                "GAL306",
                "status"
            ),
            new("a time that is past", HalfSecond, "2026-06-10", "2025-06-10", "GAL307", "2025-06-10"),
            new("a time in five minutes", HalfSecond, "2026-06-10 09:15", "2026-06-08T09:05:00Z", "GAL308", "09:05"),
            new(
                "a post without text",
                "finch-revops/posts/empty.md",
                null,
                "---\nstatus: scheduled\nscheduled_at: 2026-06-29 10:00\n---\n",
                "GAL309",
                Fault.LastLine
            ),
            new(
                "a text over the limit",
                Fields,
                "Your opportunity form",
                new string('a', 20) + string.Concat(Enumerable.Repeat(" word", 600)) + "\n\nYour opportunity form",
                "GAL310",
                "word word"
            ),
            new(
                "a comment over the limit",
                HalfSecond,
                "The recording was",
                string.Concat(Enumerable.Repeat("word ", 300)) + "The recording was",
                "GAL311",
                "word word"
            ),
            new(
                "a lead magnet mistyped",
                HalfSecond,
                "lead_magnet: meeting-room-walkthrough",
                "lead_magnet: meeting-room-walktrough",
                "GAL312",
                "walktrough"
            ),
            new(
                "a keyword instead of a key",
                HalfSecond,
                "lead_magnet: meeting-room-walkthrough",
                "lead_magnet: QUIET",
                "GAL312",
                "QUIET"
            ),
            new(
                "a text that never names the keyword",
                Glass,
                "body_file: glass-walls-text.md",
                "body: Words without a call.",
                "GAL313",
                "lead_magnet"
            ),
            new("two posts within the gap", Dock, "2026-06-09 08:30", "2026-06-11 11:00", "GAL314", "scheduled_at"),
            new("a delay below zero", HalfSecond, "delay_minutes: 45", "delay_minutes: -5", "GAL321", "-5"),
            new(
                "an empty comment",
                HalfSecond,
                "text: The recording was made with one phone on the table, before and after. Nothing else was changed.",
                "text: \"\"",
                "GAL323",
                "text: \"\""
            ),
            new("a picture in the text", Fields, "13 fields passed.", "![fields](crm.png)", "GAL330", "![fields]"),
            new("HTML in the text", Fields, "13 fields passed.", "<b>13 fields</b> passed.", "GAL331", "<b>13"),
            new(
                "a placeholder mistyped",
                HalfSecond,
                "Comment <<keyword>>",
                "Comment <<keywrod>>",
                "GAL333",
                "keywrod"
            ),
            new(
                "a placeholder without a lead magnet",
                Logger,
                "If your release form",
                "Comment <<keyword>>. If your release form",
                "GAL334",
                "<<keyword>>"
            ),
            // Lead magnets
            new("a message without the link", Walkthrough, "{{resource_link}} ", "", "GAL401", "text_template"),
            new(
                "a placeholder mistyped in a message",
                Walkthrough,
                "here: {{resource_link}}",
                "here: {{resource_link}} {{name}}",
                "GAL402",
                "{{name}}"
            ),
            new(
                "a page without words",
                "ferrand-acoustique/lead-magnets/empty.md",
                null,
                "---\nkeyword: EMPTY\nresource_name: Empty\ntext_template: \"Here: <<resource_link>>\"\n---\n",
                "GAL403",
                Fault.LastLine
            ),
            new(
                "one keyword twice",
                "ferrand-acoustique/lead-magnets/second.md",
                null,
                "---\nkeyword: quiet\nresource_name: Second\ntext_template: \"Here: <<resource_link>>\"\n---\nWords.\n",
                "GAL404",
                "keyword: quiet"
            ),
            new(
                "a label without a link",
                Walkthrough,
                "  cta_url: https://ferrand.example.com/contact\n",
                "",
                "GAL405",
                "cta_label"
            ),
            new(
                "a link over plain http",
                Walkthrough,
                "https://ferrand.example.com/contact",
                "http://ferrand.example.com/contact",
                "GAL406",
                "http://"
            ),
            new(
                "a link that runs a program",
                Walkthrough,
                "You need a colleague",
                "[Run](javascript:alert(1)) You need a colleague",
                "GAL407",
                "javascript"
            ),
            new(
                "a relative link",
                Walkthrough,
                "You need a colleague",
                "[More](more.html) You need a colleague",
                "GAL408",
                "more.html"
            ),
            // Media
            new(
                "a picture that is not there",
                HalfSecond,
                "reverberation.png",
                "reverbration.png",
                "GAL501",
                "reverbration"
            ),
            new(
                "a path out of the folder",
                HalfSecond,
                "[reverberation.png]",
                "[{file: ../../finch-revops/media/crm-fields.jpg}]",
                "GAL505",
                ".."
            ),
            new(
                "an absolute path",
                HalfSecond,
                "[reverberation.png]",
                "[{file: /etc/passwd}]",
                "GAL505",
                "/etc/passwd"
            ),
            new(
                "a PDF among the pictures",
                Deck,
                "document: {file: media/handoff-deck.pdf, type: document}",
                "images: [handoff-deck.pdf]",
                "GAL512",
                "images:"
            ),
            new(
                "a page of a file sharer",
                Coverage,
                "images: []",
                "images: [{url: https://drive.google.com/file/d/1/view}]",
                "GAL509",
                "drive.google"
            ),
            new(
                "a picture over plain http",
                Coverage,
                "images: []",
                "images: [{url: http://example.com/a.png}]",
                "GAL514",
                "http://"
            ),
            new(
                "a text that is called a picture",
                "kestrel-cold-chain/media/dock-minutes.png",
                null,
                "not a picture",
                "GAL502",
                null
            )
            {
                Line = 5,
            },
        ];
}
