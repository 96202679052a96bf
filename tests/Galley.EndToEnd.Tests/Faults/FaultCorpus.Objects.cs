namespace Galley.EndToEnd.Tests.Faults;

internal static partial class FaultCorpus
{
    /// <summary>Of posts, lead magnets and media.</summary>
    private static IEnumerable<Fault> InObjects =>
        [
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
