using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content;

/// <summary>
/// One client's pictures and PDFs. A name in a post is looked up in the list of the client's own files. Nothing else is ever
/// opened, because its content would get a public address. Not safe for several threads.
/// </summary>
public sealed class MediaLibrary
{
    private const string MediaFolder = "media";
    private readonly string _slug;
    private readonly MediaTree _tree;
    private readonly Dictionary<string, MediaInspection> _inspected = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    private MediaLibrary(string slug, MediaTree tree)
    {
        _slug = slug;
        _tree = tree;
    }

    /// <param name="slug">The client's folder below clients/.</param>
    public static MediaLibrary Open(string contentRoot, string slug) => new(slug, MediaTree.List(contentRoot, slug));

    /// <summary>
    /// Every media file of the client, used or not: everything in media/, and pictures and PDFs elsewhere in the folder.
    /// Sorted by path.
    /// </summary>
    public ImmutableArray<MediaFile> All =>
        [
            .. _tree
                .All.Where(entry => (_inspected.ContainsKey(entry.Path) || IsMedia(entry.Path)) && entry.IsFile)
                .Select(entry => Inspect(entry).File)
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];

    /// <summary>Whether a file is a media file, by its path from the client's folder.</summary>
    public static bool IsMedia(string path) =>
        !Path.GetFileName(path).StartsWith("README", StringComparison.OrdinalIgnoreCase)
        && (path.StartsWith(MediaFolder + "/", StringComparison.Ordinal) || MediaType.HasEnding(path));

    /// <summary>
    /// The file that <paramref name="reference"/> names. A name is looked up next to the document, then in media/. A path is
    /// looked up from the folder of the document, of the client, then from media/. A problem of a file is reported once, for
    /// the first document that uses it.
    /// </summary>
    /// <param name="documentPath">From the content root.</param>
    /// <param name="at">Where the document names the file.</param>
    public MediaFile? Find(string reference, string documentPath, Position at, Action<Problem> report)
    {
        void Report(DiagnosticCode code, string message, string help) =>
            report(new Problem(code, documentPath, at, message, help) { Client = _slug });

        var candidates = MediaPath.Candidates(reference, FolderOf(documentPath), MediaFolder);
        if (candidates.IsEmpty)
        {
            Report(
                MediaCodes.OutsideFolder,
                $"\"{reference}\" is outside the client's folder.",
                $"Copy the file into clients/{_slug}/media/ and write only its name."
            );
            return null;
        }

        foreach (var path in candidates)
        {
            if (_tree.LinkOnTheWayTo(path) is { } link)
            {
                Report(
                    MediaCodes.SymbolicLink,
                    $"\"{reference}\" goes through a symbolic link, clients/{_slug}/{link.Path}.",
                    "Put a copy of the file there. Galley does not follow links."
                );
                return null;
            }

            if (_tree.Find(path) is { IsFile: true } entry)
            {
                return Checked(entry, Report);
            }
        }

        Report(MediaCodes.Missing, $"There is no file \"{reference}\".", MissingHelp(reference));
        return null;
    }

    private MediaFile Checked(MediaTree.Entry entry, Action<DiagnosticCode, string, string> report)
    {
        var inspection = Inspect(entry);
        if (inspection.Found is { } fault && _reported.Add(entry.Path))
        {
            report(fault.Code, fault.Message, fault.Help);
        }

        return inspection.File;
    }

    private MediaInspection Inspect(MediaTree.Entry entry)
    {
        if (!_inspected.TryGetValue(entry.Path, out var inspection))
        {
            _inspected[entry.Path] = inspection = MediaInspection.Inspect($"clients/{_slug}/{entry.Path}", entry);
        }

        return inspection;
    }

    private string MissingHelp(string reference)
    {
        if (reference.Contains("://", StringComparison.Ordinal))
        {
            return $"Write a URL like this: {{url: {reference}}}.";
        }

        var known = _tree.All.Where(entry => IsMedia(entry.Path) && entry.IsFile).Select(entry => entry.Path).ToArray();
        var names = known.Select(path => Path.GetFileName(path)).Concat(known).Distinct();
        return Suggestion.DidYouMean(reference, names)
            + $"Galley looks for a name next to the post, then in clients/{_slug}/media/. Capitals matter.";
    }

    /// <summary>From the client's folder.</summary>
    private string FolderOf(string documentPath)
    {
        var client = $"clients/{_slug}/";
        var path = documentPath.StartsWith(client, StringComparison.Ordinal)
            ? documentPath[client.Length..]
            : documentPath;
        return path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";
    }
}
