using System.Collections.Immutable;
using Galley.Content.Documents;
using Galley.Content.Fields;
using Galley.Content.Schemas;
using Galley.Content.Styles;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using NodaTime;

namespace Galley.Content.Folders;

/// <summary>Reads everything in one client's folder.</summary>
internal sealed class ClientFolder
{
    private const string MediaFolder = "media";

    private readonly string _root;
    private readonly string _slug;
    private readonly string _path;
    private readonly Settings _settings;
    private readonly ImmutableArray<StyleRule> _styles;
    private readonly IReadOnlyDictionary<string, long>? _mediaSizes;
    private readonly IReadOnlyDictionary<string, string>? _unsaved;
    private readonly List<Problem> _problems = [];

    private ClientFolder(
        string root,
        string slug,
        Settings settings,
        ImmutableArray<StyleRule> styles,
        IReadOnlyDictionary<string, long>? mediaSizes,
        IReadOnlyDictionary<string, string>? unsaved
    )
    {
        _root = root;
        _slug = slug;
        _settings = settings;
        _styles = styles;
        _mediaSizes = mediaSizes;
        _unsaved = unsaved;
        _path = $"{ContentRoot.ClientsFolder}/{slug}";
    }

    /// <param name="styles">The style rules of all clients.</param>
    /// <param name="mediaSizes">See <see cref="Repository.Open"/>.</param>
    /// <param name="unsaved">Texts by path, which are read in the place of the files.</param>
    public static ClientContent Read(
        string root,
        string slug,
        Settings settings,
        ImmutableArray<StyleRule> styles,
        IReadOnlyDictionary<string, long>? mediaSizes = null,
        IReadOnlyDictionary<string, string>? unsaved = null
    )
    {
        var folder = new ClientFolder(root, slug, settings, styles, mediaSizes, unsaved);
        return folder.Guarded(folder.Read) ?? new ClientContent { Slug = slug, Problems = [.. folder._problems] };
    }

    /// <summary>client.yaml alone; null where it can't be read.</summary>
    public static Client? ReadClient(
        string root,
        string slug,
        Settings settings,
        IReadOnlyDictionary<string, long>? mediaSizes = null,
        IReadOnlyDictionary<string, string>? unsaved = null
    )
    {
        var folder = new ClientFolder(root, slug, settings, [], mediaSizes, unsaved);
        return folder.Guarded(() => folder.Client(folder.Entries(), folder.Library()));
    }

    private T? Guarded<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // A bug that one client triggers must not stop the other clients.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            Report(ContentRoot.ClientFile).Add(InternalError.From(bug));
            return null;
        }
    }

    private FileReport Report(string file) =>
        new($"{_path}/{file}", _slug, new FileProblems(_problems.Add).Add) { Unsaved = _unsaved };

    /// <summary>What is in such a folder is unknown, and must not be treated as deleted.</summary>
    private bool HasUnreadableFolder =>
        _problems.Exists(problem =>
            problem.Code == ReadingCodes.Unreadable && Directory.Exists(Path.Combine(_root, problem.Path))
        );

    private ClientContent Read()
    {
        var (entries, library) = (Entries(), Library());
        var client = Client(entries, library);
        var folders = ContentKind.All.ToDictionary(
            kind => kind.Folder,
            kind => new DocumentFolder(kind.Kind, _slug, new FileProblems(_problems.Add).Add) { Unsaved = _unsaved }
        );
        foreach (var entry in entries.Concat(NotOnDisk(entries, folders)))
        {
            if (entry.IsFolder && folders.TryGetValue(entry.Name, out var folder))
            {
                folder.Read(entry, Convert);
            }
            else if (entry.Name is not (ContentRoot.ClientFile or MediaFolder or ContentRoot.StylesFolder))
            {
                Stray(entry);
            }
        }

        return new ClientContent
        {
            Slug = _slug,
            Client = HasUnreadableFolder ? null : client,
            Posts = folders[ContentKind.For(Kind.Post).Folder].Objects<Post>(),
            LeadMagnets = folders[ContentKind.For(Kind.LeadMagnet).Folder].Objects<LeadMagnet>(),
            Unread = [.. folders.Values.SelectMany(folder => folder.Unread)],
            Media = library.All,
            Styles = _styles.AddRange(
                StyleFolder.Read(_root, $"{_path}/{ContentRoot.StylesFolder}", _slug, _unsaved, _problems.Add)
            ),
            Problems = [.. _problems],
        };

        IContentObject? Convert(Kind kind, ContentDocument document, string key, FileReport report) =>
            kind switch
            {
                Kind.LeadMagnet => LeadMagnetReader.Read(document, key),
                Kind.Post => PostReader.Read(
                    document,
                    key,
                    client?.Zone ?? DateTimeZone.Utc,
                    new MediaReader(library, report),
                    report
                ),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
            };
    }

    /// <summary>Folders whose first file an editor holds and has not saved.</summary>
    private IEnumerable<Entry> NotOnDisk(List<Entry> entries, Dictionary<string, DocumentFolder> folders) =>
        from folder in folders
        where !entries.Exists(entry => entry.Name == folder.Key)
        let entry = new Entry(Path.Join(_root, _path, folder.Key), $"{_path}/{folder.Key}", IsFolder: true)
        where folder.Value.HasNeverSaved(entry)
        select entry;

    private List<Entry> Entries() =>
        [.. FolderListing.List(Path.Combine(_root, ContentRoot.ClientsFolder, _slug), _path, _slug, _problems.Add)];

    private MediaLibrary Library() => MediaLibrary.Open(_root, _slug, _mediaSizes);

    private Client? Client(List<Entry> entries, MediaLibrary library)
    {
        var file = entries.Find(entry => entry is { Name: ContentRoot.ClientFile, IsFolder: false });
        var report = Report(ContentRoot.ClientFile);
        if (file is null && !_problems.Exists(problem => problem.Path == report.Path || problem.Path == _path))
        {
            report.Add(
                ReadingCodes.NoClientFile,
                Position.Start,
                $"The folder {_path} has no client.yaml.",
                $"Add {_path}/client.yaml with the name, account and time zone of the client, or run `galley new client`."
            );
        }

        if (file is null || SettingsFile.Read(file.FullPath, ContentSchema.Client, report) is not { } fields)
        {
            return null;
        }

        return ClientReader.Read(fields, _slug, _settings, new MediaReader(library, report), report);
    }

    private void Stray(Entry entry)
    {
        if (!entry.IsFolder && MediaLibrary.IsMedia(entry.Name))
        {
            return;
        }

        StrayFile.Report(entry, _slug, new FileProblems(_problems.Add).Add);
    }
}
