using Galley.Applying.Results;
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
    public async Task Branch_SetBackAtTheHost_IsRefusedWhereItWasSeen_AndPublishesNothingTwiceElsewhere()
    {
        await using var fixture = await Published(Store.Branch);
        var before = Ids(fixture);
        var remote = new GitClone(fixture.Remote);
        var commits = remote.Git("rev-list", "galley-ledger").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        remote.Git("update-ref", "refs/heads/galley-ledger", commits[^2]);
        fixture.LetFlightsEnd();
        fixture.LetFlightsEnd();

        var refused = await Assert.CatchAsync<GalleyException>(() => Apply(fixture, fixture.Root));
        await Apply(fixture, fixture.Roots[1]);
        await Apply(fixture, fixture.Roots[1]);

        Assert.That(refused!.Message, Does.Contain("was set back"));
        Assert.That(Ids(fixture), Is.EqualTo(before));
    }

    /// <summary>All of it is in LeadPanther, and one post was changed since.</summary>
    private static async Task<ChaosFixture> Published(Store store)
    {
        var fixture = await ChaosFixture.Open(store, CrashContent.Accounts);
        fixture.Write(CrashContent.Files);
        await Apply(fixture, fixture.Root);
        fixture.Write(CrashContent.Changes);
        await Apply(fixture, fixture.Root);
        Assert.That(fixture.Sandbox.Posts.Select(post => post.Text), Has.Some.StartsWith("Better words"));
        return fixture;
    }

    private static async Task EachIsStillThereOnce(ChaosFixture fixture, string accident)
    {
        var before = Ids(fixture);

        // What the old state takes for in flight or in doubt is old enough by then.
        fixture.LetFlightsEnd();
        fixture.LetFlightsEnd();
        // A post whose lead magnet was in doubt is found by the second.
        await Apply(fixture, fixture.Root);
        await Apply(fixture, fixture.Root);

        Assert.That(Ids(fixture), Is.EqualTo(before), accident);
        var audit = await LedgerAudit.Open(fixture);
        if (audit.Doubts is [{ Object.Key: "plain" }])
        {
            // Set back to its first send, whose words are there no more: something else at its time is a person's to tell.
            return;
        }

        using var scope = Assert.EnterMultipleScope();
        Assert.That(audit.Doubts, Is.Empty, accident);
        Assert.That(audit.LeftToSend, Is.Empty, accident);
        Assert.That(audit.Lost, Is.Empty, accident);
    }

    private static Task<ApplyResult?> Apply(ChaosFixture fixture, string root) =>
        new InProcessApply(fixture, root, new CrashTrigger(null)) { Throws = true }.Run();

    private static IReadOnlyList<string> Ids(ChaosFixture fixture) =>
        [
            .. fixture
                .Sandbox.Posts.Select(post => post.Id)
                .Concat(fixture.Sandbox.LeadMagnets.Select(magnet => magnet.Id))
                .Order(StringComparer.Ordinal),
        ];
}
