using System.Text;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Ledger.Format;
using Galley.Ledger.Live;
using Galley.Ledger.Metrics;
using NodaTime;

namespace Galley.Fuzzing;

/// <summary>All that reads what comes from outside.</summary>
public static partial class FuzzTargets
{
    private const string Account = "00000000-0000-4000-8000-000000000001";
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 8, 9, 0);
    private static readonly int[] Statuses = [200, 201, 204, 302, 403, 404, 422, 429, 500];
    private static readonly string[] Json =
    [
        "\"data\":",
        "\"id\":",
        "null",
        "[]",
        "{}",
        "1e999",
        "\\ud800",
        "\"error\":",
    ];

    public static IReadOnlyList<FuzzTarget> All { get; } = [.. Own(), .. FromOutside()];

    private static FuzzTarget[] Own() =>
        [
            new("post", input => ReadContent("posts/a.md", input))
            {
                Words =
                [
                    "---\n",
                    "status: ",
                    "scheduled",
                    "scheduled_at: 2026-06-15 10:00\n",
                    "lead_magnet: guide\n",
                    "images: [",
                    "- ",
                    "followups:\n  comments:\n",
                    "<<keyword>>",
                    "{{resource_link}}",
                    "approved: ",
                    "moved_from: ",
                    "first_comment: ",
                    "](https://",
                    "```\n",
                    "> ",
                    "**",
                    "1. ",
                    "#tag",
                    "&amp;",
                ],
                Seeds =
                [
                    Bytes(
                        "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\nimages: [{url: "
                            + "https://a.b/c.png}]\n---\n**Hello** <<keyword>>\n"
                    ),
                ],
            },
            new("post-yaml", input => ReadContent("posts/a.yaml", input))
            {
                Words =
                [
                    "body: |\n  ",
                    "body_file: b.md\n",
                    "status: draft\n",
                    ": ",
                    "- ",
                    "&a ",
                    "*a",
                    "!!str ",
                    "? ",
                    "{a: b}",
                    "\"\\x",
                    "# ",
                ],
                Seeds = [Bytes("status: draft\nlabels: [a, b]\nbody: |\n  Words.\n")],
            },
            new("lead-magnet", input => ReadContent("lead-magnets/b.md", input))
            {
                Words =
                [
                    "keyword: ",
                    "resource_name: ",
                    "text_template: ",
                    "hosted_page:\n",
                    "  cta_url: ",
                    "<<resource_link>>",
                    "javascript:",
                ],
                Seeds =
                [
                    Bytes(
                        "---\nkeyword: GUIDE\nresource_name: Guide\ntext_template: \"Here: <<resource_link>>\"\n---\n# Page\n"
                    ),
                ],
            },
            new("client", input => ReadContent("client.yaml", input))
            {
                Words =
                [
                    "name: ",
                    "client_id: ",
                    "time_zone: ",
                    "Europe/Paris",
                    "send_ahead: 72h\n",
                    "rules: {GAL314: warning}\n",
                    "approval: required\n",
                ],
                Seeds = [Bytes($"name: A\nclient_id: {Account}\ntime_zone: Europe/Paris\nsend_drafts: true\n")],
            },
            new("settings", input => ReadContent("../../galley.yaml", input))
            {
                Words =
                [
                    "time_zone: ",
                    "ledger: ",
                    "git:galley-ledger",
                    "limits:\n",
                    "  min_gap: 2h\n",
                    "notify: [",
                    "paused: true\n",
                    "drift: hold\n",
                ],
                Seeds =
                [
                    Bytes("time_zone: Europe/London\nlimits:\n  min_gap: 2h\nsend_ahead: 72h\nnotify: [octocat]\n"),
                ],
            },
            new("ledger", ReadLedger)
            {
                Words =
                [
                    "\"event\":\"created\"",
                    "\"event\":\"moved\"",
                    "\"kind\":\"post\"",
                    "\"payload\":",
                    "\"send_before\":",
                    "\"intent\":",
                    "\"at\":",
                    "\n",
                ],
                Seeds =
                [
                    Line(new Created("a", Kind.Post, "k", "id-1", null)),
                    Line(new Moved("a", Kind.Post, "k", "j")),
                ],
            },
            new("ledger-header", input => Expected(() => HeaderFormat.Read(input, "ledger.json")))
            {
                Words =
                [
                    "\"format\":1",
                    "\"ledger_id\":",
                    "\"clients\":{}",
                    "\"not_offered\":",
                    "\"2026-06-08T09:00:00Z\"",
                ],
                Seeds = [HeaderFormat.Write(HeaderFormat.New("id"))],
            },
            new("ledger-live", input => _ = (LiveFormat.Read(input), Expected(() => MetricsFormat.Read(input, "m"))))
            {
                Words =
                [
                    "\"lists\":[",
                    "\"objects\":[",
                    "\"whole\":true",
                    "\"fields\":{",
                    "\"missing\":true",
                    "\"at\":\"2026-06-08T09:00:00Z\"",
                ],
                Seeds =
                [
                    Bytes(
                        "{\"lists\":[{\"kind\":\"post\",\"at\":\"2026-06-08T09:00:00Z\",\"whole\":true}],\"objects\":[]}\n"
                    ),
                ],
            },
        ];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] input) => Encoding.UTF8.GetString(input);

    private static byte[] Line(ObjectEvent e) =>
        LineFormat.Write(e with { Stamp = new Stamp("run-1", Now, "run", null) }, Account);

    /// <summary>Runs each; a refusal in words is an answer.</summary>
    private static int Expected(params ReadOnlySpan<Action> reads)
    {
        foreach (var read in reads)
        {
            try
            {
                read();
            }
            catch (GalleyException)
            {
                // For people.
            }
        }

        return reads.Length;
    }
}
