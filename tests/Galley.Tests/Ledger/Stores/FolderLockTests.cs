using Galley.Diagnostics;
using Galley.Ledger;
using NodaTime;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

/// <summary>Runs that use one folder at the same time.</summary>
internal sealed class FolderLockTests : FolderLedgerTests
{
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
        var waiting = LedgerFactory.Open(Uri, Root.Path, Options(), default);
        await Task.WhenAny(waiting, Said());

        Assert.That(waiting.IsCompleted, Is.False);
        await first.DisposeAsync();
        await using var second = await waiting;
        // More than once when it takes long: the words come again every 100 looks.
        Assert.That(Messages, Has.Some.Contains("Another galley is writing"));
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
        await using var plan = await LedgerFactory.Open(Uri, Root.Path, Options() with { ForApply = false }, default);
        await using var late = await LedgerFactory.Open(
            Uri,
            Root.Path,
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

    private async Task Said()
    {
        while (Messages.Count == 0)
        {
            await Task.Yield();
        }
    }
}
