using Galley.Ledger;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>
/// A ledger that was set back to an earlier state, or lost and begun anew: the account's own list keeps Galley from
/// publishing anything twice.
/// </summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class LedgerAccidentTests
{
    [Test]
    public async Task Folder_SetBackToAnyEarlierState_PublishesNothingTwice()
    {
        await using var fixture = await Published(Store.Folder);
        var file = Directory.EnumerateFiles(fixture.LedgerFolder, "*.jsonl").Single();
        var lines = await File.ReadAllLinesAsync(file);

        for (var kept = lines.Length - 1; kept >= 0; kept--)
        {
            await File.WriteAllTextAsync(file, string.Concat(lines.Take(kept).Select(line => line + "\n")));
            await EachIsStillThereOnce(fixture, $"{kept} of {lines.Length} lines were kept");
        }
    }

    [Test]
    public async Task Folder_LostAndBegunAnew_PublishesNothingTwice()
    {
        await using var fixture = await Published(Store.Folder);
        Directory.Delete(fixture.LedgerFolder, recursive: true);
        await LedgerFactory.Init(fixture.LedgerUri, fixture.Root, fixture.Options(forApply: true), default);

        await EachIsStillThereOnce(fixture, "the ledger is a new one");
    }

    [Test]
    public async Task Branch_SetBackAtTheHost_PublishesNothingTwice()
    {
        await using var fixture = await Published(Store.Branch);
        var remote = new GitClone(fixture.Remote);
        var commits = remote.Git("rev-list", "galley-ledger").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // The newest but one, the middle, and the first that holds the client.
        foreach (var commit in new[] { commits[1], commits[commits.Length / 2], commits[^2] })
        {
            remote.Git("update-ref", "refs/heads/galley-ledger", commit);
            await EachIsStillThereOnce(fixture, $"set back to {commit}");
        }
    }

    /// <summary>All of it is in LeadPanther, and one post was changed since.</summary>
    private static async Task<ChaosFixture> Published(Store store)
    {
        var fixture = await ChaosFixture.Open(store, CrashContent.Accounts);
        fixture.Write(CrashContent.Files);
        await Apply(fixture);
        fixture.Write(CrashContent.Changes);
        await Apply(fixture);
        Assert.That(fixture.Sandbox.Posts.Select(post => post.Text), Has.Some.StartsWith("Better words"));
        return fixture;
    }

    private static async Task EachIsStillThereOnce(ChaosFixture fixture, string accident)
    {
        var before = Ids(fixture);

        // What the old state takes for in flight or in doubt is old enough by then.
        fixture.LetFlightsEnd();
        fixture.LetFlightsEnd();
        await Apply(fixture);

        Assert.That(Ids(fixture), Is.EqualTo(before), accident);
        var audit = await LedgerAudit.Open(fixture);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(audit.Doubts, Is.Empty, accident);
        Assert.That(audit.LeftToSend, Is.Empty, accident);
        Assert.That(audit.Lost, Is.Empty, accident);
    }

    private static Task Apply(ChaosFixture fixture) =>
        new InProcessApply(fixture, fixture.Root, new CrashTrigger(null)) { Throws = true }.Run();

    private static IReadOnlyList<string> Ids(ChaosFixture fixture) =>
        [
            .. fixture
                .Sandbox.Posts.Select(post => post.Id)
                .Concat(fixture.Sandbox.LeadMagnets.Select(magnet => magnet.Id))
                .Order(StringComparer.Ordinal),
        ];
}
