using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Folders;

/// <summary>Reports a file that Galley does not read, because otherwise nobody would notice that it is never published.</summary>
internal static class StrayFile
{
    private static readonly string[] ClientParts =
    [
        ContentRoot.ClientFile,
        .. ContentKind.All.Select(kind => kind.Folder),
        "media",
    ];

    public static void Report(Entry entry, string? client, Action<Problem> sink) =>
        new FileReport(entry.Path, client, sink).Add(
            ReadingCodes.StrayFile,
            Position.Start,
            entry.IsFolder
                ? $"Galley does not read the folder `{entry.Name}`."
                : $"Galley does not read the file `{entry.Name}`.",
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
            && !entry.Path.Contains($"/{ContentKind.For(Kind.Post).Folder}/", StringComparison.Ordinal)
        )
        {
            return $"Rename it to {part}.";
        }

        return "Move it out of clients/ or delete it. Posts and lead magnets are .md or .yaml files. Pictures and PDFs belong in media/.";
    }

    private static string OtherEnding(Entry entry, string right) =>
        Path.GetExtension(entry.Name) is ".md" or ".yaml"
            ? "Move it into posts/ or lead-magnets/ of a client, or out of clients/."
            : $"Rename it to {Path.GetFileNameWithoutExtension(entry.Name)}{right}.";
}
