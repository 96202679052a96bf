using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Stores;
using Galley.Testing;
using Galley.Testing.Remotes;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

/// <summary>
/// The ledger's branch at a Git host: <c>git daemon</c>, and smart HTTP. In <see cref="BranchStoreTests"/> it is in a
/// folder.
/// </summary>
[TestFixture(DaemonGitHost.Program)]
[TestFixture(HttpGitHost.Program)]
internal sealed class HostedBranchTests(string program) : BranchLedgerTests
{
    private GitHost? _host;

    private GitHost Host =>
        _host ??= program == HttpGitHost.Program ? new HttpGitHost(Root.Path) : new DaemonGitHost(Root.Path);

    [OneTimeSetUp]
    public void NeedTheServer() =>
        Assume.That(
            GitHost.IsInstalled(program),
            $"this machine's git comes without {program}, which these tests push to: install it to run them"
        );

    [Test]
    public async Task Ledger_InAShallowDetachedCloneOfNobody_ReadsAndWrites()
    {
        await RecordOne(Clone);
        var shallow = Remote.Clone(Root["shallow"], "--depth=1");
        Reach(shallow);
        shallow.Git("checkout", "--quiet", "--detach");
        // git then invents no name for whoever is at work.
        shallow.Git("config", "user.useConfigOnly", "true");

        await RecordOne(shallow, "b");

        Assert.That(
            Events(await Inspect()),
            Is.EqualTo(new[] { "a intended", "a created", "b intended", "b created" })
        );
        Assert.That(shallow.Git("rev-parse", "--is-shallow-repository").Trim(), Is.EqualTo("true"));
        Assert.That(shallow.Git("status", "--porcelain"), Is.Empty);
    }

    [Test]
    public async Task TwoClones_WriteAtOnce_NothingIsLostOrTwice()
    {
        var other = Remote.Clone(Root["other"]);
        Reach(other);

        Intended?[] accepted;
        await using (var one = await Open(Clone))
        await using (var two = await Open(other))
        {
            accepted = await Task.WhenAll(
                one.TryIntend(Northwind, Intended("both"), null, default),
                two.TryIntend(Northwind, Intended("both"), null, default),
                one.TryIntend(Northwind, Intended("one"), null, default),
                two.TryIntend(Northwind, Intended("two"), null, default)
            );
        }

        // Whoever comes second planned from a ledger that is no longer the newest, whatever the object.
        var recorded = accepted.OfType<Intended>().ToList();
        Assert.That(recorded.Select(intent => intent.Stamp!.Run).Distinct().Count(), Is.EqualTo(1));
        Assert.That(Events(await Inspect()), Is.EquivalentTo(recorded.Select(intent => $"{intent.Key} intended")));
    }

    [TestCase(Cut.BeforeItIsTaken)]
    [TestCase(Cut.AfterItIsTaken)]
    public async Task Push_CutOff_IsSettledByTheBranchItself(Cut cut)
    {
        await using (var ledger = await Open(Clone))
        {
            Host.CutNextPush(cut);
            Assert.That(await ledger.TryIntend(Northwind, Intended("a"), null, default), Is.Not.Null);
            Host.CutNextPush(cut);
            await ledger.Record(Northwind, [Created("a")], default);
        }

        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "a intended", "a created" }));
        Assert.That(
            Remote.Git("rev-list", "--count", Branch).Trim(),
            Is.EqualTo("3"),
            "the ledger's beginning, and each event in one commit"
        );
    }

    [Test]
    public async Task Push_RefusedOnce_IsTriedAgain()
    {
        await using (var ledger = await Open(Clone))
        {
            Remote.Hook("pre-receive", "[ -e refused ] && exit 0; : > refused; exit 1");
            Assert.That(await ledger.TryIntend(Northwind, Intended("a"), null, default), Is.Not.Null);
        }

        Assert.That(File.Exists(Path.Combine(Remote.Folder, "refused")), Is.True);
        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "a intended" }));
    }

    [Test]
    public async Task Push_ToAProtectedBranch_SaysTheHostsWords_AndWhatCouldNotBeWrittenIsRecovered()
    {
        await using var ledger = await Open(Clone);
        await ledger.TryIntend(Northwind, Intended("a"), null, default);
        Remote.Hook(
            "pre-receive",
            "echo 'GH006: Protected branch update failed for refs/heads/galley-ledger.' >&2; exit 1"
        );

        Assert.That(
            () => ledger.TryIntend(Northwind, Intended("b"), null, default),
            Throws
                .InstanceOf<GalleyException>()
                .With.Message.Contains($"The ledger branch {Branch} can't be pushed to origin")
                .And.Message.Contains("GH006: Protected branch update failed")
        );
        var lost = await Assert.ThrowsAsync<UnrecordedException>(() =>
            ledger.Record(Northwind, [Created("a")], default)
        );
        File.Delete(Path.Combine(Remote.Folder, "hooks", "pre-receive"));

        Assert.That(await ledger.Recover(lost!.Lines, default), Is.EqualTo(1));
        Assert.That(await ledger.Recover(lost.Lines, default), Is.Zero);
        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "a intended", "a created" }));
    }

    [Test]
    public void Branch_ThatTheHostHasNot_IsMissing_AndNoEmptyLedger()
    {
        Remote.Git("update-ref", "-d", $"refs/heads/{Branch}");

        Assert.That(() => Open(Clone), Throws.TypeOf<SetBackException>().With.Message.Contains("Put it back"));
    }

    [Test]
    public void Repository_ThatTheHostHasNot_IsSaid_AndNoMissingBranch()
    {
        Clone.Git("remote", "set-url", "origin", Host.UrlOf("other.git"));

        Assert.That(
            () => Open(Clone),
            Throws
                .TypeOf<StoreException>()
                .With.Message.StartWith($"The ledger branch {Branch} can't be fetched from origin: ")
        );
    }

    protected override void Reach(GitClone clone) => clone.Git("remote", "set-url", "origin", Host.UrlOf("remote.git"));

    protected override async ValueTask Leave()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _host = null;
    }
}
