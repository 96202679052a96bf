using Galley.Content;
using Galley.Ledger;
using Galley.Testing;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger;

internal sealed class BranchStoreTests
{
    private const string Branch = "galley-ledger";
    private TemporaryFolder _root = null!;
    private GitClone _remote = null!;
    private GitClone _clone = null!;
    private string _id = null!;

    [SetUp]
    public async Task MakeLedger()
    {
        _root = new TemporaryFolder();
        _remote = GitClone.Bare(_root["remote.git"]);
        _clone = _remote.Clone(_root["clone"]).Commit("content/galley.yaml", "notify: []\n").Commit("README.md", "two commits, so that a clone can be shallow\n");
        _clone.Git("push", "--quiet", "origin", "HEAD:main");
        _id = await Ledgers.Init(Uri, _clone.Folder, Options(), default);
    }

    [TearDown]
    public void RemoveLedger() => _root.Dispose();

    [Test]
    public async Task Ledger_OpenedInAnotherClone_HoldsWhatWasRecorded()
    {
        await RecordOne(_clone);

        await using var ledger = await Open(_remote.Clone(_root["other"]));
        var o = (await ledger.Read(Northwind.Id, default)).Find(Kind.Post, "a")!;

        Assert.That(o.Id, Is.EqualTo("id-1"));
        Assert.That(ledger.Header.LedgerId, Is.EqualTo(_id));
        Assert.That(ledger.Header.Clients[Northwind.Id], Is.EqualTo(Owner));
    }

    [Test]
    public async Task Commits_OfOneRun_SayWhatHappened()
    {
        await RecordOne(_clone);

        var log = _remote.Git("log", "--reverse", "--format=%an: %s", Branch).Trim().Split('\n');

        Assert.That(log, Is.EqualTo(new[]
        {
            $"Galley: Begin the ledger {_id}",
            "Galley: Bind the ledger to its API and accounts",
            "Galley: northwind: post a is about to be sent",
            "Galley: northwind: post a was created as id-1",
        }));
        Assert.That(_remote.Git("log", "-1", "--format=%b", Branch), Does.Contain("content 4866718"));
    }

    [Test]
    public async Task Ledger_WrittenFromAClone_LeavesWorkTreeIndexAndBranchesAlone()
    {
        await File.WriteAllTextAsync(_root["clone/README.md"], "changed\n");
        await File.WriteAllTextAsync(_root["clone/new.txt"], "staged\n");
        _clone.Git("add", "new.txt");
        _clone.Hook("pre-push", "exit 1");
        _clone.Hook("reference-transaction", "exit 1");
        _clone.Git("config", "commit.gpgSign", "true");
        var before = Outside();

        await RecordOne(_clone);

        Assert.That(Outside(), Is.EqualTo(before));

        (string, string, string, string) Outside()
        {
            var status = _clone.Git("status", "--porcelain=v2", "--branch");
            return (status, Convert.ToHexString(File.ReadAllBytes(_root["clone/.git/index"])), _clone.Git("branch", "--list"), _clone.Git("rev-parse", "--is-shallow-repository"));
        }
    }

    [TestCase("--depth=1")]
    [TestCase("--depth=1", "--single-branch")]
    public async Task Ledger_InAShallowDetachedClone_ReadsAndWrites(params string[] options)
    {
        await RecordOne(_clone);
        var shallow = _remote.Clone(_root["shallow"], options);
        shallow.Git("checkout", "--quiet", "--detach");

        await using (var ledger = await Open(shallow, "content"))
        {
            Assert.That((await ledger.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Id, Is.EqualTo("id-1"));
            Assert.That(await ledger.TryIntend(Northwind, Intended("b"), null, default), Is.True);
            await RecordOne(_remote.Clone(_root["other"]), "c");
            await ledger.Record(Northwind, [Created("b", "id-2")], default);
        }

        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "a intended", "a created", "b intended", "c intended", "c created", "b created" }));
    }

    [Test]
    public async Task TwoClones_WriteAtOnce_NothingIsLostOrTwice()
    {
        var other = _remote.Clone(_root["other"]);
        await using (var one = await Open(_clone))
        await using (var two = await Open(other))
        {
            await Task.WhenAll(Enumerable.Range(0, 5).SelectMany(i => new[]
            {
                Send(one, Northwind, $"one{i}"),
                Send(two, Northwind, $"two{i}"),
                Send(two, Contoso, $"two{i}"),
            }));
        }

        var inspection = await Inspect();
        Assert.That(inspection.IsWhole, Is.True);
        Assert.That(inspection.Files.Select(f => f.State.Objects.Values.Count(o => o.State == ObjectState.Live)), Is.EqualTo(new[] { 10, 5 }));
        Assert.That(inspection.Files.Select(f => f.Events.Count), Is.EqualTo(new[] { 20, 10 }));

        static async Task Send(ILedger ledger, Account account, string key)
        {
            Assert.That(await ledger.TryIntend(account, Intended(key), null, default), Is.True);
            await ledger.Record(account, [Created(key)], default);
        }
    }

    [Test]
    public async Task TwoClones_IntendTheSameObject_OneIsRefused()
    {
        await using var one = await Open(_clone);
        await using var two = await Open(_remote.Clone(_root["other"]));

        var accepted = await Task.WhenAll(
            one.TryIntend(Northwind, Intended("a"), null, default),
            two.TryIntend(Northwind, Intended("a"), null, default));

        Assert.That(accepted, Is.EquivalentTo(new[] { true, false }));
        var (winner, loser) = accepted[0] ? (one, two) : (two, one);
        var intent = (await loser.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Intent!;
        Assert.That(loser.IsInFlight(intent), Is.True);
        Assert.That(winner.IsInFlight(intent), Is.False);
    }

    [Test]
    public async Task IsInFlight_EndsWithTheTimeThatASendCanTake()
    {
        await using var one = await Open(_clone);
        await one.TryIntend(Northwind, Intended("a"), null, default);
        var last = Noon + Duration.FromMinutes(2) + Duration.FromSeconds(100) + Duration.FromMinutes(5);
        await using var before = await Open(_clone, now: last - Duration.FromSeconds(1));
        await using var after = await Open(_clone, now: last);

        var intent = (await before.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Intent!;

        Assert.That(before.IsInFlight(intent), Is.True);
        Assert.That(after.IsInFlight(intent), Is.False);
    }

    [Test]
    public async Task TryIntend_ManyAtOnce_ShareFewPushes()
    {
        await using (var ledger = await Open(_clone))
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => ledger.TryIntend(Northwind, Intended($"k{i}"), null, default)));

        var commits = int.Parse(_remote.Git("rev-list", "--count", Branch), System.Globalization.CultureInfo.InvariantCulture);
        TestContext.Out.WriteLine($"100 intents, {commits - 1} pushes");
        Assert.That(commits - 1, Is.LessThan(10));
        Assert.That((await Inspect()).Files.Single().Events, Has.Count.EqualTo(100));
    }

    [Test]
    public async Task Push_RefusedByTheRemote_SaysItsWordsAndSendsNothing()
    {
        await using var ledger = await Open(_clone);
        _remote.Hook("pre-receive", "echo 'this branch is frozen'; exit 1");

        Assert.That(() => ledger.TryIntend(Northwind, Intended("a"), null, default),
            Throws.InstanceOf<GalleyException>().With.Message.Contains("this branch is frozen").And.Message.Contains(Branch));
        var lost = await Assert.ThrowsAsync<UnrecordedException>(() => ledger.Record(Northwind, [Created("b")], default));
        Assert.That(lost!.Lines, Has.Length.EqualTo(1));

        File.Delete(Path.Combine(_remote.Folder, "hooks", "pre-receive"));
        await ledger.Record(Northwind, lost.Events, default);
        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "b created" }));
    }

    [Test]
    public async Task Push_AnswerLostAfterItArrived_IsSettledByTheBranch()
    {
        DieAfterTheUpdate(times: 1);

        await using (var ledger = await Open(_clone))
            Assert.That(await ledger.TryIntend(Northwind, Intended("a"), null, default), Is.True);

        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "a intended" }));
    }

    [Test]
    public async Task Intend_GivenUpThoughItArrived_IsReleasedByTheNextWrite()
    {
        await using (var ledger = await Open(_clone))
        {
            // The push arrives, its answer is lost, and the remote is away when it is asked.
            _remote.Hook("reference-transaction", $"[ \"$1\" = committed ] && mv '{_remote.Folder}' '{_remote.Folder}.away' && kill -9 $PPID; exit 0");
            Assert.That(() => ledger.TryIntend(Northwind, Intended("a"), null, default), Throws.InstanceOf<GalleyException>());
            Directory.Move(_remote.Folder + ".away", _remote.Folder);
            File.Delete(Path.Combine(_remote.Folder, "hooks", "reference-transaction"));
        }

        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "a intended", "a released" }));
    }

    [Test]
    public async Task Remote_OverSsh_IsAskedInBatchModeWithTheClonesOwnCommand()
    {
        var ssh = _root["ssh"];
        GitClone.Script(ssh, $"echo \"$@\" >> '{_root["ssh.log"]}'\nfor last; do :; done\nexec sh -c \"$last\"");
        _clone.Git("config", "core.sshCommand", ssh);
        _clone.Git("remote", "set-url", "origin", $"ssh://git@example.invalid{_remote.Folder}");

        await RecordOne(_clone);

        var calls = await File.ReadAllLinesAsync(_root["ssh.log"]);
        Assert.That(calls, Has.All.Contains("-o BatchMode=yes"));
        Assert.That(calls, Has.Some.Contains("git-receive-pack"));
    }

    [Test]
    public void Remote_Unreachable_IsNamedWithoutItsCredentials()
    {
        _clone.Git("remote", "set-url", "origin", "https://user:hunter2@127.0.0.1:1/ledger.git");

        Assert.That(() => Open(_clone), Throws.InstanceOf<GalleyException>().With.Message.Contains("127.0.0.1").And.Message.Not.Contains("hunter2"));
    }

    [Test]
    public void Open_BranchMissing_IsNeverTakenForAnEmptyLedger()
    {
        _remote.Git("update-ref", "-d", $"refs/heads/{Branch}");

        Assert.That(() => Open(_clone), Throws.TypeOf<GalleyException>().With.Message.Contains("restore"));
        Assert.That(async () => await Ledgers.TryOpen(Uri, _clone.Folder, Options(), default), Is.Null);
    }

    [Test]
    public void Open_UnknownRemoteOrNoRepository_SaysSo()
    {
        Assert.That(() => Ledgers.Open(LedgerUri.Parse("git:x@upstream"), _clone.Folder, Options(), default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("\"upstream\""));
        Assert.That(() => Ledgers.Open(Uri, _root.Path, Options(), default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("no Git repository"));
    }

    [Test]
    public async Task Init_WhereALedgerIs_Refuses()
    {
        Assert.That(() => Ledgers.Init(Uri, _remote.Clone(_root["other"]).Folder, Options(), default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("already"));
        Assert.That((await Inspect()).Header.LedgerId, Is.EqualTo(_id));
    }

    [TestCase("id-1", "id-2", ":2")]
    [TestCase("}\n{", "}{", ":1")]
    [TestCase("\"}\n", "\"}", ":1", Description = "every line end taken away")]
    public async Task Read_BranchEditedByHand_NamesFileAndLine(string from, string to, string line)
    {
        await RecordOne(_clone);
        var editor = _remote.Clone(_root["editor"], $"--branch={Branch}");
        var text = await File.ReadAllTextAsync(_root[$"editor/{Northwind.Id}.jsonl"]);
        editor.Commit($"{Northwind.Id}.jsonl", text.Replace(from, to, StringComparison.Ordinal)).Git("push", "--quiet");

        await using var ledger = await Open(_clone);

        Assert.That(() => ledger.Read(Northwind.Id, default),
            Throws.TypeOf<LedgerDamagedException>().With.Message.Contains($"{Branch}:{Northwind.Id}.jsonl{line}"));
    }

    [Test]
    public async Task Record_LedgerReplacedMeanwhile_StopsAndOverwritesNothing()
    {
        await using var ledger = await Open(_clone);
        _remote.Git("update-ref", "-d", $"refs/heads/{Branch}");
        var other = await Ledgers.Init(Uri, _remote.Clone(_root["other"]).Folder, Options(), default);

        Assert.That(() => ledger.Record(Northwind, [Created("a")], default), Throws.TypeOf<UnrecordedException>().With.Message.Contains("replaced"));
        Assert.That((await Ledgers.Inspect(Uri, _clone.Folder, Options(), default))!.Header.LedgerId, Is.EqualTo(other));
    }

    [Test]
    public async Task Open_Offline_ReadsWhatWasFetchedLast()
    {
        await RecordOne(_clone);
        await Inspect();
        Directory.Move(_remote.Folder, _remote.Folder + ".away");

        await using var ledger = await Ledgers.Open(Uri, _clone.Folder, Options() with { Offline = true, ForApply = false }, default);

        Assert.That((await ledger.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Id, Is.EqualTo("id-1"));
    }

    private static LedgerUri Uri => LedgerUri.Parse($"git:{Branch}");

    private async Task RecordOne(GitClone clone, string key = "a")
    {
        await using var ledger = await Open(clone);
        await ledger.Bind(Binding(Northwind), default);
        Assert.That(await ledger.TryIntend(Northwind, Intended(key), null, default), Is.True);
        await ledger.Record(Northwind, [Created(key, "id-1")], default);
    }

    private void DieAfterTheUpdate(int times) => _remote.Hook("reference-transaction",
        $"[ \"$1\" = committed ] && [ $(ls '{_root.Path}' | grep -c died) -lt {times} ] && touch '{_root["died"]}'$PPID && kill -9 $PPID; exit 0");

    private Task<ILedger> Open(GitClone clone, string folder = ".", Instant? now = null) =>
        Ledgers.Open(Uri, Path.Combine(clone.Folder, folder), Options(now) with { ExpectedId = _id }, default);

    private async Task<LedgerInspection> Inspect() => (await Ledgers.Inspect(Uri, _clone.Folder, Options(), default))!;

    private static IEnumerable<string> Events(LedgerInspection inspection) =>
        inspection.Files.SelectMany(f => f.Events).Select(e => $"{((ObjectEvent)e).Key} {LineFormat.NameOf(e)}");

    private static LedgerOptions Options(Instant? now = null) => new()
    {
        Clock = new FakeTimeProvider((now ?? Noon).ToDateTimeOffset()),
        ForApply = true,
        Commit = "4866718",
        RetryDelays = [TimeSpan.Zero],
    };
}
