using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Stores;
using Galley.Payloads;

namespace Galley.Benchmarks.Generation;

/// <summary>
/// A folder ledger that says that nearly everything in a repository was sent, as an apply would have written it: the
/// last post of each hundredth client is new.
/// </summary>
internal static class SentLedger
{
    private const string Api = "http://127.0.0.1:7070/api/v1";
    private const string Owner = "00000000-0000-4000-8000-000000000099";

    public static async Task Write(string root)
    {
        var uri = LedgerUri.Parse("folder:galley-ledger");
        var options = new LedgerOptions { Clock = new StoppedClock(GeneratedRepository.Now), ForApply = true };
        var id = await LedgerFactory.Init(uri, root, options, CancellationToken.None);
        await File.AppendAllTextAsync(Path.Combine(root, ContentRoot.SettingsFile), $"ledger_id: {id}\n");
        await using var ledger = await LedgerFactory.Open(uri, root, options, CancellationToken.None);
        var repository = Repository.Open(root);
        foreach (var slug in repository.Slugs)
        {
            await Send(repository.Read(slug), ledger);
        }
    }

    private static async Task Send(ClientContent content, ILedger ledger)
    {
        var client = content.Client ?? throw new InvalidOperationException($"{content.Slug} can't be read.");
        await ledger.Bind(new LedgerBinding(Api, client.Account.Id, Owner), CancellationToken.None);
        await ledger.Record(client.Account, [.. Events(content, client)], CancellationToken.None);
    }

    private static IEnumerable<LedgerEvent> Events(ClientContent content, Client client)
    {
        var references = new References(key => $"id-of-{key}", UrlOf);
        foreach (var file in content.Media)
        {
            yield return new Uploaded(
                content.Slug,
                file.Path,
                file.Sha256,
                file.ContentType!,
                file.Size,
                UrlOf(file.Sha256)
            );
        }

        foreach (var magnet in content.LeadMagnets)
        {
            foreach (var e in Create(content.Slug, Kind.LeadMagnet, magnet.Key, LeadMagnetPayload.For(magnet)))
            {
                yield return e;
            }
        }

        var isNew = content.Slug.EndsWith("00", StringComparison.Ordinal) ? 1 : 0;
        foreach (var post in content.Posts.SkipLast(isNew))
        {
            var magnet = content.LeadMagnets.FirstOrDefault(candidate => candidate.Key == post.LeadMagnet?.Key);
            foreach (
                var e in Create(content.Slug, Kind.Post, post.Key, PostPayload.For(post, client, magnet, references))
            )
            {
                yield return e;
            }
        }
    }

    private static LedgerEvent[] Create(string slug, Kind kind, string key, Payload payload) =>
        [
            new Intended(slug, kind, key, payload, GeneratedRepository.Now),
            new Created(slug, kind, key, $"id-of-{key}", "req_1"),
        ];

    private static string UrlOf(string sha256) => $"https://cdn.example.com/{sha256}";
}
