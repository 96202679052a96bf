using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Stores;
using Galley.Testing;
using Microsoft.Extensions.Time.Testing;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger;

/// <summary>A client of some years has thousands of lines.</summary>
internal sealed class LedgerAllocationTests
{
    private const string LedgerId = "0123456789abcdef";
    private const int Posts = 300;

    [Test]
    public void Read_TwiceAsManyLines_AllocatesAboutTwiceAsMuch()
    {
        byte[] some = [.. FileOf(Posts).Content.Span],
            twice = [.. FileOf(2 * Posts).Content.Span];

        var ratio = (double)Allocation.Measure(() => Read(twice)) / Allocation.Measure(() => Read(some));

        Assert.That(ratio, Is.LessThan(2.5));
    }

    [Test]
    public void Append_ToALongFile_CopiesNoneOfIt()
    {
        const int Times = 100;
        var file = Read([.. FileOf(Posts).Content.Span]).Append(Stamped([Created("first")]));
        file.Holds("an id that is not there");
        var more = Stamped(Enumerable.Range(0, Times).Select(number => Created($"more-{number}"))).ToList();

        var allocated = Allocation.Measure(() =>
        {
            foreach (var e in more)
            {
                file = file.Append([e]);
            }
        });

        Assert.That(allocated / Times, Is.LessThan(file.Content.Length / 20));
    }

    [Test]
    public async Task Store_AppendsToALongFile_ReadsAndCopiesNoneOfIt()
    {
        using var folder = new TemporaryFolder();
        await using var store = await FolderStore.Create(
            folder["ledger"],
            new LedgerOptions { Clock = new FakeTimeProvider(), ForApply = true },
            default
        );
        var file = FileOf(Posts);
        var tip = await store.TryAppend(null, Append(file) with { Header = "{}"u8.ToArray() }, default);

        var allocated = Allocation.Measure(() =>
        {
            file = file.AsStored().Append(Stamped([Created("more")]));
            tip = store.TryAppend(tip, Append(file), default).GetAwaiter().GetResult();
        });

        Assert.That(tip, Is.Not.Null);
        Assert.That(allocated, Is.LessThan(file.Content.Length / 20));
    }

    private static StoreChange Append(LedgerFile file) =>
        new([new FileAppend("a.jsonl", file.Content, file.Stored)], Header: null, "An append");

    private static LedgerFile FileOf(int posts) =>
        LedgerFile.Empty(LedgerId, Northwind.Id).Append(Stamped(Enumerable.Range(0, posts).SelectMany(Sent)));

    private static IEnumerable<LedgerEvent> Sent(int number) =>
        [
            Intended($"2026/post-{number}", string.Concat(Enumerable.Repeat("word ", 100))),
            Created($"2026/post-{number}", $"id-{number}"),
        ];

    private static LedgerFile Read(byte[] bytes) =>
        LedgerFile.Read(bytes, "a.jsonl", LedgerId, Northwind.Id, tornIsDamage: false);
}
