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

    private readonly IReadOnlyDictionary<string, long>? _sizes;

    private MediaLibrary(string slug, MediaTree tree, IReadOnlyDictionary<string, long>? sizes)
    {
        _slug = slug;
        _tree = tree;
        _sizes = sizes;
    }

    /// <param name="slug">The client's folder below clients/.</param>
    /// <param name="sizes">See <see cref="Repository.Open"/>.</param>
    public static MediaLibrary Open(string contentRoot, string slug, IReadOnlyDictionary<string, long>? sizes = null) =>
        new(slug, MediaTree.List(contentRoot, slug), sizes);

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
    /// <param name="end">The position after the name. Null where a correction of the name is not possible.</param>
    public MediaFile? Find(
        string reference,
        string documentPath,
        Position at,
        Action<Problem> report,
        Position? end = null
    )
    {
        var place = new Reference(reference, documentPath, at, end, report);
        if (reference.Contains('\\') && !MediaPath.IsAbsolute(reference.Replace('\\', '/')))
        {
            return WithSlashes(place);
        }

        var candidates = MediaPath.Candidates(reference, FolderOf(documentPath), MediaFolder);
        if (candidates.IsEmpty)
        {
            return Refuse(
                place,
                MediaCodes.OutsideFolder,
                $"\"{reference}\" is outside the client's folder.",
                $"Copy the file into clients/{_slug}/media/ and write only its name."
            );
        }

        return Find(place, candidates, _tree.Find)
            ?? Find(place, candidates, _tree.FindAlike)
            ?? (place.IsRefused ? null : Missing(place));
    }

    private MediaFile? Find(Reference place, ImmutableArray<string> candidates, Func<string, MediaTree.Entry?> find)
    {
        foreach (var path in candidates.Where(_ => !place.IsRefused))
        {
            if (_tree.LinkOnTheWayTo(path) is { } link)
            {
                return Refuse(
                    place,
                    MediaCodes.SymbolicLink,
                    $"\"{place.Name}\" goes through a symbolic link, clients/{_slug}/{link.Path}.",
                    "Put a copy of the file there. Galley does not follow links."
                );
            }

            if (find(path) is { IsFile: true } entry)
            {
                return Checked(entry, (code, message, help) => Refuse(place, code, message, help));
            }
        }

        return null;
    }

    private MediaFile? WithSlashes(Reference place)
    {
        var right = place.Name.Replace('\\', '/');
        return Refuse(
            place,
            MediaCodes.Missing,
            $"\"{place.Name}\" has a backslash, which is a part of a path on Windows only.",
            $"Write the path with /: {right}",
            right
        );
    }

    private MediaFile? Refuse(Reference place, DiagnosticCode code, string message, string help, string? right = null)
    {
        place.IsRefused = true;
        place.Report(
            new Problem(code, place.DocumentPath, place.At, message, help)
            {
                Client = _slug,
                Fix =
                    right is not null && place.End is { } end ? new Fix(place.At, end, MediaName.Written(right)) : null,
            }
        );
        return null;
    }

    /// <summary>A name in a document, and what to do about it.</summary>
    private sealed class Reference(string name, string documentPath, Position at, Position? end, Action<Problem> report)
    {
        public string Name => name;
        public string DocumentPath => documentPath;
        public Position At => at;
        public Position? End => end;
        public Action<Problem> Report => report;
        public bool IsRefused { get; set; }
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
            var path = $"clients/{_slug}/{entry.Path}";
            _inspected[entry.Path] = inspection =
                _sizes is not null && _sizes.TryGetValue(path, out var size)
                    ? MediaInspection.OfNameAndSize(path, size)
                    : MediaInspection.Inspect(path, entry);
        }

        return inspection;
    }

    private MediaFile? Missing(Reference place)
    {
        var message = $"There is no file \"{place.Name}\".";
        if (place.Name.Contains("://", StringComparison.Ordinal))
        {
            return Refuse(place, MediaCodes.Missing, message, $"Write a URL like this: {{url: {place.Name}}}.");
        }

        var known = _tree.All.Where(entry => IsMedia(entry.Path) && entry.IsFile).Select(entry => entry.Path).ToArray();
        var names = known.Select(path => Path.GetFileName(path)).Concat(known).Distinct().ToArray();
        var meant = Suggestion.For(MediaName.Normal(place.Name), names);
        var difference = meant is null ? null : MediaName.Difference(place.Name, meant);
        return Refuse(
            place,
            MediaCodes.Missing,
            message,
            $"{(meant is null ? "" : $"Did you mean \"{meant}\"? ")}{difference}{(difference is null ? "" : " ")}"
                + $"Galley looks for a name next to the post, then in clients/{_slug}/media/. Capitals matter.",
            IsOnlyOne(place.Name, known) ? meant : null
        );
    }

    /// <summary>Only one file has this name but for its capitals, spaces, hyphens and underscores.</summary>
    private static bool IsOnlyOne(string typed, string[] known) =>
        known.Count(path => MediaName.IsSameName(Path.GetFileName(typed), Path.GetFileName(path))) == 1;

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
