using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Testing;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

/// <summary>A remote that refuses, is away, or loses its answer.</summary>
internal sealed class BranchRemoteTests : BranchLedgerTests
{
    [Test]
    public async Task Push_RefusedByTheRemote_SaysItsWordsAndSendsNothing()
    {
        await using var ledger = await Open(Clone);
        Remote.Hook("pre-receive", "echo 'this branch is frozen'; exit 1");

        Assert.That(
            () => ledger.TryIntend(Northwind, Intended("a"), null, default),
            Throws
                .InstanceOf<GalleyException>()
                .With.Message.Contains("this branch is frozen")
                .And.Message.Contains(Branch)
        );
        var lost = await Assert.ThrowsAsync<UnrecordedException>(() =>
            ledger.Record(Northwind, [Created("b")], default)
        );
        Assert.That(lost!.Lines, Has.Length.EqualTo(1));

        File.Delete(Path.Combine(Remote.Folder, "hooks", "pre-receive"));
        await ledger.Record(Northwind, lost.Events, default);
        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "b created" }));
    }

    [Test]
    public async Task Push_AnswerLostAfterItArrived_IsSettledByTheBranch()
    {
        DieAfterTheUpdate(times: 1);

        await using (var ledger = await Open(Clone))
        {
            Assert.That(await ledger.TryIntend(Northwind, Intended("a"), null, default), Is.Not.Null);
        }

        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "a intended" }));
    }

    [Test]
    public async Task Intend_GivenUpThoughItArrived_IsReleasedByTheNextWrite()
    {
        await using (var ledger = await Open(Clone))
        {
            // The push arrives, its answer is lost, and the remote is away when it is asked.
            Remote.Hook(
                "reference-transaction",
                $"[ \"$1\" = committed ] && mv '{Remote.Folder}' '{Remote.Folder}.away' && kill -9 $PPID; exit 0"
            );
            Assert.That(
                () => ledger.TryIntend(Northwind, Intended("a"), null, default),
                Throws.InstanceOf<GalleyException>()
            );
            Directory.Move(Remote.Folder + ".away", Remote.Folder);
            File.Delete(Path.Combine(Remote.Folder, "hooks", "reference-transaction"));
        }

        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "a intended", "a released" }));
    }

    [Test]
    public async Task Remote_OverSsh_IsAskedInBatchModeWithTheClonesOwnCommand()
    {
        var ssh = Root["ssh"];
        GitClone.Script(ssh, $"echo \"$@\" >> '{Root["ssh.log"]}'\nfor last; do :; done\nexec sh -c \"$last\"");
        Clone.Git("config", "core.sshCommand", ssh);
        Clone.Git("remote", "set-url", "origin", $"ssh://git@example.invalid{Remote.Folder}");

        await RecordOne(Clone);

        var calls = await File.ReadAllLinesAsync(Root["ssh.log"]);
        Assert.That(calls, Has.All.Contains("-o BatchMode=yes"));
        Assert.That(calls, Has.Some.Contains("git-receive-pack"));
    }

    [Test]
    public void Remote_Unreachable_IsNamedWithoutItsCredentials()
    {
        Clone.Git("remote", "set-url", "origin", "https://user:hunter2@127.0.0.1:1/ledger.git");

        Assert.That(
            () => Open(Clone),
            Throws.InstanceOf<GalleyException>().With.Message.Contains("127.0.0.1").And.Message.Not.Contains("hunter2")
        );
    }

    [Test]
    public void Open_UnknownRemoteOrNoRepository_SaysSo()
    {
        Assert.That(
            () => LedgerFactory.Open(LedgerUri.Parse("git:x@upstream"), Clone.Folder, Options(), default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("\"upstream\"")
        );
        Assert.That(
            () => LedgerFactory.Open(Uri, Root.Path, Options(), default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("no Git repository")
        );
    }

    [Test]
    public async Task Open_Offline_ReadsWhatWasFetchedLast()
    {
        await RecordOne(Clone);
        await Inspect();
        Directory.Move(Remote.Folder, Remote.Folder + ".away");

        await using var ledger = await LedgerFactory.Open(
            Uri,
            Clone.Folder,
            Options() with
            {
                Offline = true,
                ForApply = false,
            },
            default
        );

        Assert.That((await ledger.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Id, Is.EqualTo("id-1"));
    }

    private void DieAfterTheUpdate(int times) =>
        Remote.Hook(
            "reference-transaction",
            $"[ \"$1\" = committed ] && [ $(ls '{Root.Path}' | grep -c died) -lt {times} ] "
                + $"&& touch '{Root["died"]}'$PPID && kill -9 $PPID; exit 0"
        );
}
