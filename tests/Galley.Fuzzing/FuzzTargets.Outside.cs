using Galley.Content.Pictures;
using Galley.Planning;
using Galley.Rendering.Json;
using Galley.Testing;

namespace Galley.Fuzzing;

/// <summary>What other programs and people send.</summary>
public static partial class FuzzTargets
{
    private static FuzzTarget[] FromOutside() =>
        [
            new("api-answer", ReadAnswer)
            {
                Words =
                [
                    .. Json,
                    "\"posts\":",
                    "\"pagination\":{\"has_more\":true}",
                    "\"owner\":{\"user_id\":\"a\"}",
                    "\"metrics\":",
                    "\"scheduled_at\":",
                ],
                Seeds =
                [
                    Bytes(
                        $$"""
                        {"data":[{"id":"{{Account}}","text":"a","status":"draft","scheduled_at":null}],
                        "pagination":{"has_more":false} }
                        """
                    ),
                    Bytes(
                        "{\"data\":{\"owner\":{\"user_id\":\"a\"},\"actor_type\":\"agency\",\"scopes\":[\"*\"]},\"request_id\":\"r\"}"
                    ),
                    Bytes("{\"error\":{\"code\":\"a\",\"message\":\"b\"}}"),
                ],
            },
            new("saved-plan", input =>
                Expected(
                    () => PlanJson.Parse(Text(input), "p"),
                    () => SavedPlan.Parse(Text(input), "p"),
                    () => ApplyResultJson.Parse(Text(input), "r")
                )
            )
            {
                Words =
                [
                    "\"version\":1",
                    "\"ledger\":{\"id\":null}",
                    "\"clients\":[",
                    "\"actions\":[",
                    "\"action\":\"create\"",
                    "\"done\":[",
                ],
                Seeds =
                [
                    Bytes(
                        """
                        {"version":1,"digest":"","ledger":{"id":null},"now":"2026-06-08T09:00:00Z",
                        "clients":[],"diagnostics":[],"totals":{}}
                        """
                    ),
                ],
            },
            new("github-answer", ReadGitHubAnswer)
            {
                Words =
                [
                    .. Json,
                    "\"user\":{\"login\":\"github-actions[bot]\"}",
                    "\"body\":",
                    "\"number\":7",
                    "\"state\":\"open\"",
                    "\"permission\":",
                ],
                Seeds =
                [
                    Bytes(
                        "\0[{\"id\":1,\"number\":7,\"body\":\"x\",\"user\":{\"login\":\"github-actions[bot]\"},\"state\":\"open\"}]"
                    ),
                    Bytes("\0{\"permission\":\"write\",\"login\":\"a\",\"message\":\"no\"}"),
                ],
            },
            new("github-event", ReadGitHubEvent)
            {
                Words =
                [
                    .. Json,
                    "\"pull_request\":",
                    "\"head\":{\"sha\":",
                    "\"base\":",
                    "\"repo\":",
                    "\"comment\":",
                    "\"issue\":",
                    "\"action\":",
                ],
                Seeds =
                [
                    Bytes(
                        """{"pull_request":{"number":7,"head":{"sha":"a","repo":{"full_name":"a/b"}},"base":{"sha":"b"}}}"""
                    ),
                    Bytes(
                        """{"action":"created","issue":{"number":5},"comment":{"id":1,"user":{"login":"a","type":"Bot"}}}"""
                    ),
                ],
            },
            new("comment", ReadComment)
            {
                Words =
                [
                    "/galley ",
                    "done post a/b 7QK4",
                    "forget lead-magnet a/b --recreate",
                    "adopt post a/b ",
                    "```\n",
                    "<details>",
                    "<!--",
                    "> ",
                    "- ",
                    "\n\n",
                ],
                Seeds = [Bytes("Thanks!\n\n/galley done post acme/launch 7QK4\n")],
            },
            new("csv", ReadSheet)
            {
                Words =
                [
                    "text,date,time\n",
                    "Post copy",
                    "status",
                    "scheduled",
                    "15/06/2026",
                    "9:00 am",
                    "\"\"",
                    ";",
                    "\t",
                    "#NAME?",
                    "PK\u0003\u0004",
                ],
                Seeds = [Bytes("text,date,image,first comment\n\"Hello, there\",15/06/2026 9am,a.png,Hi\n")],
            },
            new("picture", ReadPicture)
            {
                Words = ["IHDR", "IDAT", "eXIf", "GIF89a", "RIFF", "WEBPVP8X", "VP8L", "\u00ff\u00c0", "Exif\0\0MM\0*"],
                Seeds = [SampleMedia.Png(4, 3), SampleMedia.Jpeg(4, 3), SampleMedia.Gif(4, 3), SampleMedia.WebP()],
            },
            new("pdf", input => _ = PdfStructure.Read(new MemoryStream(input)))
            {
                Words =
                [
                    "%PDF-1.7\n",
                    "/Encrypt",
                    "/Type /Pages /Count 0",
                    "startxref\n",
                    "%%EOF",
                    "trailer << ",
                    "/Linearized",
                ],
                Seeds = [SampleMedia.Pdf()],
            },
        ];
}
