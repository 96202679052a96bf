using System.Collections.Immutable;
using Galley.Content.Documents;
using Galley.Content.Fields;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Folders;

/// <summary>Finds client folders with the same LeadPanther account. Both would publish to it and share a ledger file.</summary>
internal static class SharedAccounts
{
    private const int MostOneByOne = 100;

    /// <returns>The account ids by slug, for the clients that have one.</returns>
    public static ImmutableDictionary<string, string> Report(
        string root,
        ImmutableArray<string> slugs,
        Action<Problem> sink
    )
    {
        var named = AccountsOf(root, slugs).OfType<NamedAccount>().ToList();
        var shared = named
            .GroupBy(client => client.Id, StringComparer.OrdinalIgnoreCase)
            .Where(clients => clients.Count() > 1);
        foreach (var clients in shared)
        {
            foreach (var client in clients)
            {
                Add(client, clients.Key, clients.Select(other => other.Slug).Where(other => other != client.Slug));
            }
        }

        return named.ToImmutableDictionary(client => client.Slug, client => client.Id);

        void Add(NamedAccount client, string id, IEnumerable<string> others) =>
            new FileReport(PathOf(client.Slug), client.Slug, sink).Add(
                SettingsCodes.SharedAccount,
                client.At,
                $"The account {id} is also the account of the client {string.Join(", ", others)}.",
                "Give each client folder its own account id, or merge the two folders."
            );
    }

    /// <summary>In the order of the slugs. Many files are read in parallel; for a few it would not be faster.</summary>
    private static NamedAccount?[] AccountsOf(string root, ImmutableArray<string> slugs)
    {
        var accounts = new NamedAccount?[slugs.Length];
        if (slugs.Length > MostOneByOne)
        {
            Parallel.For(0, slugs.Length, Read);
        }
        else
        {
            for (var index = 0; index < slugs.Length; index++)
            {
                Read(index);
            }
        }

        return accounts;

        void Read(int index) => accounts[index] = AccountOf(root, slugs[index]);
    }

    /// <summary>Reports nothing. The problems of the file are reported when the client is read.</summary>
    private static NamedAccount? AccountOf(string root, string slug)
    {
        var fullPath = Path.Combine(root, ContentRoot.ClientsFolder, slug, ContentRoot.ClientFile);
        if (!FileStamp.IsRegularFile(fullPath))
        {
            return null;
        }

        var report = new FileReport(PathOf(slug), slug, static _ => { });
        if (
            TextFile.Read(fullPath, report) is not { } text
            || DocumentReader.Fields(text, firstLine: 1, report) is not { } written
        )
        {
            return null;
        }

        var fields = new FieldReader(written);
        return AccountField.Read(fields) is { } account
            ? new NamedAccount(
                slug,
                account.Id,
                (fields.Node(AccountField.Client) ?? fields.Node(AccountField.User))!.At
            )
            : null;
    }

    private static string PathOf(string slug) => $"{ContentRoot.ClientsFolder}/{slug}/{ContentRoot.ClientFile}";

    private sealed record NamedAccount(string Slug, string Id, Position At);
}
