namespace Galley.EndToEnd.Tests.Faults;

internal static partial class FaultCorpus
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

    public static IEnumerable<Fault> All => [.. InFiles, .. InObjects];

    /// <summary>Of any file, of the schemas and of the settings.</summary>
    private static IEnumerable<Fault> InFiles =>
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
        ];
}
