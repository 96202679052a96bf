using System.Diagnostics;
using System.Globalization;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Testing;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

/// <summary>
/// Each commit of a ledger's branch holds its files whole: a long run must not leave each of these versions in the
/// clone.
/// </summary>
internal sealed class LooseObjectsTests : BranchLedgerTests
{
    [Test]
    public async Task Run_OfManyCommits_LeavesFewObjects_AndAWholeHistory()
    {
        // A clone's own loose objects stay as they are.
        Clone.Commit("mine.txt", "not the ledger's\n");

        await Send(posts: 40, workers: 1);

        Assert.That(Loose(), Is.LessThan(30));
        Assert.That(Clone.Git("fsck", "--connectivity-only", "--no-dangling"), Is.Empty);
        await RecordOne(Clone, "after");
        Assert.That((await Inspect()).IsWhole, Is.True);

        int Loose() => int.Parse(Clone.Git("count-objects").Split(' ')[0], CultureInfo.InvariantCulture);
    }

    [Explicit("for docs/performance.md: minutes")]
    [TestCase(2500)]
    public async Task Run_OfManyPosts_Measured(int posts) => await Send(posts, workers: 4);

    private async Task Send(int posts, int workers)
    {
        var watch = Stopwatch.StartNew();
        var ledger = await Open(Clone);
        await ledger.Bind(Binding(Northwind), default);
        var next = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, workers)
                .Select(async _ =>
                {
                    for (int post; (post = Interlocked.Increment(ref next)) <= posts; )
                    {
                        var of = new Account($"client-{post % 10}", IsDirect: false);
                        var wish = new Intended("northwind", Kind.Post, $"p{post}", LongPayload(post), Noon);
                        var intent = await ledger.TryIntend(of, wish, null, default);
                        await ledger.Record(
                            of,
                            [Created($"p{post}", $"{Guid.Empty}") with { Intent = intent!.Stamp!.Id }],
                            default
                        );
                    }
                })
        );
        await TestContext.Out.WriteLineAsync(
            $"sent in {watch.Elapsed.TotalSeconds:0.0} s: {Count(Clone)} of {Size(Root["clone/.git"]):n0} bytes"
        );
        await ledger.DisposeAsync();
        await TestContext.Out.WriteLineAsync(
            $"ended in {watch.Elapsed.TotalSeconds:0.0} s: {Count(Clone)} of {Size(Root["clone/.git"]):n0} bytes, "
                + $"{Remote.Git("rev-list", "--count", Branch).Trim()} commits"
        );
    }

    private static string Count(GitClone clone) => clone.Git("count-objects", "-v").ReplaceLineEndings(", ");

    private static long Size(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static Payload LongPayload(int number)
    {
        var random = new Random(number);
        var text = string.Join(
            ' ',
            Enumerable.Range(0, 200).Select(_ => random.Next(20_000).ToString("x4", CultureInfo.InvariantCulture))
        );
        return Payload(text);
    }
}
