using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Live;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

internal sealed class FolderStoreTests : FolderLedgerTests
{
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
        Assert.That(again.Header.LedgerId, Is.EqualTo(Id));
        Assert.That(again.Header.Api, Is.EqualTo(ApiUrl));
        Assert.That(again.Header.Clients[Northwind.Id], Is.EqualTo(Owner));
        Assert.That(o.Intent!.Stamp!.Commit, Is.EqualTo("4866718"));
    }

    [Test]
    public async Task Record_FileEditedMeanwhile_FindsItAndWritesNothingOverIt()
    {
        await using var ledger = await Open();
        await ledger.Record(Northwind, [Created("a", "id-1")], default);
        var path = Path.Combine(Root["galley-ledger"], Northwind.Id + ".jsonl");
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
            () => LedgerFactory.Init(Uri, Root.Path, Options(), default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("already")
        );
        Assert.That((await Inspect()).Header.LedgerId, Is.EqualTo(Id));
    }

    [Test]
    public void Init_WithALedgerIdInTheSettings_SaysWhatANewOneWouldDo()
    {
        Directory.Delete(Root["galley-ledger"], recursive: true);

        Assert.That(
            () => LedgerFactory.Init(Uri, Root.Path, Options() with { ExpectedId = Id }, default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("a new, empty ledger would publish everything again")
        );
    }

    [Test]
    public async Task Open_Missing_IsNullOnlyWhenNoneIsExpected()
    {
        Directory.Delete(Root["galley-ledger"], recursive: true);

        Assert.That(await LedgerFactory.TryOpen(Uri, Root.Path, Options(), default), Is.Null);
        Assert.That(
            () => LedgerFactory.Open(Uri, Root.Path, Options(), default),
            Throws
                .TypeOf<GalleyException>()
                .With.Message.Contains("restore it first")
                .And.Message.Contains("ledger rebuild")
                .And.Message.Contains("ledger init")
        );
        Assert.That(
            () => LedgerFactory.TryOpen(Uri, Root.Path, Options() with { ExpectedId = Id }, default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("Restore").And.Message.Contains("ledger rebuild")
        );
    }

    [Test]
    public async Task Open_WithoutALedgerIdInTheSettings_SaysWhichLineToAdd()
    {
        await using (await LedgerFactory.Open(Uri, Root.Path, Options() with { ForApply = false }, default))
        {
            Assert.That(Messages, Is.Empty);
        }

        await using var ledger = await LedgerFactory.Open(Uri, Root.Path, Options(), default);

        Assert.That(Messages, Has.One.EndsWith($"ledger_id: {Id}"));
    }

    [Test]
    public void Open_ForeignLedger_NamesBothIds() =>
        Assert.That(
            () => LedgerFactory.Open(Uri, Root.Path, Options() with { ExpectedId = "other" }, default),
            Throws.TypeOf<GalleyException>().With.Message.Contains(Id).And.Message.Contains("other")
        );

    [TestCase(false)]
    [TestCase(true, Description = "a link to nothing in its place")]
    public async Task Read_ListedClientWithoutItsFile_IsDamageOfThatClientAlone(bool isLink)
    {
        await RecordOne();
        File.Delete(FileOf(Northwind));
        if (isLink)
        {
            File.CreateSymbolicLink(FileOf(Northwind), Root["nothing"]);
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
        var mine = Root["mine"];
        await File.WriteAllTextAsync(mine, "words of the user");
        File.CreateSymbolicLink(FileOf(Northwind), mine);
        Directory.CreateDirectory(Root["galley-ledger/live"]);
        File.CreateSymbolicLink(Root[$"galley-ledger/live/{Northwind.Id}.json"], mine);

        await using var ledger = await Open();
        Assert.That(() => ledger.Bind(Binding(Northwind), default), Throws.InstanceOf<GalleyException>());
        await ledger.SaveLive(
            new Dictionary<string, LiveRecord> { [Northwind.Id] = LiveRecord.Empty, ["other"] = LiveRecord.Empty },
            default
        );

        Assert.That(await File.ReadAllTextAsync(mine), Is.EqualTo("words of the user"));
        Assert.That(Messages, Has.One.Contains("is a link, a folder or a pipe"));
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
        var header = Root["galley-ledger/ledger.json"];
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
}
