using System.Collections.Immutable;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Live;
using Galley.Ledger.Metrics;
using NodaTime;

namespace Galley.Testing;

/// <summary>A ledger without a store, which stamps and folds as the real ones do.</summary>
public sealed class InMemoryLedger(TimeProvider clock, string run = "run") : ILedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<LedgerEvent>> _events = [];
    private readonly Dictionary<string, ImmutableArray<MetricsLine>> _metrics = [];
    private readonly Dictionary<string, LiveRecord> _live = [];
    private int _count;

    public LedgerHeader Header { get; private set; } =
        new(1, "in-memory", Api: null, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public string Run => run;

    /// <summary>What <see cref="IsInFlight"/> says of an intent.</summary>
    public Func<Intended, bool> InFlight { get; set; } = _ => false;

    /// <summary>Throws in place of a write, to play a store that fails.</summary>
    public Action<IReadOnlyList<LedgerEvent>> BeforeWrite { get; set; } = _ => { };

    /// <summary>Ends when a write is durable, to play a store that is slow.</summary>
    public Func<IReadOnlyList<LedgerEvent>, Task> Durable { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<LedgerEvent> Events(string account)
    {
        lock (_gate)
        {
            return [.. _events.GetValueOrDefault(account, [])];
        }
    }

    /// <summary>Loses all that it knows of an account.</summary>
    public void Forget(string account)
    {
        lock (_gate)
        {
            _events.Remove(account);
        }
    }

    /// <summary>Puts events in as another run's.</summary>
    public InMemoryLedger With(string account, params IEnumerable<LedgerEvent> events)
    {
        Append(account, [.. events], "another-run");
        return this;
    }

    public Task<ClientLedger> Read(string account, CancellationToken cancellationToken) =>
        Task.FromResult(LedgerFold.Replay(account, Events(account)));

    public async Task<Intended?> TryIntend(
        Account account,
        Intended intent,
        string? lastSeen,
        CancellationToken cancellationToken
    ) =>
        await TryRecord(account, [intent], lastSeen, cancellationToken)
            ? Events(account.Id).OfType<Intended>().Last(e => (e.Kind, e.Key) == (intent.Kind, intent.Key))
            : null;

    public async Task<bool> TryRecord(
        Account account,
        IReadOnlyList<LedgerEvent> events,
        string? lastSeen,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        BeforeWrite(events);
        await Durable(events);
        lock (_gate)
        {
            var known = _events.GetValueOrDefault(account.Id, []);
            var since = known.FindIndex(e => e.Stamp!.Id == lastSeen) + 1;
            if (known.Skip(since).Any(e => e.Stamp!.Run != run))
            {
                return false;
            }

            Append(account.Id, events, run);
            return true;
        }
    }

    public Task MarkNotOffered(Account account, string operation, CancellationToken cancellationToken)
    {
        Header = Header with
        {
            NotOffered = Header.NotOffered.SetItem(operation, Instant.FromDateTimeOffset(clock.GetUtcNow())),
        };
        return Task.CompletedTask;
    }

    public async Task Record(Account account, IReadOnlyList<LedgerEvent> events, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BeforeWrite(events);
        await Durable(events);
        Append(account.Id, events, run);
    }

    public Task Bind(LedgerBinding binding, CancellationToken cancellationToken)
    {
        if (Header.Api is { } api && api != binding.Api)
        {
            throw new GalleyException($"The ledger belongs to {api}, not to {binding.Api}.");
        }

        Header = Header with { Api = binding.Api, Clients = Header.Clients.SetItem(binding.Account, binding.Owner) };
        return Task.CompletedTask;
    }

    public Task<int> Recover(IEnumerable<string> lines, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Recovery is tested on a real store.");

    public Task AddMetrics(
        IReadOnlyDictionary<string, IReadOnlyList<MetricsLine>> byAccount,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            foreach (var (account, lines) in byAccount)
            {
                _metrics[account] = _metrics.GetValueOrDefault(account, []).AddRange(lines);
            }
        }

        return Task.CompletedTask;
    }

    public Task<ImmutableArray<MetricsLine>> Metrics(string account, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_metrics.GetValueOrDefault(account, []));
        }
    }

    public Task SaveLive(IReadOnlyDictionary<string, LiveRecord> byAccount, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var (account, record) in byAccount)
            {
                _live[account] = record.WithOpenQuestions(_live.GetValueOrDefault(account), run);
            }
        }

        return Task.CompletedTask;
    }

    public Task<LiveRecord?> ReadLive(string account, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_live.GetValueOrDefault(account));
        }
    }

    public bool IsInFlight(Intended intent) => InFlight(intent);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Append(string account, IReadOnlyList<LedgerEvent> events, string by)
    {
        lock (_gate)
        {
            if (!_events.TryGetValue(account, out var all))
            {
                _events[account] = all = [];
            }

            all.AddRange(
                events
                    .Select(e => e.Stamp is not null ? e : e with { Stamp = Stamp(by) })
                    .Where(e => all.TrueForAll(x => x.Stamp!.Id != e.Stamp!.Id))
            );
        }
    }

    private Stamp Stamp(string by) =>
        new($"{by}-{++_count}", Instant.FromDateTimeOffset(clock.GetUtcNow()), by, Commit: null);
}
