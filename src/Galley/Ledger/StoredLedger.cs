using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Galley.Content;
using Galley.Ledger.Events;
using Galley.Ledger.Format;
using Galley.Ledger.Live;
using Galley.Ledger.Metrics;
using Galley.Ledger.Stores;
using NodaTime;

namespace Galley.Ledger;

/// <summary>A ledger over any store: it stamps, and leaves order and durability to <see cref="LedgerWriter"/>.</summary>
internal sealed class StoredLedger : ILedger
{
    private static readonly Duration Grace = Duration.FromMinutes(5);
    private readonly ILedgerStore _store;
    private readonly LedgerOptions _options;
    private readonly LedgerWriter _writer;
    private readonly GroupCommit<PendingWrite> _queue;
    private readonly MetricsLog _metrics;
    private readonly LiveFiles _live;
    private readonly string _run;
    private int _count;

    public StoredLedger(ILedgerStore store, LedgerView view, LedgerOptions options)
    {
        _store = store;
        _options = options;
        _run = options.NewRunId();
        _writer = new LedgerWriter(store, view, options, _run);
        _queue = new GroupCommit<PendingWrite>(_writer.Write, options.Clock);
        var files = new SideFiles(store, view.Header.LedgerId, options);
        _metrics = new MetricsLog(files);
        _live = new LiveFiles(files);
    }

    public LedgerHeader Header => _writer.View.Header;

    public string Run => _run;

    public async Task<ClientLedger> Read(string account, CancellationToken cancellationToken) =>
        (await _writer.View.Read(_store, account, cancellationToken)).State;

    public async Task<string?> Version(string account, CancellationToken cancellationToken)
    {
        var view = _writer.View;
        return view.VersionOf(account) is null
            ? "none"
            : $"{await _store.Version(view.Snapshot, LedgerView.FileOf(account), cancellationToken)} "
                + await _live.Version(view.Snapshot, account, cancellationToken);
    }

    public async Task<Intended?> TryIntend(
        Account account,
        Intended intent,
        string? lastSeen,
        CancellationToken cancellationToken
    )
    {
        var stamped = (Intended)Stamped(intent);
        try
        {
            var write = new PendingWrite.Conditional(account.Id, lastSeen) { Events = [stamped] };
            return await Enqueue(write, cancellationToken) == PendingWrite.Refused ? null : stamped;
        }
        catch (StoreException)
        {
            var why = "its intent could not be recorded in time";
            var released = new Released(intent.Slug, intent.Kind, intent.Key, why) { Intent = stamped.Stamp!.Id };
            _writer.Withdraw(
                new PendingWrite.Withdrawal(account.Id, stamped.Stamp!.Id) { Events = [Stamped(released)] }
            );
            throw;
        }
    }

    public async Task<bool> TryRecord(
        Account account,
        IReadOnlyList<LedgerEvent> events,
        string? lastSeen,
        CancellationToken cancellationToken
    )
    {
        var write = new PendingWrite.Conditional(account.Id, lastSeen) { Events = [.. events.Select(Stamped)] };
        return await Enqueue(write, cancellationToken) != PendingWrite.Refused;
    }

    public async Task Record(Account account, IReadOnlyList<LedgerEvent> events, CancellationToken cancellationToken) =>
        await Record(account.Id, events, cancellationToken);

    public async Task Bind(LedgerBinding binding, CancellationToken cancellationToken) =>
        await Enqueue(new PendingWrite.Binding(binding), cancellationToken);

    public async Task MarkNotOffered(Account account, string operation, CancellationToken cancellationToken) =>
        await Enqueue(new PendingWrite.NotOffered(account.Id, operation, Now), cancellationToken);

    public async Task<int> Recover(IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        var found = lines.Where(line => line.Contains('{')).Select(UnrecordedLine).ToList();
        var added = 0;
        foreach (var group in found.GroupBy(f => f.Account, f => f.Event))
        {
            await RequireSense(group.Key, [.. group], cancellationToken);
            added += await Record(group.Key, [.. group], cancellationToken);
        }

        return added;
    }

    /// <summary>Refuses lines that would leave a ledger that no run writes.</summary>
    private async Task RequireSense(string account, List<LedgerEvent> events, CancellationToken cancellationToken)
    {
        var file = await _writer.View.Read(_store, account, cancellationToken);
        var after = file.Append(events.Where(e => !file.Holds(e.Stamp!.Id))).State;
        if (file.State.Oddity is null && after.Oddity is not null)
        {
            throw new GalleyException(
                $"These lines end a create that the ledger lacks: {after.Oddity} "
                    + "Nothing was written. Was the ledger set back, or is it another one? "
                    + "Restore the one that the apply wrote to, then recover again."
            );
        }
    }

    public async Task AddMetrics(
        IReadOnlyDictionary<string, IReadOnlyList<MetricsLine>> byAccount,
        CancellationToken cancellationToken
    )
    {
        if (byAccount.Count > 0)
        {
            await LetOthersFinish();
            await _metrics.Append(byAccount, cancellationToken);
        }
    }

    public Task<ImmutableArray<MetricsLine>> Metrics(string account, CancellationToken cancellationToken) =>
        _metrics.Read(_writer.View.Snapshot, account, cancellationToken);

    public async Task SaveLive(IReadOnlyDictionary<string, LiveRecord> byAccount, CancellationToken cancellationToken)
    {
        if (byAccount.Count > 0)
        {
            await LetOthersFinish();
            await _live.Save(byAccount, _run, cancellationToken);
        }
    }

    public Task<LiveRecord?> ReadLive(string account, CancellationToken cancellationToken) =>
        _live.Read(_writer.View.Snapshot, account, cancellationToken);

    public bool IsInFlight(Intended intent) =>
        _store.OthersMayWrite && intent.Stamp?.Run != _run && Now < intent.SendBefore + _options.RequestTimeout + Grace;

    public async ValueTask DisposeAsync()
    {
        await _queue.Drain();
        await _writer.TryWithdraw();
        await _store.DisposeAsync();
    }

    private Instant Now => Instant.FromDateTimeOffset(_options.Clock.GetUtcNow());

    private async Task<int> Record(
        string account,
        IReadOnlyList<LedgerEvent> events,
        CancellationToken cancellationToken
    )
    {
        ImmutableArray<LedgerEvent> stamped = [.. events.Select(Stamped)];
        try
        {
            return await Enqueue(new PendingWrite.Facts(account) { Events = stamped }, cancellationToken);
        }
        catch (GalleyException e)
        {
            throw new UnrecordedException(account, [.. LostIntents(account, stamped, e), .. stamped], e);
        }
    }

    /// <summary>A branch that was set back lost the intents that these events end: an id says nothing without what was sent.</summary>
    private IEnumerable<LedgerEvent> LostIntents(
        string account,
        IEnumerable<LedgerEvent> events,
        GalleyException why
    ) =>
        why is SetBackException
            ? events
                .OfType<IntentEnd>()
                .Select(end => end.Intent is { } intent ? _writer.Written(account, intent) : null)
                .OfType<LedgerEvent>()
            : [];

    private LedgerEvent Stamped(LedgerEvent e) => e.Stamp is not null ? e : e with { Stamp = NextStamp() };

    private Stamp NextStamp() =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{_run}-{Interlocked.Increment(ref _count)}"),
            Now,
            _run,
            _options.Commit
        );

    private async Task<int> Enqueue(PendingWrite write, CancellationToken cancellationToken)
    {
        RequireApply();
        cancellationToken.ThrowIfCancellationRequested();
        _queue.Add(write);
        // What is under way is finished: a write that may have arrived must not be taken for one that did not.
        await using var _ = cancellationToken.Register(() =>
        {
            if (_queue.TryRemove(write))
            {
                write.Outcome.TrySetCanceled(cancellationToken);
            }
        });
        return await write.Outcome.Task;
    }

    /// <summary>What follows is an append of its own: on a branch it would only push against those that are under way.</summary>
    private Task LetOthersFinish()
    {
        RequireApply();
        return _queue.Drain();
    }

    private void RequireApply()
    {
        if (!_options.ForApply)
        {
            throw new InvalidOperationException("This ledger was opened to be read.");
        }
    }

    private static (string Account, LedgerEvent Event) UnrecordedLine(string line)
    {
        try
        {
            var json = line[line.IndexOf('{', StringComparison.Ordinal)..(line.LastIndexOf('}') + 1)];
            var (e, account) = LineFormat.Read(System.Text.Encoding.UTF8.GetBytes(json));
            return (account ?? throw new FormatException("`account` is missing"), e);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentOutOfRangeException)
        {
            throw new GalleyException(
                $"Galley did not print this line as unrecorded ({e.Message}): {line}",
                ExitCode.Error,
                e
            );
        }
    }
}
