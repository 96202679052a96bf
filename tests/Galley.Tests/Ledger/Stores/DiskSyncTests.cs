using System.IO.Pipes;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Live;
using Galley.Ledger.Stores;
using Galley.Testing;
using Galley.Testing.Time;
using Microsoft.Win32.SafeHandles;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

/// <summary>A disk that does not take what it is given: nothing counts as written that the system did not say is on disk.</summary>
internal sealed class DiskSyncTests
{
    private FailingDisk _disk = null!;
    private TemporaryFolder _root = null!;

    [SetUp]
    public async Task MakeLedger()
    {
        _disk = new FailingDisk();
        _root = new TemporaryFolder();
        await LedgerFactory.Init(Uri, _root.Path, Options(), default);
    }

    [TearDown]
    public void RemoveLedger() => _root.Dispose();

    [Test]
    [Platform(Exclude = "Win")]
    public void Sync_ThatTheSystemRefuses_Throws()
    {
        // fsync of a pipe is EINVAL, which .NET's FlushToDisk keeps to itself.
        using var pipe = new AnonymousPipeServerStream();
        using var handle = new SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: false);

        Assert.That(() => new DiskSync().File(handle, "a file"), Throws.TypeOf<SyncException>());
        Assert.That(() => new DiskSync().Folder(_root["not-there"]), Throws.TypeOf<SyncException>());
        Assert.That(() => new DiskSync().Folder(_root.Path), Throws.Nothing);
    }

    [Test]
    public async Task Intend_OnADiskThatFailsOnce_IsWrittenIntoANewFile([Range(1, 6)] int failing)
    {
        await using (var ledger = await Open(retries: 8))
        {
            await ledger.Record(Northwind, [Created("before")], default);
            _disk.FailAt(failing);

            Assert.That(await ledger.TryIntend(Northwind, Intended("a"), null, default), Is.Not.Null);
            await ledger.Record(Contoso, [Created("b")], default);
        }

        Assert.That(_disk.Unsynced, Is.Empty);
        Assert.That(await Keys(), Is.EqualTo(new[] { "before", "a", "b" }));
    }

    [Test]
    public async Task Intend_OnADiskThatFails_Throws_AndNoOtherGalleySeesIt()
    {
        await using var ledger = await Open(retries: 1);
        await ledger.Record(Northwind, [Created("before")], default);
        _disk.Failures = int.MaxValue;

        Assert.That(
            () => ledger.TryIntend(Northwind, Intended("a"), null, default),
            Throws.InstanceOf<GalleyException>().With.Message.Contains("can't be synced").And.Message.Contains("disk")
        );
        Assert.That(await Keys(), Is.EqualTo(new[] { "before" }));

        _disk.Failures = 0;
    }

    [Test]
    public async Task Record_OnADiskThatFails_IsUnrecorded_ThoughItsLinesCouldBeRead()
    {
        await using var ledger = await Open(retries: 1);
        await ledger.Record(Northwind, [Created("before")], default);
        _disk.Failures = int.MaxValue;

        var lost = await Assert.ThrowsAsync<UnrecordedException>(() =>
            ledger.Record(Northwind, [Created("a")], default)
        );
        Assert.That(lost!.Lines, Has.Length.EqualTo(1));

        _disk.Failures = 0;
        await ledger.Record(Northwind, lost.Events, default);
        Assert.That(_disk.Unsynced, Is.Empty);
        Assert.That(await Keys(), Is.EqualTo(new[] { "before", "a" }));
    }

    [Test]
    public async Task Save_OnADiskThatFailsOnce_IsWrittenAgain([Range(1, 3)] int failing)
    {
        await using var ledger = await Open(retries: 8);
        _disk.FailAt(failing);

        await ledger.SaveLive(
            new Dictionary<string, LiveRecord>
            {
                [Northwind.Id] = LiveRecord.Empty.With(ObjectRecord.Missing(Kind.Post, "id-1", Noon)),
            },
            default
        );

        Assert.That(_disk.Unsynced, Is.Empty);
        Assert.That(await ledger.ReadLive(Northwind.Id, default), Is.Not.Null);
    }

    private static LedgerUri Uri => LedgerUri.Parse("folder:galley-ledger");

    private Task<ILedger> Open(int retries) =>
        LedgerFactory.Open(
            Uri,
            _root.Path,
            Options() with
            {
                RetryDelays = [.. Enumerable.Repeat(TimeSpan.Zero, retries)],
            },
            default
        );

    private async Task<IEnumerable<string>> Keys() =>
        (await LedgerFactory.Inspect(Uri, _root.Path, Options(), default))!
            .Files.SelectMany(f => f.Events)
            .Select(e => ((Galley.Ledger.Events.ObjectEvent)e).Key);

    private LedgerOptions Options() =>
        new()
        {
            Clock = new LeapingTime(Noon.ToDateTimeOffset()),
            ForApply = true,
            Disk = _disk,
        };

    /// <summary>Fails as Linux does: once, and then claims that the same file is well.</summary>
    private sealed class FailingDisk : DiskSync
    {
        private readonly HashSet<string> _lost = [];
        private int _before;

        /// <summary>How many syncs fail from now on.</summary>
        public int Failures { get; set; }

        /// <summary>What failed and was not written into a new file since.</summary>
        public IReadOnlyCollection<string> Unsynced => _lost;

        /// <summary>The first sync is 1.</summary>
        public void FailAt(int number) => (_before, Failures) = (number - 1, 1);

        public override void File(SafeFileHandle file, string path) => Sync(path);

        public override void Folder(string path) => Sync(path + "/");

        private void Sync(string path)
        {
            if (Failures > 0 && _before-- <= 0)
            {
                Failures--;
                _lost.Add(path);
                throw new SyncException($"{path} can't be synced to disk: Input/output error");
            }

            if (path.EndsWith(".new", StringComparison.Ordinal))
            {
                _lost.Remove(path);
                _lost.Remove(path[..^".new".Length]);
            }
            else if (path.EndsWith('/'))
            {
                _lost.Remove(path);
            }
        }
    }
}
