using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Stores;
using NodaTime;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

internal sealed class BranchStoreTests : BranchLedgerTests
{
    [Test]
    public async Task Ledger_OpenedInAnotherClone_HoldsWhatWasRecorded()
    {
        await RecordOne(Clone);

        await using var ledger = await Open(Remote.Clone(Root["other"]));
        var o = (await ledger.Read(Northwind.Id, default)).Find(Kind.Post, "a")!;

        Assert.That(o.Id, Is.EqualTo("id-1"));
        Assert.That(ledger.Header.LedgerId, Is.EqualTo(Id));
        Assert.That(ledger.Header.Clients[Northwind.Id], Is.EqualTo(Owner));
    }

    [Test]
    public async Task Commits_OfOneRun_SayWhatHappened()
    {
        await RecordOne(Clone);

        var log = Remote.Git("log", "--reverse", "--format=%an: %s", Branch).Trim().Split('\n');

        Assert.That(
            log,
            Is.EqualTo(
                new[]
                {
                    $"Galley: Begin the ledger {Id}",
                    "Galley: Bind the ledger to its API and accounts",
                    "Galley: northwind: post a is about to be sent",
                    "Galley: northwind: post a was created as id-1",
                }
            )
        );
        Assert.That(Remote.Git("log", "-1", "--format=%b", Branch), Does.Contain("content 4866718"));
    }

    [Test]
    public async Task Ledger_WrittenFromAClone_LeavesWorkTreeIndexAndBranchesAlone()
    {
        await File.WriteAllTextAsync(Root["clone/README.md"], "changed\n");
        await File.WriteAllTextAsync(Root["clone/new.txt"], "staged\n");
        Clone.Git("add", "new.txt");
        Clone.Hook("pre-push", "exit 1");
        Clone.Hook("reference-transaction", "exit 1");
        Clone.Git("config", "commit.gpgSign", "true");
        var before = Outside();

        await RecordOne(Clone);

        Assert.That(Outside(), Is.EqualTo(before));

        (string, string, string, string) Outside()
        {
            var status = Clone.Git("status", "--porcelain=v2", "--branch");
            return (
                status,
                Convert.ToHexString(File.ReadAllBytes(Root["clone/.git/index"])),
                Clone.Git("branch", "--list"),
                Clone.Git("rev-parse", "--is-shallow-repository")
            );
        }
    }

    [TestCase("--depth=1")]
    [TestCase("--depth=1", "--single-branch")]
    public async Task Ledger_InAShallowDetachedClone_ReadsAndWrites(params string[] options)
    {
        await RecordOne(Clone);
        var shallow = Remote.Clone(Root["shallow"], options);
        shallow.Git("checkout", "--quiet", "--detach");

        await using (var ledger = await Open(shallow, "content"))
        {
            Assert.That((await ledger.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Id, Is.EqualTo("id-1"));
            Assert.That(await Intend(ledger, "b"), Is.Not.Null);
            await RecordOne(Remote.Clone(Root["other"]), "c");
            await ledger.Record(Northwind, [Created("b", "id-2")], default);
        }

        Assert.That(
            Events(await Inspect()),
            Is.EqualTo(new[] { "a intended", "a created", "b intended", "c intended", "c created", "b created" })
        );
    }

    [Test]
    public async Task TwoClones_WriteAtOnce_NothingIsLostOrTwice()
    {
        var other = Remote.Clone(Root["other"]);
        await using (var one = await Open(Clone))
        await using (var two = await Open(other))
        {
            await Task.WhenAll(
                Enumerable
                    .Range(0, 5)
                    .SelectMany(i =>
                        new[]
                        {
                            Send(one, Northwind, $"one{i}"),
                            Send(two, Northwind, $"two{i}"),
                            Send(two, Contoso, $"two{i}"),
                        }
                    )
            );
        }

        var inspection = await Inspect();
        Assert.That(inspection.IsWhole, Is.True);
        Assert.That(
            inspection.Files.Select(f => f.State.Objects.Values.Count(o => o.State == ObjectState.Live)),
            Is.EqualTo(new[] { 10, 5 })
        );
        Assert.That(inspection.Files.Select(f => f.Events.Count), Is.EqualTo(new[] { 20, 10 }));

        static async Task Send(ILedger ledger, Account account, string key)
        {
            // Refused where the other clone was first: then planned again, from what the ledger holds now.
            while (await Intend(ledger, key, account) is null) { }

            await ledger.Record(account, [Created(key)], default);
        }
    }

    [Test]
    public async Task Intent_OfWhatAnotherRunCreatedAndMovedAway_IsRefused()
    {
        await using var late = await Open(Clone);
        Assert.That((await late.Read(Northwind.Id, default)).Find(Kind.Post, "a"), Is.Null);
        var other = Remote.Clone(Root["other"]);
        await RecordOne(other);
        await using (var ledger = await Open(other))
        {
            await ledger.Record(Northwind, [new Moved("northwind", Kind.Post, "b", "a")], default);
        }

        Assert.That(await late.TryIntend(Northwind, Intended("a"), null, default), Is.Null);
    }

    [Test]
    public async Task TwoClones_IntendTheSameObject_OneIsRefused()
    {
        await using var one = await Open(Clone);
        await using var two = await Open(Remote.Clone(Root["other"]));

        var accepted = await Task.WhenAll(
            one.TryIntend(Northwind, Intended("a"), null, default),
            two.TryIntend(Northwind, Intended("a"), null, default)
        );

        Assert.That(accepted.Count(intent => intent is null), Is.EqualTo(1));
        var (winner, loser) = accepted[0] is not null ? (one, two) : (two, one);
        var intent = (await loser.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Intent!;
        Assert.That(loser.IsInFlight(intent), Is.True);
        Assert.That(winner.IsInFlight(intent), Is.False);
    }

    [Test]
    public async Task IsInFlight_EndsWithTheTimeThatASendCanTake()
    {
        await using var one = await Open(Clone);
        await one.TryIntend(Northwind, Intended("a"), null, default);
        var last = Noon + Duration.FromMinutes(2) + Duration.FromSeconds(100) + Duration.FromMinutes(5);
        await using var before = await Open(Clone, now: last - Duration.FromSeconds(1));
        await using var after = await Open(Clone, now: last);

        var intent = (await before.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Intent!;

        Assert.That(before.IsInFlight(intent), Is.True);
        Assert.That(after.IsInFlight(intent), Is.False);
    }

    [Test]
    public async Task TryIntend_ManyAtOnce_ShareFewPushes()
    {
        await using (var ledger = await Open(Clone))
        {
            await Task.WhenAll(
                Enumerable.Range(0, 100).Select(i => ledger.TryIntend(Northwind, Intended($"k{i}"), null, default))
            );
        }

        var commits = int.Parse(
            Remote.Git("rev-list", "--count", Branch),
            System.Globalization.CultureInfo.InvariantCulture
        );
        TestContext.Out.WriteLine($"100 intents, {commits - 1} pushes");
        Assert.That(commits - 1, Is.LessThan(10));
        Assert.That((await Inspect()).Files.Single().Events, Has.Count.EqualTo(100));
    }

    [Test]
    public void Open_BranchMissing_IsNeverTakenForAnEmptyLedger()
    {
        Remote.Git("update-ref", "-d", $"refs/heads/{Branch}");

        Assert.That(() => Open(Clone), Throws.TypeOf<SetBackException>().With.Message.Contains("Put it back"));
        var fresh = Remote.Clone(Root["fresh"]);
        Assert.That(() => Open(fresh), Throws.TypeOf<GalleyException>().With.Message.Contains("Restore"));
        Assert.That(async () => await LedgerFactory.TryOpen(Uri, fresh.Folder, Options(), default), Is.Null);
    }

    [Test]
    public async Task Init_WhereALedgerIs_Refuses()
    {
        Assert.That(
            () => LedgerFactory.Init(Uri, Remote.Clone(Root["other"]).Folder, Options(), default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("already")
        );
        Assert.That((await Inspect()).Header.LedgerId, Is.EqualTo(Id));
    }

    [TestCase("id-1", "id-2", ":2")]
    [TestCase("}\n{", "}{", ":1")]
    [TestCase("\"}\n", "\"}", ":1", Description = "every line end taken away")]
    public async Task Read_BranchEditedByHand_NamesFileAndLine(string from, string to, string line)
    {
        await RecordOne(Clone);
        var editor = Remote.Clone(Root["editor"], $"--branch={Branch}");
        var text = await File.ReadAllTextAsync(Root[$"editor/{Northwind.Id}.jsonl"]);
        editor.Commit($"{Northwind.Id}.jsonl", text.Replace(from, to, StringComparison.Ordinal)).Git("push", "--quiet");

        await using var ledger = await Open(Clone);

        Assert.That(
            () => ledger.Read(Northwind.Id, default),
            Throws.TypeOf<LedgerDamagedException>().With.Message.Contains($"{Branch}:{Northwind.Id}.jsonl{line}")
        );
    }

    [Test]
    public async Task Record_LedgerReplacedMeanwhile_StopsAndOverwritesNothing()
    {
        await using var ledger = await Open(Clone);
        Remote.Git("update-ref", "-d", $"refs/heads/{Branch}");
        var other = await LedgerFactory.Init(Uri, Remote.Clone(Root["other"]).Folder, Options(), default);

        Assert.That(
            () => ledger.Record(Northwind, [Created("a")], default),
            Throws.TypeOf<UnrecordedException>().With.Message.Contains("replaced")
        );
        Assert.That(
            (await LedgerFactory.Inspect(Uri, Root["other"], Options(), default))!.Header.LedgerId,
            Is.EqualTo(other)
        );
    }
}
