using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Folders;

/// <summary>The folders in clients/.</summary>
internal static class ClientFolders
{
    public static ImmutableArray<string> Names(string root, Action<Problem> sink)
    {
        var clients = Path.Combine(root, ContentRoot.ClientsFolder);
        var entries = Directory.Exists(clients)
            ? FolderListing.List(clients, ContentRoot.ClientsFolder, null, sink).ToList()
            : [];
        foreach (var file in entries.Where(entry => !entry.IsFolder))
        {
            StrayFile.Report(file, null, sink);
        }

        var slugs = entries.Where(entry => entry.IsFolder).Select(entry => entry.Name).ToImmutableArray();
        if (slugs.IsEmpty)
        {
            new FileReport(ContentRoot.ClientsFolder, null, sink).Add(
                ReadingCodes.NoClients,
                Position.Start,
                "There are no clients: clients/ has no folders.",
                "Add clients/<name>/client.yaml, or run `galley new client`."
            );
        }

        foreach (var slug in slugs)
        {
            CheckName(slug, sink);
        }

        return slugs;
    }

    private static void CheckName(string slug, Action<Problem> sink)
    {
        if (KeyRules.RefuseSlug(slug, Position.Start) is { } fault)
        {
            new FileReport($"{ContentRoot.ClientsFolder}/{slug}", slug, sink).Add(fault);
        }
    }
}
