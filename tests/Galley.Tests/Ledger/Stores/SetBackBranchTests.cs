using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Testing;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

/// <summary>Somebody pushed an older state of the ledger's branch with force, or deleted it: what was sent since is lost there.</summary>
internal sealed class SetBackBranchTests : BranchLedgerTests
{
    [TestCase]
    [TestCase("--depth=1")]
    public async Task Open_OfABranchThatWasSetBack_SaysWhichCommitToPutBack(params string[] options)
    {
        var clone = Remote.Clone(Root["seen"], options);
        await RecordOne(clone);
        var seen = Tip();
        SetBack();

        Assert.That(
            () => Open(clone),
            Throws
                .TypeOf<SetBackException>()
                .With.Message.Contains($"git push --force origin {seen}:refs/heads/{Branch}")
                .And.Message.Contains("git update-ref -d refs/galley/origin/")
        );
        Assert.That(() => Open(clone), Throws.TypeOf<SetBackException>(), "the clone still knows");

        clone.Git("push", "--quiet", "--force", "origin", $"{seen}:refs/heads/{Branch}");
        await using var ledger = await Open(clone);
        Assert.That((await ledger.Read(Northwind.Id, default)).Find(Kind.Post, "a")!.Id, Is.EqualTo("id-1"));
    }

    [Test]
    public async Task Open_OfABranchThatWasDeleted_SaysWhichCommitToPutBack()
    {
        await RecordOne(Clone);
        var seen = Tip();
        Remote.Git("update-ref", "-d", $"refs/heads/{Branch}");

        Assert.That(() => Open(Clone), Throws.TypeOf<SetBackException>().With.Message.Contains(seen));
        Assert.That(
            () => LedgerFactory.Init(Uri, Clone.Folder, Options(), default),
            Throws.TypeOf<SetBackException>().With.Message.Contains(seen)
        );
    }

    [Test]
    public async Task Open_OfABranchThatAnotherCloneSeesTheFirstTime_IsFine()
    {
        await RecordOne(Clone);
        SetBack();

        await using var ledger = await Open(Remote.Clone(Root["new"]));

        Assert.That((await ledger.Read(Northwind.Id, default)).Objects, Is.Empty);
    }

    [Test]
    public async Task Apply_DuringWhichTheBranchIsSetBackAndWrittenTo_StopsAndKeepsItsLines()
    {
        await using var ledger = await LedgerFactory.Open(
            Uri,
            Clone.Folder,
            Options() with
            {
                ExpectedId = Id,
                // Whoever tries again hangs here.
                RetryDelays = [TimeSpan.FromDays(1)],
            },
            default
        );
        await ledger.Bind(Binding(Northwind), default);
        var intent = (await Intend(ledger, "a"))!.Stamp!.Id;
        SetBack();
        await RecordOne(Remote.Clone(Root["other"]), "b");
        var before = Tip();

        var lost = await Assert.ThrowsAsync<UnrecordedException>(() =>
            ledger.Record(Northwind, [Created("a", "id-1") with { Intent = intent }], default)
        );

        Assert.That(lost!.IsFinal, Is.True, "nobody tries again for minutes");
        Assert.That(lost.Message, Does.Contain("set back").And.Contain("git push"));
        Assert.That(lost.Lines, Has.Length.EqualTo(2), "the intent that the branch lost, and its end");
        Assert.That(Tip(), Is.EqualTo(before));
    }

    [Test]
    public async Task Lines_OfSuchAnApply_RecoverTheIntentToo()
    {
        UnrecordedException lost;
        await using (var ledger = await Open(Clone))
        {
            await ledger.Bind(Binding(Northwind), default);
            var intent = (await Intend(ledger, "a"))!.Stamp!.Id;
            SetBack();
            await RecordOne(Remote.Clone(Root["other"]), "b");
            lost = (
                await Assert.ThrowsAsync<UnrecordedException>(() =>
                    ledger.Record(Northwind, [Created("a", "id-1") with { Intent = intent }], default)
                )
            )!;
        }

        await using var again = await Open(Remote.Clone(Root["new"]));
        Assert.That(await again.Recover(lost.Lines, default), Is.EqualTo(2));

        var o = (await again.Read(Northwind.Id, default)).Find(Kind.Post, "a")!;
        Assert.That(o.Id, Is.EqualTo("id-1"));
        Assert.That(o.Baseline, Is.EqualTo(Payload("Hello")));
    }

    [Test]
    public async Task Apply_DuringWhichTheBranchIsSetBack_AndNobodyWrote_PutsItBack()
    {
        await using (var ledger = await Open(Clone))
        {
            await ledger.Bind(Binding(Northwind), default);
            Assert.That(await Intend(ledger, "a"), Is.Not.Null);
            SetBack();
            await ledger.Record(Northwind, [Created("a", "id-1")], default);
        }

        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "a intended", "a created" }));
    }

    [Test]
    public async Task Clone_MadeShallowAgain_TakesNoNewCommitForASetBack()
    {
        var clone = Remote.Clone(Root["seen"], "--depth=1");
        await RecordOne(clone);
        await RecordOne(Remote.Clone(Root["other"]), "b");
        clone.Git("fetch", "--quiet", "--depth=1", "origin", $"+refs/heads/{Branch}:refs/remotes/origin/{Branch}");

        await using var ledger = await Open(clone);

        Assert.That((await ledger.Read(Northwind.Id, default)).Objects, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Intend_WithPushesThatGoElsewhere_IsRefused()
    {
        var fork = GitClone.Bare(Root["fork.git"]);
        Clone.Git("push", "--quiet", fork.Folder, $"origin/{Branch}:refs/heads/{Branch}");
        Clone.Git("remote", "set-url", "--push", "origin", fork.Folder);

        await using var ledger = await Open(Clone);

        Assert.That(
            () => ledger.TryIntend(Northwind, Intended("a"), null, default),
            Throws.InstanceOf<GalleyException>().With.Message.Contains("git remote set-url --push origin")
        );
    }

    [Test]
    public async Task Intend_WithAnotherAddressOfTheSameRepository_IsTaken()
    {
        Clone.Git("remote", "set-url", "--push", "origin", $"file://{Remote.Folder}");

        await RecordOne(Clone);

        Assert.That(Events(await Inspect()), Is.EqualTo(new[] { "a intended", "a created" }));
    }

    private string Tip() => Remote.Git("rev-parse", Branch).Trim();

    /// <summary>To the ledger's beginning.</summary>
    private void SetBack() =>
        Remote.Git("update-ref", $"refs/heads/{Branch}", Remote.Git("rev-list", "--max-parents=0", Branch).Trim());
}
