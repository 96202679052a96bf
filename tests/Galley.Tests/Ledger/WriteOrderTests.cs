using System.Collections.Immutable;
using System.Globalization;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Format;
using Galley.Ledger.Stores;
using Galley.Testing.Time;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger;

/// <summary>
/// An intent takes the slot of a create whose end stands in line before it. Whatever of their write arrives, no more intents are
/// open than there are slots.
/// </summary>
internal sealed class WriteOrderTests
{
    private SlowStore _store = null!;
    private ILedger _ledger = null!;

    [SetUp]
    public async Task Open()
    {
        _store = new SlowStore();
        var options = new LedgerOptions
        {
            Clock = new LeapingTime(Noon.ToDateTimeOffset()),
            ForApply = true,
            RetryDelays = [],
        };
        _ledger = (await LedgerFactory.TryOpen(_store, LedgerUri.Parse("folder:ledger"), options, default))!;
    }

    [TearDown]
    public async Task Close()
    {
        await _ledger.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Test]
    public async Task File_InWhichAnIntentEnds_IsWrittenBeforeThatInWhichOneBegins()
    {
        await BeginWhileOneEnds(begins: Northwind, ends: Contoso);

        Assert.That(
            _store.Changes[^1].Appends.Select(append => append.File),
            Is.EqualTo(new[] { LedgerView.FileOf(Contoso.Id), LedgerView.FileOf(Northwind.Id) })
        );
    }

    [Test]
    public async Task Line_ThatEndsAnIntent_StandsBeforeTheOneThatBeginsTheNext()
    {
        await BeginWhileOneEnds(begins: Northwind, ends: Northwind);

        Assert.That(
            _store.EventsOf(Northwind.Id).Select(e => e.GetType()),
            Is.EqualTo(new[] { typeof(Intended), typeof(Created), typeof(Intended) })
        );
    }

    [Test]
    public async Task Intent_BehindWhatCouldNotBeWritten_IsRefused_UntilThatIsWritten()
    {
        _store.Fails = true;
        var lost = await Assert.ThrowsAsync<UnrecordedException>(() =>
            _ledger.Record(Northwind, [Created("a", "id-1")], default)
        );
        _store.Fails = false;

        Assert.That(
            () => _ledger.TryIntend(Contoso, Intended("b"), null, default),
            Throws.InstanceOf<StoreException>(),
            "the slot of what happened is not free"
        );
        await _ledger.Record(Northwind, lost!.Events, default);
        Assert.That(await _ledger.TryIntend(Contoso, Intended("b"), null, default), Is.Not.Null);
    }

    [Test]
    public async Task Intent_WhoseSlotWasThatOfADamagedClient_IsRefused()
    {
        await _ledger.Record(Northwind, [Created("a", "id-1")], default);
        _store.Damage(LedgerView.FileOf(Northwind.Id));

        var (lost, intent) = (Task.CompletedTask, Task.CompletedTask);
        await Together(
            () => lost = _ledger.Record(Northwind, [Created("b", "id-2")], default),
            () => intent = _ledger.TryIntend(Contoso, Intended("c"), null, default)
        );

        Assert.That(() => lost, Throws.InstanceOf<UnrecordedException>());
        Assert.That(() => intent, Throws.InstanceOf<StoreException>());
    }

    /// <summary>The intent stands in line before the end whose slot it has, and both share a write.</summary>
    private async Task BeginWhileOneEnds(Account begins, Account ends)
    {
        var ending = await _ledger.TryIntend(ends, Intended("ends"), null, default);
        await Together(
            () => _ledger.TryIntend(begins, Intended("begins"), null, default),
            () => _ledger.Record(ends, [Created("ends") with { Intent = ending!.Stamp!.Id }], default)
        );
    }

    /// <summary>Both wait while another write is under way, and share the next.</summary>
    private async Task Together(params IReadOnlyList<Func<Task>> writes)
    {
        _store.Hold();
        var held = _ledger.Bind(Binding(new Account("another", IsDirect: false)), default);
        await _store.Begun;
        var waiting = writes.Select(write => write()).ToList();
        _store.Release();
        await held;
        await Task.WhenAll(waiting.Select(wait => wait.ContinueWith(_ => { }, TaskScheduler.Default)));
    }

    /// <summary>Files in memory, whose writes can be held and can fail.</summary>
    private sealed class SlowStore : ILedgerStore
    {
        private readonly Dictionary<string, byte[]> _files = new()
        {
            [HeaderFormat.FileName] = HeaderFormat.Write(HeaderFormat.New("ledger")),
        };
        private TaskCompletionSource? _held;
        private TaskCompletionSource _begun = New();
        private int _version;

        public bool OthersMayWrite => false;
        public bool WritesWhole => true;
        public bool Fails { get; set; }
        public List<StoreChange> Changes { get; } = [];

        /// <summary>The held write is under way.</summary>
        public Task Begun => _begun.Task;

        public void Hold() => (_held, _begun) = (New(), New());

        public void Release() => _held!.SetResult();

        public void Damage(string file)
        {
            _files[file] = [.. _files[file], .. "no line of a ledger\n"u8];
            _version++;
        }

        public ImmutableList<LedgerEvent> EventsOf(string account) =>
            LedgerFile.Read(_files[LedgerView.FileOf(account)], account, "ledger", account, tornIsDamage: true).Events;

        public string NameOf(string file) => file;

        public Task<StoreSnapshot?> Latest(CancellationToken cancellationToken) =>
            Task.FromResult<StoreSnapshot?>(Snapshot());

        public Task<byte[]> Read(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
            Task.FromResult(_files[file]);

        public Task<string> Version(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
            Task.FromResult(snapshot.Files[file]);

        public Task<byte[]?> TryRead(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
            Task.FromResult(_files.GetValueOrDefault(file));

        public Task<string?> TryVersion(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
            Task.FromResult(snapshot.Files.GetValueOrDefault(file));

        public async Task<StoreSnapshot?> TryAppend(
            StoreSnapshot? tip,
            StoreChange change,
            CancellationToken cancellationToken
        )
        {
            _begun.TrySetResult();
            await (_held?.Task ?? Task.CompletedTask);
            if (tip!.Tip != Snapshot().Tip)
            {
                return null;
            }

            if (Fails)
            {
                throw new StoreException("The disk is full.");
            }

            Changes.Add(change);
            _version++;
            foreach (var append in change.Appends)
            {
                _files[append.File] = append.Whole.ToArray();
            }

            _files[HeaderFormat.FileName] = change.Header ?? _files[HeaderFormat.FileName];
            return Snapshot();
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

        private StoreSnapshot Snapshot()
        {
            var version = _version.ToString(CultureInfo.InvariantCulture);
            return new StoreSnapshot(
                version,
                _files.Keys.ToImmutableSortedDictionary(file => file, _ => version, StringComparer.Ordinal)
            );
        }
    }
}
