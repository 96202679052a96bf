using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Folders;

/// <summary>What is said of a file that nothing reads: it would silently not be published.</summary>
internal static class StrayFile
{
    private static readonly string[] ClientParts =
    [
        ClientFolder.ClientFile,
        DocumentFolder.Posts,
        DocumentFolder.LeadMagnets,
        "media",
    ];

    public static void Report(Entry entry, string? client, Action<Problem> sink) =>
        new FileReport(entry.Path, client, sink).Add(
            ReadingCodes.StrayFile,
            Position.Start,
            entry.IsFolder ? $"Nothing in the folder `{entry.Name}` is read." : $"The file `{entry.Name}` is not read.",
            Help(entry)
        );

    private static string Help(Entry entry)
    {
        var ending = Path.GetExtension(entry.Name).ToLowerInvariant();
        if (!entry.IsFolder && ending is ".yml" or ".markdown" or ".md" or ".yaml")
        {
            return OtherEnding(entry, ending == ".yml" ? ".yaml" : ".md");
        }

        if (
            Suggestion.For(entry.Name, ClientParts) is { } part
            && !entry.Path.Contains($"/{DocumentFolder.Posts}/", StringComparison.Ordinal)
        )
        {
            return $"Rename it to {part}.";
        }

        return "Move it out of clients/ or delete it; posts and lead magnets are .md or .yaml files, pictures and PDFs belong in media/.";
    }

    private static string OtherEnding(Entry entry, string right) =>
        Path.GetExtension(entry.Name) is ".md" or ".yaml"
            ? "Move it into posts/ or lead-magnets/ of a client, or out of clients/."
            : $"Rename it to {Path.GetFileNameWithoutExtension(entry.Name)}{right}.";
}
