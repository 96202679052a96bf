using Galley.Sandbox.Faults;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>Two runs of the real program at once: nothing goes out twice, and neither fails for it.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class ConcurrentRunsTests
{
    [Test]
    public async Task Folder_OfOneMachine_LetsTheSecondWait_AndItSaysSo()
    {
        await using var both = await WhileTheFirstSends(Store.Folder);
        var (fixture, first, second, goOn) = both;

        await Hears(second, "waiting until it ends");
        goOn();

        Assert.That(await first.End(), Is.Zero, first.Words);
        Assert.That(await second.End(), Is.Zero, second.Words);
        await EachIsThereOnce(fixture);
    }

    [Test]
    public async Task Folder_WhoseFirstIsKilled_LetsTheSecondGoOnAtOnce()
    {
        await using var both = await WhileTheFirstSends(Store.Folder);
        var (fixture, first, second, _) = both;

        await Hears(second, "waiting until it ends");
        await first.Kill();
        // What it was sending is held for good: LeadPanther never sees it.
        fixture.Proxy.At = static (_, _) => Task.CompletedTask;

        Assert.That(await second.End(), Is.EqualTo((int)ExitCode.PersonNeeded), second.Words);
        Recovery.Check(await LedgerAudit.Open(fixture), most: InProcessApply.Concurrency);
        await Recovery.Settle(fixture);
        var last = await Recovery.Cli(fixture, "apply");
        Assert.That(last.ExitCode, Is.Zero, last.Error);
        await EachIsThereOnce(fixture);
    }

    [Test]
    public async Task Branch_OfTwoClones_IsWrittenByBoth()
    {
        await using var both = await WhileTheFirstSends(Store.Branch);
        var (fixture, first, second, goOn) = both;

        Assert.That(await second.End(), Is.Zero, second.Words);
        goOn();

        Assert.That(await first.End(), Is.Zero, first.Words);
        Assert.That(second.Words, Does.Contain("another run is sending it now"));
        await EachIsThereOnce(fixture);
    }

    [Test]
    public async Task Branch_OfTwoClonesAtTheSameMoment_IsWrittenByBoth()
    {
        await using var fixture = await ChaosFixture.Open(Store.Branch, CrashContent.Accounts);
        fixture.Write(CrashContent.Files);

        using var first = GalleyProcess.Start(fixture, fixture.Roots[0], "apply");
        using var second = GalleyProcess.Start(fixture, fixture.Roots[1], "apply");

        Assert.That(await first.End(), Is.Zero, first.Words);
        Assert.That(await second.End(), Is.Zero, second.Words);
        await EachIsThereOnce(fixture);
    }

    /// <summary>A commit later, the file has another name. LeadPanther lists nothing here, so the ledger alone holds it.</summary>
    [TestCase("")]
    [TestCase("moved_from: plain\n")]
    public async Task Branch_WhereTheSecondGaveAFileAnotherName_SendsItOnce(string field)
    {
        await using var fixture = await ChaosFixture.Open(Store.Branch, CrashContent.Accounts);
        fixture.Write(CrashContent.Files);
        fixture.Sandbox.Faults = FaultPlan.Parse("lists:405");
        Rename(fixture.Roots[1], field);
        var (sending, goOn) = Hold(fixture, "/posts");
        using var first = GalleyProcess.Start(fixture, fixture.Roots[0], "apply");
        await sending;
        using var second = GalleyProcess.Start(fixture, fixture.Roots[1], "apply");

        Assert.That(await second.End(), Is.Zero.Or.EqualTo((int)ExitCode.PersonNeeded), second.Words);
        goOn();
        Assert.That(await first.End(), Is.Zero.Or.EqualTo((int)ExitCode.PersonNeeded), first.Words);

        Rename(fixture.Roots[0], field);
        var last = await Recovery.Cli(fixture, "apply");
        Assert.That(last.ExitCode, Is.Zero, last.Error);
        await EachIsThereOnce(fixture);
    }

    private static void Rename(string root, string field)
    {
        var old = Path.Combine(root, CrashContent.Plain);
        var renamed = old.Replace("plain.md", "plainer.md", StringComparison.Ordinal);
        File.WriteAllText(
            renamed,
            File.ReadAllText(old).Replace("status:", $"{field}status:", StringComparison.Ordinal)
        );
        File.Delete(old);
    }

    /// <summary>The second begins while the first holds its first create on the wire.</summary>
    private static async Task<Both> WhileTheFirstSends(Store store)
    {
        var fixture = await ChaosFixture.Open(store, CrashContent.Accounts);
        fixture.Write(CrashContent.Files);
        var (sending, goOn) = Hold(fixture, "/lead-magnets");
        var first = GalleyProcess.Start(fixture, fixture.Roots[0], "apply");
        await sending;
        return new Both(fixture, first, GalleyProcess.Start(fixture, fixture.Roots[1], "apply"), goOn);
    }

    /// <summary>Holds the first create on the wire.</summary>
    private static (Task Sending, Action GoOn) Hold(ChaosFixture fixture, string path)
    {
        var (sending, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        fixture.Proxy.At = (boundary, line) =>
        {
            if (boundary != Boundary.Sent || !line.EndsWith(path, StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            return sending.TrySetResult() ? goOn.Task : Task.CompletedTask;
        };
        return (sending.Task, goOn.SetResult);
    }

    private static async Task Hears(GalleyProcess galley, string words)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        galley.Said += line =>
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                heard.TrySetResult();
            }
        };
        if (galley.Words.Contains(words, StringComparison.Ordinal))
        {
            return;
        }

        var ended = galley.End();
        Assert.That(await Task.WhenAny(heard.Task, ended), Is.SameAs(heard.Task), galley.Words);
    }

    private static async Task EachIsThereOnce(ChaosFixture fixture)
    {
        await Recovery.CheckDone(fixture);
        Assert.That((await LedgerAudit.Open(fixture)).Held, Is.EqualTo(CrashContent.Creates));
    }

    private sealed record Both(ChaosFixture Fixture, GalleyProcess First, GalleyProcess Second, Action GoOn)
        : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Second.Dispose();
            First.Dispose();
            await Fixture.DisposeAsync();
        }
    }
}
