using System.Text;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Format;
using Galley.Ledger.Live;
using Galley.Ledger.Stores;
using Galley.Testing;
using Galley.Testing.Time;
using NodaTime;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

internal sealed class FolderStoreTests
{
    private readonly List<string> _said = [];
    private TemporaryFolder _root = null!;
    private string _id = null!;

    [SetUp]
    public async Task MakeLedger()
    {
        _said.Clear();
        _root = new TemporaryFolder();
        _id = await LedgerFactory.Init(Uri, _root.Path, Options(), default);
    }

    [TearDown]
    public void RemoveLedger() => _root.Dispose();

    [Test]
    public async Task Ledger_OpenedAgain_HoldsWhatWasRecorded()
    {
        await using (var ledger = await Open())
        {
            await ledger.Bind(Binding(Northwind), default);
            Assert.That(await ledger.TryIntend(Northwind, Intended("a"), lastSeen: null, default), Is.Not.Null);
            await ledger.Record(Northwind, [Created("a", "id-1")], default);
        }

        await using var again = await Open();
        var o = (await again.Read(Northwind.Id, default)).Find(Kind.Post, "a")!;

        Assert.That(o.Id, Is.EqualTo("id-1"));
        Assert.That(again.Header.LedgerId, Is.EqualTo(_id));
        Assert.That(again.Header.Api, Is.EqualTo(ApiUrl));
        Assert.That(again.Header.Clients[Northwind.Id], Is.EqualTo(Owner));
        Assert.That(o.Intent!.Stamp!.Commit, Is.EqualTo("4866718"));
    }

    [Test]
    public async Task Record_FileEditedMeanwhile_FindsItAndWritesNothingOverIt()
    {
        await using var ledger = await Open();
        await ledger.Record(Northwind, [Created("a", "id-1")], default);
        var path = Path.Combine(_root["galley-ledger"], Northwind.Id + ".jsonl");
        await File.AppendAllTextAsync(path, "a line that galley did not write\n");
        var edited = await File.ReadAllTextAsync(path);

        Assert.That(
            () => ledger.Record(Northwind, [Created("b", "id-2")], default),
            Throws.TypeOf<UnrecordedException>()
        );

        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo(edited));
    }

    [Test]
    public async Task Init_WhereALedgerIs_Refuses()
    {
        Assert.That(
            () => LedgerFactory.Init(Uri, _root.Path, Options(), default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("already")
        );
        Assert.That((await Inspect()).Header.LedgerId, Is.EqualTo(_id));
    }

    [Test]
    public void Init_WithALedgerIdInTheSettings_SaysWhatANewOneWouldDo()
    {
        Directory.Delete(_root["galley-ledger"], recursive: true);

        Assert.That(
            () => LedgerFactory.Init(Uri, _root.Path, Options() with { ExpectedId = _id }, default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("a new, empty ledger would publish everything again")
        );
    }

    [Test]
    public async Task Open_Missing_IsNullOnlyWhenNoneIsExpected()
    {
        Directory.Delete(_root["galley-ledger"], recursive: true);

        Assert.That(await LedgerFactory.TryOpen(Uri, _root.Path, Options(), default), Is.Null);
        Assert.That(
            () => LedgerFactory.Open(Uri, _root.Path, Options(), default),
            Throws
                .TypeOf<GalleyException>()
                .With.Message.Contains("restore it first")
                .And.Message.Contains("ledger rebuild")
                .And.Message.Contains("ledger init")
        );
        Assert.That(
            () => LedgerFactory.TryOpen(Uri, _root.Path, Options() with { ExpectedId = _id }, default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("Restore").And.Message.Contains("ledger rebuild")
        );
    }

    [Test]
    public async Task Open_WithoutALedgerIdInTheSettings_SaysWhichLineToAdd()
    {
        await using (await LedgerFactory.Open(Uri, _root.Path, Options() with { ForApply = false }, default))
        {
            Assert.That(_said, Is.Empty);
        }

        await using var ledger = await LedgerFactory.Open(Uri, _root.Path, Options(), default);

        Assert.That(_said, Has.One.EndsWith($"ledger_id: {_id}"));
    }

    [Test]
    public void Open_ForeignLedger_NamesBothIds() =>
        Assert.That(
            () => LedgerFactory.Open(Uri, _root.Path, Options() with { ExpectedId = "other" }, default),
            Throws.TypeOf<GalleyException>().With.Message.Contains(_id).And.Message.Contains("other")
        );

    [TestCase(false)]
    [TestCase(true, Description = "a link to nothing in its place")]
    public async Task Read_ListedClientWithoutItsFile_IsDamageOfThatClientAlone(bool isLink)
    {
        await RecordOne();
        File.Delete(FileOf(Northwind));
        if (isLink)
        {
            File.CreateSymbolicLink(FileOf(Northwind), _root["nothing"]);
        }

        await using var ledger = await Open();

        Assert.That(
            () => ledger.Read(Northwind.Id, default),
            Throws.TypeOf<LedgerDamagedException>().With.Message.Contains(FileOf(Northwind))
        );
        Assert.That(
            (await ledger.ReadOrHold(Northwind.Id, default)).Damage,
            Does.Contain(isLink ? "is a link" : "missing")
        );
        Assert.That((await ledger.ReadOrHold("another", default)).Damage, Is.Null);
        Assert.That((await Inspect()).IsWhole, Is.False);
    }

    [Test]
    public async Task Write_WhereALinkStands_DoesNotFollowIt()
    {
        var mine = _root["mine"];
        await File.WriteAllTextAsync(mine, "words of the user");
        File.CreateSymbolicLink(FileOf(Northwind), mine);
        Directory.CreateDirectory(_root["galley-ledger/live"]);
        File.CreateSymbolicLink(_root[$"galley-ledger/live/{Northwind.Id}.json"], mine);

        await using var ledger = await Open();
        Assert.That(() => ledger.Bind(Binding(Northwind), default), Throws.InstanceOf<GalleyException>());
        await ledger.SaveLive(
            new Dictionary<string, LiveRecord> { [Northwind.Id] = LiveRecord.Empty, ["other"] = LiveRecord.Empty },
            default
        );

        Assert.That(await File.ReadAllTextAsync(mine), Is.EqualTo("words of the user"));
        Assert.That(_said, Has.One.Contains("is a link, a folder or a pipe"));
        Assert.That(await ledger.ReadLive("other", default), Is.Not.Null);
    }

    [Test]
    public async Task Read_EditedByHand_NamesFileAndLine()
    {
        await RecordOne();
        var text = await File.ReadAllTextAsync(FileOf(Northwind));
        await File.WriteAllTextAsync(FileOf(Northwind), text.Replace("id-1", "id-2", StringComparison.Ordinal));

        await using var ledger = await Open();

        Assert.That(
            () => ledger.Read(Northwind.Id, default),
            Throws.TypeOf<LedgerDamagedException>().With.Message.Contains($"{FileOf(Northwind)}:2")
        );
        Assert.That((await Inspect()).Files.Single().Damage, Is.TypeOf<LedgerDamagedException>());
    }

    [Test]
    public async Task Read_ClientTakenOutOfTheHeader_IsDamage()
    {
        await RecordOne();
        var header = _root["galley-ledger/ledger.json"];
        var text = await File.ReadAllTextAsync(header);
        await File.WriteAllTextAsync(
            header,
            text.Replace($"\"{Northwind.Id}\": \"{Owner}\"", "", StringComparison.Ordinal)
        );

        await using var ledger = await Open();

        Assert.That(
            () => ledger.Read(Northwind.Id, default),
            Throws.TypeOf<LedgerDamagedException>().With.Message.Contains("does not list")
        );
    }

    [Test]
    public async Task Append_AfterATornLine_CutsItOffAndSaysSo()
    {
        await RecordOne();
        await File.AppendAllTextAsync(FileOf(Northwind), "{\"id\":\"half");

        await using (var ledger = await Open())
        {
            Assert.That(
                await ledger.TryIntend(Northwind, Intended("b"), await LastEvent(ledger), default),
                Is.Not.Null
            );
        }

        var file = (await Inspect()).Files.Single();
        Assert.That(file.Damage, Is.Null);
        Assert.That(file.Events.Select(e => e.GetType().Name), Is.EqualTo(new[] { "Intended", "Created", "Intended" }));
        Assert.That(_said, Has.One.Contains("11 bytes"));
    }

    [Test]
    public async Task Append_AfterALineWithoutItsEnd_KeepsTheLine()
    {
        await RecordOne();
        var bytes = await File.ReadAllBytesAsync(FileOf(Northwind));
        await File.WriteAllBytesAsync(FileOf(Northwind), bytes[..^1]);

        await using (var ledger = await Open())
        {
            await ledger.TryIntend(Northwind, Intended("b"), await LastEvent(ledger), default);
        }

        Assert.That((await Inspect()).Files.Single().Events, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Bind_AnotherApiOrOwner_IsRefused()
    {
        await RecordOne();
        await using var ledger = await Open();

        Assert.That(
            () => ledger.Bind(Binding(Northwind) with { Api = "http://127.0.0.1:5000/api/v1" }, default),
            Throws.TypeOf<GalleyException>().With.Message.Contains(ApiUrl).And.Message.Contains("127.0.0.1")
        );
        Assert.That(
            () => ledger.Bind(Binding(Northwind, "someone-else"), default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("someone-else")
        );
        Assert.That(() => ledger.Bind(Binding(Contoso, "someone-else"), default), Throws.Nothing);
    }

    [Test]
    public async Task TryIntend_OwnEventsSince_IsAccepted()
    {
        await using var ledger = await Open();

        Assert.That(await ledger.TryIntend(Northwind, Intended("a"), null, default), Is.Not.Null);
        await ledger.Record(Northwind, [Released("a")], default);
        Assert.That(await ledger.TryIntend(Northwind, Intended("a"), null, default), Is.Not.Null);
    }

    [Test]
    public async Task TryIntend_AnotherRunWroteSince_IsRefusedUntilReadAgain()
    {
        await using (var first = await Open())
        {
            await first.TryIntend(Northwind, Intended("a"), null, default);
            await first.Record(Northwind, [Released("a")], default);
        }

        await using var second = await Open();
        Assert.That(await second.TryIntend(Northwind, Intended("a"), lastSeen: null, default), Is.Null);
        Assert.That(await second.TryIntend(Northwind, Intended("a"), await LastEvent(second), default), Is.Not.Null);
    }

    [Test]
    public async Task Open_WhileAnotherHoldsTheLock_WaitsAndSaysSo()
    {
        var first = await Open();
        var waiting = LedgerFactory.Open(Uri, _root.Path, Options(), default);
        await Task.WhenAny(waiting, Said());

        Assert.That(waiting.IsCompleted, Is.False);
        await first.DisposeAsync();
        await using var second = await waiting;
        // More than once when it takes long: the words come again every 100 looks.
        Assert.That(_said, Has.Some.Contains("Another galley is writing"));
    }

    [Test]
    public async Task IsInFlight_FolderUnderItsLock_IsNever()
    {
        await using (var crashed = await Open())
        {
            await crashed.TryIntend(Northwind, Intended("a"), null, default);
        }

        await using var next = await Open();
        var intent = (await next.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Intent!;

        Assert.That(next.IsInFlight(intent), Is.False);
    }

    [Test]
    public async Task IsInFlight_ReadWhileAnApplyHoldsTheLock_IsByAge()
    {
        await using var apply = await Open();
        await apply.TryIntend(Northwind, Intended("a"), null, default);
        await using var plan = await LedgerFactory.Open(Uri, _root.Path, Options() with { ForApply = false }, default);
        await using var late = await LedgerFactory.Open(
            Uri,
            _root.Path,
            Options(Noon + Duration.FromHours(1)) with
            {
                ForApply = false,
            },
            default
        );

        var intent = (await plan.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Intent!;

        Assert.That(plan.IsInFlight(intent), Is.True);
        Assert.That(late.IsInFlight(intent), Is.False);
    }

    [Test]
    public async Task Record_FailsWholly_GivesLinesThatRecoverTakesOnce()
    {
        UnrecordedException lost;
        await using (var ledger = await Open())
        {
            await ledger.TryIntend(Northwind, Intended("a"), null, default);
            File.Move(FileOf(Northwind), FileOf(Northwind) + ".away");
            lost = (
                await Assert.ThrowsAsync<UnrecordedException>(() =>
                    ledger.Record(Northwind, [Created("a", "id-1")], default)
                )
            )!;
            File.Move(FileOf(Northwind) + ".away", FileOf(Northwind));
        }

        await using var again = await Open();
        var lines = lost.Lines.Select(l => $"2026-06-01T12:00:03Z   {l}").Prepend("Recovered from the log:").ToList();

        Assert.That(await again.Recover(lines, default), Is.EqualTo(1));
        Assert.That(await again.Recover(lines, default), Is.Zero);
        Assert.That((await again.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Id, Is.EqualTo("id-1"));
    }

    [Test]
    public async Task Recover_EndOfAnIntentThatTheLedgerLacks_IsRefusedAndWritesNothing()
    {
        var line = Encoding.UTF8.GetString(LineFormat.Write(Stamped([Created("a", "id-1")]).Single(), Northwind.Id));
        await using var ledger = await Open();

        Assert.That(
            () => ledger.Recover([line], default),
            Throws
                .TypeOf<GalleyException>()
                .With.Message.Contains("post northwind/a")
                .And.Message.Contains("galley adopt post northwind/a id-1")
        );
        Assert.That((await ledger.Read(Northwind.Id, default)).Objects, Is.Empty);
    }

    [Test]
    public async Task Oddity_OfALedgerThatLostAnIntent_EndsWithAdopt()
    {
        await using var ledger = await Open();
        await ledger.Record(Northwind, [Created("a", "id-1")], default);
        Assert.That((await ledger.Read(Northwind.Id, default)).Oddity, Does.Contain("post northwind/a"));

        await ledger.Record(
            Northwind,
            [
                new Retired("northwind", Kind.Post, "a"),
                new Adopted("northwind", Kind.Post, "a", "id-1", Payload("Hello")),
            ],
            default
        );

        Assert.That((await ledger.Read(Northwind.Id, default)).Oddity, Is.Null);
    }

    [Test]
    public void Recover_NoSuchLine_QuotesIt() =>
        Assert.That(
            async () =>
            {
                await using var ledger = await Open();
                await ledger.Recover(["{\"hello\":1}"], default);
            },
            Throws.TypeOf<GalleyException>().With.Message.Contains("hello")
        );

    [Test]
    public async Task Record_ManyAtOnce_ArriveWholeAndInOrder()
    {
        await using (var ledger = await Open())
        {
            await Task.WhenAll(
                Enumerable
                    .Range(0, 200)
                    .Select(i =>
                        ledger.Record(i % 2 == 0 ? Northwind : Contoso, [Intended($"k{i}"), Created($"k{i}")], default)
                    )
            );
        }

        var inspection = await Inspect();
        Assert.That(inspection.IsWhole, Is.True);
        Assert.That(inspection.Files.Select(f => f.Events.Count), Is.EqualTo(new[] { 200, 200 }));
    }

    private static LedgerUri Uri => LedgerUri.Parse("folder:galley-ledger");

    private string FileOf(Account account) => _root[$"galley-ledger/{account.Id}.jsonl"];

    private Task<ILedger> Open() => LedgerFactory.Open(Uri, _root.Path, Options() with { ExpectedId = _id }, default);

    private static async Task<string?> LastEvent(ILedger ledger) =>
        (await ledger.Read(Northwind.Id, default)).LastEvent;

    private async Task<LedgerInspection> Inspect() =>
        (await LedgerFactory.Inspect(Uri, _root.Path, Options(), default))!;

    private async Task RecordOne()
    {
        await using var ledger = await Open();
        await ledger.Bind(Binding(Northwind), default);
        await ledger.Record(Northwind, [Intended("a"), Created("a", "id-1")], default);
    }

    private async Task Said()
    {
        while (_said.Count == 0)
        {
            await Task.Yield();
        }
    }

    private LedgerOptions Options(Instant? now = null) =>
        new()
        {
            Clock = new LeapingTime((now ?? Noon).ToDateTimeOffset()),
            ForApply = true,
            Commit = "4866718",
            Say = _said.Add,
            RetryDelays = [TimeSpan.Zero],
        };
}
