using System.Collections.Concurrent;
using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Planning;
using NodaTime;

namespace Galley.Live.Rebuilding;

/// <summary>One client's part of a rebuild.</summary>
public sealed record RebuiltClient(ClientContent Content, LedgerBinding Binding, AccountPairing Pairing);

/// <summary>
/// Makes a new ledger out of the accounts' lists and the files, for an agency that lost its own. All clients or none: a client that
/// the new ledger lacked would be published again.
/// </summary>
public sealed class LedgerRebuilder(Func<Client, ILeadPanther> apiFor, Instant now)
{
    private const int AtOnce = 4;
    private readonly ConcurrentDictionary<ILeadPanther, Lazy<Task<Identity>>> _identities = new();

    /// <summary>Lists each account, and pairs. Nothing is written.</summary>
    public async Task<ImmutableArray<RebuiltClient>> Read(
        IEnumerable<ClientContent> clients,
        CancellationToken cancellationToken
    )
    {
        var all = clients.ToList();
        var read = new RebuiltClient[all.Count];
        var problems = new string?[all.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, all.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                try
                {
                    read[i] = await Read(all[i], token);
                }
                catch (GalleyException problem)
                {
                    problems[i] = $"{all[i].Slug}: {problem.Message}";
                }
            }
        );
        var said = problems.OfType<string>().ToList();
        return said.Count == 0
            ? [.. read]
            : throw new GalleyException(
                "The ledger can't be rebuilt, because not all clients could be read, and a client that the new ledger lacks "
                    + $"would be published again.\n{string.Join('\n', said)}"
            );
    }

    /// <summary>Writes down what was paired, as <c>found</c>. What the ledger holds already stays as it is.</summary>
    /// <param name="pastCountsAsSent">Files of posts whose time is past, and that LeadPanther does not list, count as sent.</param>
    public static async Task Write(
        ILedger ledger,
        IEnumerable<RebuiltClient> clients,
        bool pastCountsAsSent,
        CancellationToken cancellationToken
    ) =>
        // All at once, so that they share a write: on a branch each alone would be a push.
        await Task.WhenAll(
            clients.Select(async client =>
            {
                var account = client.Content.Client!.Account;
                var known = await ledger.Read(account.Id, cancellationToken);
                List<LedgerEvent> events =
                [
                    .. Events(client, pastCountsAsSent).Where(e => known.Find(e.Kind, e.Key) is null),
                ];
                await ledger.Bind(client.Binding, cancellationToken);
                if (events.Count > 0)
                {
                    await ledger.Record(account, events, cancellationToken);
                }
            })
        );

    private async Task<RebuiltClient> Read(ClientContent content, CancellationToken cancellationToken)
    {
        if (content.Client is not { } client || !content.Unread.IsEmpty)
        {
            throw new GalleyException(
                "some of its files can't be read. `galley validate` says why; correct them first."
            );
        }

        var api = apiFor(client);
        // Clients that share a key share the answer.
        var identity = await _identities
            .GetOrAdd(api, _ => new Lazy<Task<Identity>>(() => api.Me(cancellationToken)))
            .Value;
        var magnets = await List(Kind.LeadMagnet);
        var posts = await List(Kind.Post);
        return new RebuiltClient(
            content,
            new LedgerBinding(api.BaseUrl, client.Account.Id, identity.Owner.UserId),
            AccountPairer.Pair(content, magnets, posts, now)
        );

        async Task<ImmutableArray<LiveObject>> List(Kind kind)
        {
            var list = await api.List(client.Account, kind, cancellationToken);
            return list.IsWhole
                ? list.Objects
                : throw new GalleyException(
                    $"the list of {ContentKind.For(kind).Plural} is not complete. {list.WhyNot}"
                );
        }
    }

    /// <summary>Lead magnets first: the payload of a post names the id of its lead magnet.</summary>
    private static List<ObjectEvent> Events(RebuiltClient client, bool pastCountsAsSent)
    {
        var (content, slug) = (client.Content, client.Content.Slug);
        var files = content.LeadMagnets.ToDictionary(magnet => magnet.Key);
        var magnets = client
            .Pairing.Paired.Where(pair => pair.Kind == Kind.LeadMagnet)
            .Select(pair => Found(pair, LeadMagnetPayload.For(files[pair.Key])))
            .ToList();
        var ledger = LedgerFold.Replay(content.Client!.Account.Id, magnets);
        var posts = new ObjectMatcher(content, ledger).Posts.ToDictionary(
            desired => desired.Key,
            desired => desired.Payload
        );
        var events = new List<ObjectEvent>(magnets);
        events.AddRange(
            client.Pairing.Paired.Where(pair => pair.Kind == Kind.Post).Select(pair => Found(pair, posts[pair.Key]))
        );
        if (pastCountsAsSent)
        {
            events.AddRange(client.Pairing.WithoutTwin.Where(file => file.IsPast).SelectMany(Sent));
        }

        return events;

        Found Found(PairedFile pair, Payload payload) => new(slug, pair.Kind, pair.Key, pair.There.Id, payload);

        IEnumerable<ObjectEvent> Sent(UnpairedFile file) =>
            [
                new Intended(slug, file.Kind, file.Key, posts[file.Key], SendBefore: file.At!.Value),
                new Sent(slug, file.Kind, file.Key, Id: null),
            ];
    }
}
