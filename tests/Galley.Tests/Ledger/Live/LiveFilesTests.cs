using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Live;
using Galley.Ledger.Stores;
using Galley.Testing;
using Galley.Testing.Time;
using NodaTime;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Live;

/// <summary>The live records, over both stores.</summary>
[TestFixture("folder:galley-ledger")]
[TestFixture("git:galley-ledger")]
internal sealed class LiveFilesTests(string uri)
{
    private TemporaryFolder _root = null!;
    private GitClone _clone = null!;

    [SetUp]
    public async Task MakeLedger()
    {
        _root = new TemporaryFolder();
        _clone = GitClone.Bare(_root["remote.git"]).Clone(_root["clone"]).Commit("galley.yaml", "notify: []\n");
        await LedgerFactory.Init(LedgerUri.Parse(uri), _clone.Folder, Options(), default);
    }

    [TearDown]
    public void RemoveLedger() => _root.Dispose();

    [Test]
    public async Task Record_SavedAnew_TakesThePlaceOfTheFirst_PerAccount()
    {
        await Save((Northwind, Record("id-1")), (Contoso, Record("id-2")));
        await Save((Northwind, Record("id-3")));

        await using var ledger = await Open();
        Assert.That(await Ids(ledger, Northwind), Is.EqualTo(new[] { "id-3" }));
        Assert.That(await Ids(ledger, Contoso), Is.EqualTo(new[] { "id-2" }));
        Assert.That(await ledger.ReadLive("00000000-0000-4000-8000-000000000003", default), Is.Null);
    }

    [Test]
    public async Task Events_AroundIt_AreUntouched_AndTheLedgerStaysWhole()
    {
        await using (var ledger = await Open())
        {
            await ledger.Record(Northwind, [Created("a", "id-1")], default);
            await ledger.SaveLive(new Dictionary<string, LiveRecord> { [Northwind.Id] = Record("id-1") }, default);
            await ledger.Record(Northwind, [Released("b")], default);
        }

        var inspection = (await LedgerFactory.Inspect(LedgerUri.Parse(uri), _clone.Folder, Options(), default))!;
        Assert.That(inspection.IsWhole, Is.True);
        Assert.That(inspection.Files.Single().Events, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Save_TwoRunsAtOnce_KeepsTheAccountsOfBoth()
    {
        await Task.WhenAll(Save((Northwind, Record("id-1"))), Save((Contoso, Record("id-2"))));

        await using var ledger = await Open();
        Assert.That(await Ids(ledger, Northwind), Is.EqualTo(new[] { "id-1" }));
        Assert.That(await Ids(ledger, Contoso), Is.EqualTo(new[] { "id-2" }));
    }

    [Test]
    public async Task Question_OfAnotherRun_Stays_UntilSomebodyLooksLaterThanAChangeCanBeOnItsWay()
    {
        string run;
        await using (var changing = await Open())
        {
            run = changing.Run;
            var question = ObjectRecord.Changing(Kind.Post, "id-1", Noon, run);
            await changing.SaveLive(Of(LiveRecord.Empty.With(question)), default);
        }

        await Save((Northwind, Looked(minutes: 14)));
        Assert.That(await Question(), Is.EqualTo(run), "its request may arrive later, or a list show it late");

        await Save((Northwind, Looked(minutes: 15)));
        Assert.That(await Question(), Is.Null);
    }

    [Test]
    public async Task Question_OfTheSameRun_IsAnsweredByItsOwnLook()
    {
        await using (var ledger = await Open())
        {
            var question = ObjectRecord.Changing(Kind.Post, "id-1", Noon, ledger.Run);
            await ledger.SaveLive(Of(LiveRecord.Empty.With(question)), default);
            await ledger.SaveLive(Of(Looked(minutes: 0)), default);
        }

        Assert.That(await Question(), Is.Null);
    }

    private static Dictionary<string, LiveRecord> Of(LiveRecord record) => new() { [Northwind.Id] = record };

    private static LiveRecord Looked(int minutes) =>
        LiveRecord.Empty.With(
            new ListRecord(Kind.Post, Noon + Duration.FromMinutes(minutes), IsWhole: true, WhyNot: null),
            [new ObjectRecord(Kind.Post, "id-1", Noon - Duration.FromDays(1), [])]
        );

    private async Task<string?> Question()
    {
        await using var ledger = await Open();
        return (await ledger.ReadLive(Northwind.Id, default))!.Objects.Single().ChangingRun;
    }

    private async Task Save(params (Account Account, LiveRecord Record)[] records)
    {
        await using var ledger = await Open();
        await ledger.SaveLive(records.ToDictionary(pair => pair.Account.Id, pair => pair.Record), default);
    }

    private static async Task<IEnumerable<string>> Ids(ILedger ledger, Account account) =>
        (await ledger.ReadLive(account.Id, default))!.Objects.Select(o => o.Id);

    private static LiveRecord Record(string id) => LiveRecord.Empty.With(ObjectRecord.Missing(Kind.Post, id, Noon));

    private Task<ILedger> Open() => LedgerFactory.Open(LedgerUri.Parse(uri), _clone.Folder, Options(), default);

    private static LedgerOptions Options() =>
        new()
        {
            Clock = new LeapingTime(Noon.ToDateTimeOffset()),
            ForApply = true,
            RetryDelays = [TimeSpan.Zero],
        };
}
