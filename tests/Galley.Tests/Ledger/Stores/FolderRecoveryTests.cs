using System.Text;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Format;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

/// <summary>What a crash or a full disk leaves behind, and how it is mended.</summary>
internal sealed class FolderRecoveryTests : FolderLedgerTests
{
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
        Assert.That(Messages, Has.One.Contains("11 bytes"));
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
}
