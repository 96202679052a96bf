using System.Collections.Concurrent;
using System.Collections.Immutable;
using Galley.Api;
using Galley.Applying.Looking;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Planning;
using NodaTime;

namespace Galley.Live;

/// <summary>
/// Reads what LeadPanther holds: one list of posts and one of lead magnets for each client, and figures only where there can be
/// some, for posts whose time is past and for lead magnets. Where no list can be had, each object's figures are asked for, as
/// far as they tell. Clients whose work has ended are not read. A key that is refused stops all; a client whose account may
/// not be read is left with one failure.
/// </summary>
/// <param name="header">The ledger's: an API that it does not belong to is refused.</param>
public sealed class LiveReader(Func<Client, ILeadPanther> apiFor, LedgerHeader header, Func<Instant> now)
{
    private const int AtOnce = 4;

    /// <summary>Told after each read: how many of how many.</summary>
    public Action<int, int> Progress { get; init; } = (_, _) => { };

    public async Task<LiveReport> Read(ILedger ledger, IEnumerable<Client> clients, CancellationToken cancellationToken)
    {
        var known = new List<(Client Client, ClientLedger Ledger)>();
        var failures = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        foreach (var client in clients)
        {
            var its = await ledger.ReadOrHold(client.Account.Id, cancellationToken);
            if (its.Damage is { } damage)
            {
                failures[client.Slug] = $"{client.Slug} could not be read: {damage}";
            }
            else
            {
                known.Add((client, its));
            }
        }

        var reading = new Reading(this, known, failures);
        await reading.Lists(cancellationToken);
        await reading.Figures(cancellationToken);
        return reading.Report();
    }

    private ILeadPanther ApiOf(Client client)
    {
        var api = apiFor(client);
        header.RequireApi(api.BaseUrl);
        return api;
    }

    /// <summary>One run over all clients.</summary>
    /// <param name="failures">By client or object: why it could not be read.</param>
    private sealed class Reading(
        LiveReader reader,
        IReadOnlyList<(Client Client, ClientLedger Ledger)> clients,
        ConcurrentDictionary<string, string> failures
    )
    {
        private readonly ConcurrentDictionary<string, AccountLook> _looks = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<(string Slug, ObjectKey Key), LiveReading> _figures = new();
        private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);
        private int _done;
        private int _all;

        public Task Lists(CancellationToken cancellationToken)
        {
            var open = clients.Where(pair => !pair.Client.Ended).ToList();
            _all = open.Count;
            return ForEach(
                open,
                async (pair, token) =>
                {
                    var api = reader.ApiOf(pair.Client);
                    var account = new AccountReader(api, reader.Header, reader.Now, _ =>
                        Task.FromResult<IDisposable>(NoSlot.Instance)
                    );
                    _looks[pair.Client.Slug] = await account.Look(
                        pair.Client,
                        pair.Ledger,
                        Enum.GetValues<Kind>(),
                        token
                    );
                },
                cancellationToken
            );
        }

        public Task Figures(CancellationToken cancellationToken)
        {
            var objects = (
                from pair in clients
                where !pair.Client.Ended
                from known in pair.Ledger.Objects.Values
                where known is { State: ObjectState.Live, Id: not null } && HasFigures(pair.Client, known)
                select (pair.Client, Known: known)
            ).ToList();
            _all += objects.Count;
            return ForEach(objects, (item, token) => Figures(item.Client, item.Known, token), cancellationToken);
        }

        public LiveReport Report() =>
            new(
                [.. clients.Select(pair => new ClientReadings(pair.Client, pair.Ledger, StateOf(pair.Client.Slug)))],
                [.. failures.OrderBy(failure => failure.Key, StringComparer.Ordinal).Select(failure => failure.Value)]
            )
            {
                Warnings =
                [
                    .. _looks
                        .OrderBy(look => look.Key, StringComparer.Ordinal)
                        .SelectMany(look => look.Value.Warnings)
                        .Distinct(),
                ],
                NotOffered = [.. _looks.Values.SelectMany(look => look.NotOffered).Distinct()],
            };

        private bool HasFigures(Client client, LedgerObject known) =>
            !ContentKind.For(known.Kind).GoesOut
            || new RecordedObject(known).IsPast(reader.Now())
            || !_looks[client.Slug].State.Lists.ContainsKey(known.Kind);

        private async Task Figures(Client client, LedgerObject known, CancellationToken cancellationToken)
        {
            if (_refused.ContainsKey(client.Slug))
            {
                return;
            }

            try
            {
                _figures[(client.Slug, new ObjectKey(known.Kind, known.Key))] = await Ask(
                    client,
                    known,
                    cancellationToken
                );
            }
            catch (ApiException refusal) when (refusal.Status == 403)
            {
                if (_refused.TryAdd(client.Slug, true))
                {
                    failures[client.Slug] = $"{client.Slug} could not be read: {refusal.Message}";
                }
            }
            catch (ApiException failure) when (failure.Status != 401)
            {
                failures[$"{client.Slug}/{known.Key}"] =
                    $"{ContentKind.For(known.Kind).Name} {client.Slug}/{known.Key} could not be read: {failure.Message}";
            }
        }

        private async Task<LiveReading> Ask(Client client, LedgerObject known, CancellationToken cancellationToken)
        {
            var api = reader.ApiOf(client);
            if (known.Kind == Kind.Post)
            {
                return await api.Engagement(client.Account, known.Id!, cancellationToken) is { } engagement
                    ? new LiveReading.OfPost(engagement)
                    : new LiveReading.Missing();
            }

            return await api.Analytics(client.Account, known.Id!, cancellationToken) is { } analytics
                ? new LiveReading.OfLeadMagnet(analytics)
                : new LiveReading.Missing();
        }

        private LiveState StateOf(string slug)
        {
            var state = _looks.TryGetValue(slug, out var look) ? look.State : LiveState.Unread;
            var figures = _figures.Where(figure => figure.Key.Slug == slug);
            return state with
            {
                Readings = figures.ToImmutableDictionary(figure => figure.Key.Key, figure => figure.Value),
            };
        }

        private Task ForEach<T>(
            IReadOnlyCollection<T> items,
            Func<T, CancellationToken, Task> read,
            CancellationToken cancellationToken
        ) =>
            Parallel.ForEachAsync(
                items,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (item, token) =>
                {
                    await read(item, token);
                    reader.Progress(Interlocked.Increment(ref _done), _all);
                }
            );
    }

    private LedgerHeader Header => header;

    private Instant Now() => now();

    private sealed class NoSlot : IDisposable
    {
        public static readonly NoSlot Instance = new();

        public void Dispose() { }
    }
}
