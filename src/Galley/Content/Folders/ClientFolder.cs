using Galley.Content.Documents;
using Galley.Content.Fields;
using Galley.Content.Schemas;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using NodaTime;

namespace Galley.Content.Folders;

/// <summary>Reads everything in one client's folder.</summary>
internal sealed class ClientFolder
{
    public const string ClientFile = "client.yaml";
    private const string MediaFolder = "media";

    private readonly string _root;
    private readonly string _slug;
    private readonly string _path;
    private readonly Settings _settings;
    private readonly List<Problem> _problems = [];

    private ClientFolder(string root, string slug, Settings settings)
    {
        _root = root;
        _slug = slug;
        _settings = settings;
        _path = $"{ContentRoot.ClientsFolder}/{slug}";
    }

    public static ClientContent Read(string root, string slug, Settings settings) =>
        new ClientFolder(root, slug, settings).Read();

    private ClientContent Read()
    {
        var entries = FolderListing
            .List(Path.Combine(_root, ContentRoot.ClientsFolder, _slug), _path, _slug, _problems.Add)
            .ToList();
        var client = Client(entries.Find(entry => entry is { Name: ClientFile, IsFolder: false }));
        var library = MediaLibrary.Open(_root, _slug);
        var posts = new DocumentFolder<Post>(Kind.Post, _slug, _problems.Add);
        var leadMagnets = new DocumentFolder<LeadMagnet>(Kind.LeadMagnet, _slug, _problems.Add);
        foreach (var entry in entries)
        {
            if (entry is { IsFolder: true, Name: DocumentFolder.LeadMagnets })
            {
                leadMagnets.Read(entry, (document, key, _) => LeadMagnetReader.Read(document, key));
            }
            else if (entry is { IsFolder: true, Name: DocumentFolder.Posts })
            {
                posts.Read(entry, (document, key, report) =>
                    PostReader.Read(
                        document,
                        key,
                        client?.Zone ?? DateTimeZone.Utc,
                        new MediaReader(library, report),
                        report
                    )
                );
            }
            else if (entry.Name is not (ClientFile or MediaFolder))
            {
                Stray(entry);
            }
        }

        return new ClientContent
        {
            Slug = _slug,
            Client = client,
            Posts = posts.Objects(post => post.Key),
            LeadMagnets = leadMagnets.Objects(leadMagnet => leadMagnet.Key),
            Unread = [.. leadMagnets.Unread, .. posts.Unread],
            Media = library.All,
            Problems = [.. _problems],
        };
    }

    private Client? Client(Entry? file)
    {
        var report = new FileReport($"{_path}/{ClientFile}", _slug, _problems.Add);
        if (file is null)
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

        return ClientReader.Read(fields, _slug, _settings, report);
    }

    private void Stray(Entry entry)
    {
        if (!entry.IsFolder && MediaLibrary.IsMedia(entry.Name))
        {
            return;
        }

        StrayFile.Report(entry, _slug, _problems.Add);
    }
}
