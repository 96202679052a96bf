using static Galley.Diagnostics.Codes.ReadingCodes;
using static Galley.Diagnostics.Codes.SettingsCodes;
using static Galley.Diagnostics.Codes.TimeCodes;
using static Galley.Tests.Content.FaultCase;

namespace Galley.Tests.Content;

/// <summary>Faults that one file's text shows. Those of folders are in <see cref="FolderFaultTests"/>.</summary>
internal static class FaultCases
{
    private const string Id = "client_id: 00000000-0000-4000-8000-000000000001";

    public static IEnumerable<FaultCase> All => [.. Yaml, .. Form, .. Fields, .. Times, .. Accounts];

    private static IEnumerable<FaultCase> Yaml =>
        [
            Post("Quote_NotClosed", Syntax, "---\nstatus: draft\nnotes: \"Ask Ann\n---\nHi", 3, 8, "Close the quotes"),
            Post("Tab_AsIndent", Syntax, "---\nstatus: draft\n\tnotes: x\n---\nHi", 3, 1, "spaces"),
            Post(
                "Hashtag_InBrackets",
                Syntax,
                "---\nstatus: draft\nlabels: [launch, #b2b, \"a #b\"]\nnotes: x\n---\nHi",
                3,
                9,
                "labels: [launch, \"#b2b\", \"a #b\"]"
            ),
            Post(
                "Text_BeginsWithQuestionMark",
                Syntax,
                "---\nstatus: draft\nnotes: ? who\n---\nHi",
                3,
                8,
                "notes: \"? who\""
            ),
            Post("Text_BeginsWithAt", Syntax, "---\nstatus: draft\nnotes: @ann\n---\nHi", 3, 8, "notes: \"@ann\""),
            YamlPost("List_NotClosed", Syntax, "status: draft\nnotes: [a\nbody: x", 2, 8, "Close the bracket"),
            YamlPost("List_NotClosedAtTheEnd", Syntax, "status: draft\nbody: x\nlabels: [a", 3, 9, "Close the bracket"),
            YamlPost(
                "Quote_NotClosedAtTheEnd",
                Syntax,
                "status: draft\nbody: x\nnotes: 'Ask Ann\n",
                3,
                8,
                "Close the quotes"
            ),
            YamlPost("Escape_BeyondUnicode", Syntax, "status: draft\nbody: \"\\UFFFFFFFF\"", 2, 5, ""),
            Post("Field_Twice", DuplicateField, "---\nstatus: draft\nstatus: draft\n---\nHi", 3, 1, "Keep one"),
            Post("Alias", Alias, "---\nstatus: draft\nnotes: *x\n---\nHi", 3, 8, "quotes"),
            Post("Anchor", Alias, "---\nstatus: &s draft\n---\nHi", 2, 9, "Delete `&s`"),
            Post("Tag", Tag, "---\nstatus: draft\nnotes: !important x\n---\nHi", 3, 8, "quotes"),
            Post("MergeKey", MergeKey, "---\nstatus: draft\n<<: {notes: x}\n---\nHi", 3, 1, "<<resource_link>>"),
            YamlPost(
                "Document_Second",
                SecondDocument,
                "status: draft\nbody: x\n---\nstatus: draft",
                3,
                1,
                "Delete the line"
            ),
            YamlPost(
                "Nesting_TooDeep",
                TooDeep,
                "status: draft\nbody: x\nnotes: " + new string('[', 10_000),
                3,
                40,
                "four levels"
            ),
            YamlPost(
                "List_OfHundredThousandLines",
                TooMany,
                "status: draft\nimages:\n" + string.Concat(Enumerable.Repeat("- a\n", 100_000)),
                9998,
                3,
                "Take out"
            ),
            Post(
                "Placeholder_Bare",
                QuotePlaceholder,
                "---\nstatus: draft\nnotes: {{resource_link}} is it\n---\nHi",
                3,
                8,
                "notes: \"{{resource_link}} is it\""
            ),
            Post(
                "Placeholder_BareAndAlone",
                QuotePlaceholder,
                "---\nstatus: draft\nnotes: {{resource_link}}\n---\nHi",
                3,
                8,
                "notes: \"{{resource_link}}\""
            ),
            Post(
                "Colon_InText",
                QuoteColon,
                "---\nstatus: draft\nnotes: Here it is: good\n---\nHi",
                3,
                18,
                "notes: \"Here it is: good\""
            ),
            Post(
                "Hashtag_Dropped",
                DroppedText,
                "---\nstatus: draft\nnotes: Ask #ann\n---\nHi",
                3,
                12,
                "notes: \"Ask #ann\""
            ),
            Post("Name_Empty", FieldName, "---\nstatus: draft\nimages:\n  - :\n---\nHi", 4, 5, "name: value"),
            YamlPost("Name_IsList", FieldName, "? [a]\n: b", 1, 3, "name: value"),
        ];

    private static IEnumerable<FaultCase> Form =>
        [
            Post("FrontMatter_Missing", FrontMatter, "Hello\n", 1, 1, "---"),
            Post("FrontMatter_NotClosed", FrontMatter, "---\nstatus: draft\n\nHello", 1, 1, "---"),
            Post("File_Over1MiB", TooLarge, "---\nstatus: draft\n---\n" + new string('x', 1024 * 1024), 1, 1, "media/"),
            Post("Text_HasNul", ControlCharacter, "---\nstatus: draft\n---\nHel\0lo", 4, 4, "Delete it"),
            Post("Body_InFrontMatterToo", BodyPlace, "---\nstatus: draft\nbody: x\n---\nHi", 3, 1, "Keep one"),
            YamlPost("Body_Twice", BodyPlace, "status: draft\nbody: x\nbody_file: a.md", 3, 1, "Keep one"),
            YamlPost("Body_Nowhere", BodyPlace, "status: draft", 1, 1, "body_file"),
            YamlPost("BodyFile_Missing", BodyFile, "status: draft\nbody_file: b.md", 2, 12, "next to this one"),
            YamlPost("BodyFile_Elsewhere", BodyFile, "status: draft\nbody_file: ../b.md", 2, 12, "next to this one"),
            Post("Key_WithCapitals", BadKey, "---\nstatus: draft\nkey: Launch Day\n---\nHi", 3, 6, "launch-day"),
            new(
                "Name_OfWindowsDevice",
                DeviceName,
                "clients/acme/posts/con.md",
                "---\nstatus: draft\n---\nHi",
                1,
                1,
                "con-post"
            ),
        ];

    private static IEnumerable<FaultCase> Fields =>
        [
            Post(
                "Field_Unknown",
                UnknownField,
                "---\nstatus: draft\nlead_magent: x\n---\nHi",
                3,
                1,
                "Did you mean \"lead_magnet\"?"
            ),
            Post(
                "Field_UnknownDeepInside",
                UnknownField,
                "---\nstatus: draft\nfollowups:\n  comments:\n    - {text: a, delay: 5}\n---\nHi",
                5,
                17,
                "delay_minutes"
            ),
            Post("Status_Missing", MissingField, "---\nnotes: x\n---\nHi", 2, 1, "status: scheduled"),
            Post("Notes_AreNumber", WrongType, "---\nstatus: draft\nnotes: 2026\n---\nHi", 3, 8, "notes: \"2026\""),
            Post(
                "Flag_IsYes",
                WrongType,
                "---\nstatus: draft\nfollowups: {reaction: {enabled: yes}}\n---\nHi",
                3,
                33,
                "enabled: true"
            ),
            Post(
                "Images_AreText",
                WrongType,
                "---\nstatus: draft\nimages: a.png\n---\nHi",
                3,
                9,
                "images: [\"pipeline.png\"]"
            ),
            YamlPost("File_IsList", WrongType, "- status: draft", 1, 1, "status: draft"),
            Post(
                "Status_NotAllowed",
                NotAllowed,
                "---\nstatus: schedule\n---\nHi",
                2,
                9,
                "Did you mean \"scheduled\"?"
            ),
            Post("Status_IsNumber", NotAllowed, "---\nstatus: 5\n---\nHi", 2, 9, "scheduled, draft"),
            Post(
                "Duration_WithSpace",
                WrongForm,
                "---\nstatus: draft\nsend_ahead: 3 days\n---\nHi",
                3,
                13,
                "send_ahead: 24h"
            ),
            Settings("Limit_Negative", OutOfRange, "limits: {max_creates: -1}", 1, 23, "max_creates: 50"),
            Post(
                "Picture_FileAndAddress",
                OneSource,
                "---\nstatus: draft\nimages: [{file: a.png, url: 'https://a.example/b.png'}]\n---\nHi",
                3,
                10,
                "Keep one"
            ),
            new(
                "Keyword_Empty",
                WrongType,
                "clients/acme/lead-magnets/a.yaml",
                "keyword:\nresource_name: G\ntext_template: x\nbody: x",
                1,
                9,
                "keyword: GUIDE"
            ),
        ];

    private static IEnumerable<FaultCase> Times =>
        [
            Post(
                "Time_DayFirst",
                UnreadableTime,
                "---\nstatus: scheduled\nscheduled_at: 15/06/2026 10:00\n---\nHi",
                3,
                15,
                "2026-06-15 10:00"
            ),
            Post(
                "Time_DateAlone",
                UnreadableTime,
                "---\nstatus: scheduled\nscheduled_at: 2026-06-15\n---\nHi",
                3,
                15,
                "2026-06-15 10:00"
            ),
            Post(
                "Time_WithImpossibleOffset",
                UnreadableTime,
                "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00 +25:00\n---\nHi",
                3,
                15,
                "+14:00"
            ),
            Post(
                "Time_30February",
                NoSuchDay,
                "---\nstatus: scheduled\nscheduled_at: 2026-02-30 10:00\n---\nHi",
                3,
                15,
                "February 2026 has 28 days"
            ),
            Post(
                "Time_Skipped",
                Skipped,
                "---\nstatus: scheduled\nscheduled_at: 2026-03-08 02:30\n---\nHi",
                3,
                15,
                "2026-03-08 01:30 (before the change) or 2026-03-08 03:30 (after it)"
            ),
            Post(
                "Time_Repeated",
                Repeated,
                "---\nstatus: scheduled\nscheduled_at: 2026-11-01 01:30\n---\nHi",
                3,
                15,
                "2026-11-01 01:30 -04:00 for the first, or 2026-11-01 01:30 -05:00"
            ),
        ];

    private static IEnumerable<FaultCase> Accounts =>
        [
            Settings("Zone_CityAlone", UnknownZone, "time_zone: London", 1, 12, "Did you mean \"Europe/London\"?"),
            Client(
                "Zone_WithSpace",
                UnknownZone,
                $"name: A\n{Id}\ntime_zone: America/New York",
                3,
                12,
                "Did you mean \"America/New_York\"?"
            ),
            Settings("Zone_WithoutSummerTime", FixedOffset, "time_zone: EST", 1, 12, "America/New_York"),
            Client("Zone_Nowhere", NoZone, $"name: A\n{Id}", 1, 1, "time_zone: America/New_York"),
            Client("Account_None", AccountId, "name: A\ntime_zone: Europe/London", 1, 1, "client_id"),
            Client(
                "Account_Two",
                AccountId,
                $"name: A\ntime_zone: Europe/London\n{Id}\nuser_id: 00000000-0000-4000-8000-000000000002",
                4,
                1,
                "Keep `client_id`"
            ),
            Settings("Rule_Unknown", UnknownRule, "rules: {GAL999: warning}", 1, 9, "GAL314"),
            Client(
                "Rule_Fixed",
                FixedRule,
                ContentFolder.GoodClient + "rules: {GAL108: note}",
                4,
                9,
                "Delete this line"
            ),
        ];
}
