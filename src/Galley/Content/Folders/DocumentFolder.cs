using System.Collections.Immutable;
using Galley.Content.Documents;
using Galley.Content.Fields;
using Galley.Content.Schemas;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Folders;

/// <summary>All documents of one kind in one client's folder.</summary>
internal sealed class DocumentFolder(Kind kind, string slug, Action<Problem> sink)
{
    private readonly List<IContentObject> _objects = [];
    private readonly List<UnreadableFile> _unread = [];
    private readonly Dictionary<string, string> _pathByKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _bodyFiles = new(StringComparer.Ordinal);

    /// <inheritdoc cref="FileReport.Unsaved"/>
    public IReadOnlyDictionary<string, string>? Unsaved { get; init; }

    public delegate IContentObject? Convert(Kind kind, ContentDocument document, string key, FileReport report);

    public IEnumerable<UnreadableFile> Unread => _unread;

    public ImmutableArray<T> Objects<T>()
        where T : IContentObject => [.. _objects.OfType<T>().OrderBy(read => read.Key, StringComparer.Ordinal)];

    public void Read(Entry folder, Convert convert)
    {
        var files = (IsOnDisk(folder) ? FilesBelow(folder) : []).ToList();
        files.AddRange(NeverSaved(folder));
        // The .yaml files come first, because they say which .md files are bodies and not documents.
        foreach (var file in files.Where(file => HasEnding(file, ".yaml")))
        {
            ReadDocument(folder, file, convert);
        }

        foreach (var file in files.Where(file => HasEnding(file, ".md") && !_bodyFiles.Contains(file.Path)))
        {
            ReadDocument(folder, file, convert);
        }
    }

    /// <summary>Only an editor can name a folder that the disk lacks: nobody else pays for the question.</summary>
    private bool IsOnDisk(Entry folder) => Unsaved is null || Directory.Exists(folder.FullPath);

    /// <summary>Whether an editor holds a new file below the folder, which the disk may lack, too.</summary>
    public bool HasNeverSaved(Entry folder) => NeverSaved(folder).Any();

    private IEnumerable<Entry> NeverSaved(Entry folder) =>
        from path in Unsaved?.Keys ?? []
        where path.StartsWith($"{folder.Path}/", StringComparison.Ordinal)
        let entry = new Entry(Path.Join(folder.FullPath, path[folder.Path.Length..]), path, IsFolder: false)
        where !FolderListing.IsSkipped(entry.Name) && !Path.Exists(entry.FullPath)
        orderby path
        select entry;

    private IEnumerable<Entry> FilesBelow(Entry folder)
    {
        foreach (var entry in FolderListing.List(folder.FullPath, folder.Path, slug, sink))
        {
            if (entry.IsFolder)
            {
                foreach (var below in FilesBelow(entry))
                {
                    yield return below;
                }
            }
            else if (HasEnding(entry, ".yaml") || HasEnding(entry, ".md"))
            {
                yield return entry;
            }
            else if (!MediaLibrary.IsMedia(entry.Name))
            {
                StrayFile.Report(entry, slug, sink);
            }
        }
    }

    private void ReadDocument(Entry folder, Entry file, Convert convert)
    {
        var key = Path.ChangeExtension(file.Path[(folder.Path.Length + 1)..], null);
        try
        {
            ReadDocument(file, key, convert);
        }
#pragma warning disable CA1031 // A bug that one file triggers must not stop the other clients.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            new FileReport(file.Path, slug, sink) { Subject = (kind, key) }.Add(InternalError.From(bug));
            _unread.Add(new UnreadableFile(kind, key, file.Path));
        }
    }

    private void ReadDocument(Entry file, string key, Convert convert)
    {
        var problems = new FileProblems(sink);
        var report = new FileReport(file.Path, slug, problems.Add) { Subject = (kind, key), Unsaved = Unsaved };
        var document = DocumentReader.Read(file.FullPath, report);
        if (document?.Source.BodyPath is { } body && body != file.Path)
        {
            _bodyFiles.Add(body);
        }

        if (document is not null)
        {
            key = Key(document, key, report);
            report = report with { Subject = (kind, key) };
            SchemaOf(kind).Check(document.Root, report);
        }

        var isFirst = Claim(key, document, report);
        var isWhole = !problems.HasErrors;
        if (
            document is not null
            && isFirst
            && (isWhole || IsReadable(document))
            && convert(kind, document, key, report) is { } read
        )
        {
            _objects.Add(read);
        }
        else
        {
            isWhole = false;
        }

        if (!isWhole)
        {
            _unread.Add(new UnreadableFile(kind, key, file.Path));
        }
    }

    /// <summary>Rules must not report problems that follow only from a value that could not be read.</summary>
    private static bool IsReadable(ContentDocument document) =>
        !document.LacksBody && !UnreadableNode.IsIn(document.Root);

    private static ContentSchema SchemaOf(Kind kind) => ContentSchema.For(kind);

    private static string Key(ContentDocument document, string fromPath, FileReport report)
    {
        var field = document.Root.Find("key");
        var key = FieldReader.TextOf(field?.Value) ?? fromPath;
        if (KeyRules.RefuseKey(key, field?.Value.At ?? Position.Start) is { } fault)
        {
            report.Add(fault);
        }

        return key;
    }

    private bool Claim(string key, ContentDocument? document, FileReport report)
    {
        if (_pathByKey.TryAdd(key, report.Path))
        {
            return true;
        }

        report.Add(
            ReadingCodes.SameKey,
            document?.Root.Find("key")?.Value.At ?? Position.Start,
            $"{_pathByKey[key]} already has the key `{key}`. Capitals make no difference.",
            "Rename one of the two files, or give one of them its own `key:`."
        );
        return false;
    }

    private static bool HasEnding(Entry file, string ending) => file.Name.EndsWith(ending, StringComparison.Ordinal);
}
