using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;
using Galley.Authoring.Editor;
using Galley.Rendering.Preview;

namespace Galley.Browser;

/// <summary>Galley in a web page: what the editor's form asks it.</summary>
internal static partial class EntryChecker
{
    private const string Folder = "/content";
    private static readonly EntryCheck Entries = new(Folder);

    /// <param name="request">An <see cref="EntryRequest"/> as JSON.</param>
    /// <returns>An <see cref="EntryReport"/> as JSON.</returns>
    [JSExport]
    internal static string Check(string request) =>
        JsonSerializer.Serialize(
            Entries.Check(JsonSerializer.Deserialize(request, EntryJson.Default.EntryRequest)!),
            EntryJson.Default.EntryReport
        );

    /// <summary>The style sheet of the card.</summary>
    [JSExport]
    internal static string Style() => AuthorCard.Style;

    /// <summary>The choice between desktop and phone.</summary>
    [JSExport]
    internal static string Device() => AuthorCard.Device;

    /// <summary>A file with a mistake loads what is slow the first time: the schemas' validator, the zones, the Markdown parser.</summary>
    internal static void WarmUp() =>
        new EntryCheck("/warm-up").Check(
            new EntryRequest(
                "2026-06-08T09:00:00Z",
                "a",
                "clients/a/posts/b.md",
                new Dictionary<string, string>
                {
                    ["clients/a/client.yaml"] = "name: A\ntime_zone: Europe/London\nclient_id: x\n",
                    ["clients/a/posts/b.md"] =
                        "---\nstats: draft\nscheduled_at: 2026-06-09 10:00\n---\nOne, *two*\n\n- three\n",
                },
                new Dictionary<string, long>(),
                IsNew: false
            )
        );
}
