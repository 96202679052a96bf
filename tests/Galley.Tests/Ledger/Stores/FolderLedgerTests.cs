using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Testing;
using Galley.Testing.Time;
using NodaTime;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

/// <summary>An empty ledger in a folder.</summary>
internal abstract class FolderLedgerTests
{
    protected List<string> Messages { get; } = [];

    protected TemporaryFolder Root { get; private set; } = null!;

    protected string Id { get; private set; } = null!;

    [SetUp]
    public async Task MakeLedger()
    {
        Messages.Clear();
        Root = new TemporaryFolder();
        Id = await LedgerFactory.Init(Uri, Root.Path, Options(), default);
    }

    [TearDown]
    public void RemoveLedger() => Root.Dispose();

    protected static LedgerUri Uri => LedgerUri.Parse("folder:galley-ledger");

    protected string FileOf(Account account) => Root[$"galley-ledger/{account.Id}.jsonl"];

    protected Task<ILedger> Open() => LedgerFactory.Open(Uri, Root.Path, Options() with { ExpectedId = Id }, default);

    protected static async Task<string?> LastEvent(ILedger ledger) =>
        (await ledger.Read(Northwind.Id, default)).LastEvent;

    protected async Task<LedgerInspection> Inspect() =>
        (await LedgerFactory.Inspect(Uri, Root.Path, Options(), default))!;

    protected async Task RecordOne()
    {
        await using var ledger = await Open();
        await ledger.Bind(Binding(Northwind), default);
        await ledger.Record(Northwind, [Intended("a"), Created("a", "id-1")], default);
    }

    protected LedgerOptions Options(Instant? now = null) =>
        new()
        {
            Clock = new LeapingTime((now ?? Noon).ToDateTimeOffset()),
            ForApply = true,
            Commit = "4866718",
            Say = Messages.Add,
            RetryDelays = [TimeSpan.Zero],
        };
}
