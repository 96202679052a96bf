using System.Text.Json;
using Galley.Testing;
using Galley.Testing.Remotes;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>Whole applies with their ledger on a branch at a Git host, which refuses pushes and loses its line.</summary>
[TestFixture(DaemonGitHost.Program)]
[TestFixture(HttpGitHost.Program)]
internal sealed class RemoteTests(string program)
{
    private ChaosFixture _fixture = null!;

    [SetUp]
    public async Task Open()
    {
        Assume.That(
            GitHost.IsInstalled(program),
            $"this machine's git comes without {program}: install it to run these tests"
        );
        _fixture = await ChaosFixture.Open(
            Store.Branch,
            CrashContent.Accounts,
            host: program == HttpGitHost.Program
                ? folder => new HttpGitHost(folder)
                : folder => new DaemonGitHost(folder)
        );
        _fixture.Write(CrashContent.Files);
    }

    [TearDown]
    public async Task Close() => await _fixture.DisposeAsync();

    [Test]
    public async Task Apply_OfTwoClones_SendsEachOnce()
    {
        var first = await Recovery.Cli(_fixture, "apply");
        Assert.That(first.ExitCode, Is.Zero, first.Error);

        Assert.That(
            (await new InProcessApply(_fixture, _fixture.Roots[1], new CrashTrigger(null)).Run())!.Items,
            Is.Empty
        );
        await EachIsThereOnce();
    }

    [TestCase(Cut.BeforeItIsTaken)]
    [TestCase(Cut.AfterItIsTaken)]
    public async Task Apply_WhoseEveryFirstPushIsCut_LeavesNoDoubt(Cut cut)
    {
        _fixture.Proxy.At = (_, _) =>
        {
            _fixture.Host!.CutNextPush(cut);
            return Task.CompletedTask;
        };

        var result = await new InProcessApply(_fixture, _fixture.Root, new CrashTrigger(null)).Run();

        Assert.That(result!.Done, Has.Length.EqualTo(CrashContent.Creates));
        Assert.That(result.Unrecorded, Is.Empty);
        await EachIsThereOnce();
    }

    [Test]
    public async Task Apply_WhoseFirstPushIsRefused_GoesOn()
    {
        Remote.Hook("pre-receive", "[ -e refused ] && exit 0; : > refused; exit 1");

        var result = await new InProcessApply(_fixture, _fixture.Root, new CrashTrigger(null)).Run();

        Assert.That(result!.Done, Has.Length.EqualTo(CrashContent.Creates));
        await EachIsThereOnce();
    }

    [Test]
    public async Task Apply_OnABranchThatIsProtectedFromTheStart_SendsNothing_AndSaysTheHostsWords()
    {
        Protect(afterPushes: 0);

        var refused = await Assert.CatchAsync<GalleyException>(() =>
            new InProcessApply(_fixture, _fixture.Root, new CrashTrigger(null)) { Throws = true }.Run()
        );

        Assert.That(
            refused!.Message,
            Does.Contain("can't be pushed to origin")
                .And.Contain("GH006: Protected branch")
                .And.Contain("right to push")
        );
        Assert.That(_fixture.Sandbox.Requests.Where(request => request.Method != "GET"), Is.Empty);
    }

    [Test]
    public async Task Apply_OnABranchThatIsProtectedMeanwhile_PrintsWhatItCouldNotWrite_AndRecoverMendsIt()
    {
        using var patience = new CancellationTokenSource();
        // The ledger's binding, and the first intents; then nothing more.
        Protect(afterPushes: 2);
        using var refused = new FolderWatch(_fixture.Remote, () =>
            File.Exists(Path.Combine(_fixture.Remote, "refused"))
        );
        _ = refused.Holds.ContinueWith(_ => patience.Cancel(), TaskScheduler.Default);

        var result = await new InProcessApply(_fixture, _fixture.Root, new CrashTrigger(null))
        {
            Stop = patience.Token,
        }.Run();
        Assert.That(result!.Unrecorded, Is.Not.Empty);
        Assert.That((await LedgerAudit.Open(_fixture)).Doubts, Is.Not.Empty);

        File.Delete(Path.Combine(_fixture.Remote, "hooks", "pre-receive"));
        await File.WriteAllTextAsync(
            _fixture["result.json"],
            JsonSerializer.Serialize(new { unrecorded = result.Unrecorded })
        );
        var recovered = await Recovery.Cli(_fixture, "ledger", "recover", _fixture["result.json"]);
        Assert.That(recovered.ExitCode, Is.Zero, recovered.Error);
        Assert.That((await LedgerAudit.Open(_fixture)).Doubts, Is.Empty);
        var last = await Recovery.Cli(_fixture, "apply");
        Assert.That(last.ExitCode, Is.Zero, last.Error);
        await EachIsThereOnce();
    }

    private GitClone Remote => new(_fixture.Remote);

    private void Protect(int afterPushes) =>
        Remote.Hook(
            "pre-receive",
            $"""
            n=$(($(cat pushes 2>/dev/null || echo 0) + 1)); echo $n > pushes
            [ $n -le {afterPushes} ] && exit 0
            : > refused
            echo 'GH006: Protected branch update failed for refs/heads/galley-ledger.' >&2; exit 1
            """
        );

    private async Task EachIsThereOnce()
    {
        await Recovery.CheckDone(_fixture);
        Assert.That((await LedgerAudit.Open(_fixture)).Held, Is.EqualTo(CrashContent.Creates));
    }
}
