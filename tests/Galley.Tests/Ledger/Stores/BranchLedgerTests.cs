using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Format;
using Galley.Ledger.Stores;
using Galley.Testing;
using Galley.Testing.Time;
using NodaTime;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

/// <summary>An empty ledger on a branch of a real bare repository, and a clone to work in.</summary>
internal abstract class BranchLedgerTests
{
    protected const string Branch = "galley-ledger";

    protected static LedgerUri Uri => LedgerUri.Parse($"git:{Branch}");

    protected TemporaryFolder Root { get; private set; } = null!;
    protected GitClone Remote { get; private set; } = null!;
    protected GitClone Clone { get; private set; } = null!;

    /// <summary>The ledger's.</summary>
    protected string Id { get; private set; } = null!;

    [SetUp]
    public async Task MakeLedger()
    {
        Root = new TemporaryFolder();
        Remote = GitClone.Bare(Root["remote.git"]);
        Clone = Remote
            .Clone(Root["clone"])
            .Commit("content/galley.yaml", "notify: []\n")
            .Commit("README.md", "two commits, so that a clone can be shallow\n");
        Clone.Git("push", "--quiet", "origin", "HEAD:main");
        Reach(Clone);
        Id = await LedgerFactory.Init(Uri, Clone.Folder, Options(), default);
    }

    [TearDown]
    public async Task RemoveLedger()
    {
        await Leave();
        Root.Dispose();
    }

    /// <summary>Gives a new clone its way to the remote; it has a folder's.</summary>
    protected virtual void Reach(GitClone clone) { }

    protected virtual ValueTask Leave() => ValueTask.CompletedTask;

    protected async Task RecordOne(GitClone clone, string key = "a")
    {
        await using var ledger = await Open(clone);
        await ledger.Bind(Binding(Northwind), default);
        Assert.That(await Intend(ledger, key), Is.Not.Null);
        await ledger.Record(Northwind, [Created(key, "id-1")], default);
    }

    /// <summary>As from a plan that was made just now.</summary>
    protected static async Task<Intended?> Intend(ILedger ledger, string key, Account? account = null)
    {
        var of = account ?? Northwind;
        return await ledger.TryIntend(of, Intended(key), (await ledger.Read(of.Id, default)).LastEvent, default);
    }

    protected Task<ILedger> Open(GitClone clone, string folder = ".", Instant? now = null) =>
        LedgerFactory.Open(Uri, Path.Combine(clone.Folder, folder), Options(now) with { ExpectedId = Id }, default);

    protected async Task<LedgerInspection> Inspect() =>
        (await LedgerFactory.Inspect(Uri, Clone.Folder, Options(), default))!;

    protected static IEnumerable<string> Events(LedgerInspection inspection) =>
        inspection.Files.SelectMany(f => f.Events).Select(e => $"{((ObjectEvent)e).Key} {LineFormat.NameOf(e)}");

    protected static LedgerOptions Options(Instant? now = null) =>
        new()
        {
            Clock = new LeapingTime((now ?? Noon).ToDateTimeOffset()),
            ForApply = true,
            Commit = "4866718",
            RetryDelays = [TimeSpan.Zero],
        };
}
