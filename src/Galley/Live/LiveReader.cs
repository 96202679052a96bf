using System.Collections.Concurrent;
using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Planning;

namespace Galley.Live;

/// <summary>
/// One documented read per live object: engagement for a post, analytics for a lead magnet. Clients whose work has ended are
/// not read. A key that is refused stops all; a client whose account may not be read is left with one failure.
/// </summary>
/// <param name="header">The ledger's: an API that it does not belong to is refused.</param>
public sealed class LiveReader(Func<Client, ILeadPanther> apiFor, LedgerHeader header)
{
    private const int AtOnce = 4;

    /// <summary>Told after each read: how many of how many.</summary>
    public Action<int, int> Progress { get; init; } = (_, _) => { };

    public async Task<LiveReport> Read(ILedger ledger, IEnumerable<Client> clients, CancellationToken cancellationToken)
    {
        var known = new List<(Client, ClientLedger)>();
        foreach (var client in clients)
        {
            known.Add((client, await ledger.Read(client.Account.Id, cancellationToken)));
        }

        return await Read(known, cancellationToken);
    }

    private async Task<LiveReport> Read(
        IReadOnlyList<(Client Client, ClientLedger Ledger)> clients,
        CancellationToken cancellationToken
    )
    {
        var readings = new ConcurrentDictionary<(string Slug, Kind Kind, string Key), LiveReading>();
        var failures = new ConcurrentDictionary<string, string>();
        var refused = new ConcurrentDictionary<string, bool>();
        var objects = Objects(clients).ToList();
        var done = 0;
        await Parallel.ForEachAsync(
            objects,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                var (client, ledgerObject) = item;
                if (refused.ContainsKey(client.Slug))
                {
                    return;
                }

                try
                {
                    readings[(client.Slug, ledgerObject.Kind, ledgerObject.Key)] = await Read(
                        client,
                        ledgerObject,
                        token
                    );
                    Progress(Interlocked.Increment(ref done), objects.Count);
                }
                catch (ApiException refusal) when (refusal.Status == 403)
                {
                    if (refused.TryAdd(client.Slug, true))
                    {
                        failures[client.Slug] = $"{client.Slug} could not be read: {refusal.Message}";
                    }
                }
                catch (ApiException failure) when (failure.Status != 401)
                {
                    failures[$"{client.Slug}/{ledgerObject.Key}"] =
                        $"{KindName.For(ledgerObject.Kind)} {client.Slug}/{ledgerObject.Key} could not be read: {failure.Message}";
                }
            }
        );
        var bySlug = readings.ToLookup(reading => reading.Key.Slug);
        return new LiveReport(
            [
                .. clients.Select(pair => new ClientReadings(
                    pair.Client,
                    pair.Ledger,
                    StateOf(bySlug[pair.Client.Slug])
                )),
            ],
            [.. failures.OrderBy(failure => failure.Key, StringComparer.Ordinal).Select(failure => failure.Value)]
        );
    }

    private static IEnumerable<(Client Client, LedgerObject Known)> Objects(
        IEnumerable<(Client Client, ClientLedger Ledger)> clients
    ) =>
        from pair in clients
        where !pair.Client.Ended
        from known in pair.Ledger.Objects.Values
        where known is { State: ObjectState.Live, Id: not null }
        select (pair.Client, known);

    private async Task<LiveReading> Read(Client client, LedgerObject ledgerObject, CancellationToken cancellationToken)
    {
        var api = apiFor(client);
        header.RequireApi(api.BaseUrl);
        if (ledgerObject.Kind == Kind.Post)
        {
            return await api.Engagement(client.Account, ledgerObject.Id!, cancellationToken) is { } engagement
                ? new LiveReading.OfPost(engagement)
                : new LiveReading.Missing();
        }

        return await api.Analytics(client.Account, ledgerObject.Id!, cancellationToken) is { } analytics
            ? new LiveReading.OfLeadMagnet(analytics)
            : new LiveReading.Missing();
    }

    private static LiveState StateOf(
        IEnumerable<KeyValuePair<(string Slug, Kind Kind, string Key), LiveReading>> readings
    ) =>
        new(
            readings.ToImmutableDictionary(
                reading => new ObjectKey(reading.Key.Kind, reading.Key.Key),
                reading => reading.Value
            )
        );
}
