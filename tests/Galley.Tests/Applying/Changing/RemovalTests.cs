using Galley.Api;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Planning;

namespace Galley.Tests.Applying.Changing;

/// <summary>What was sent by a first apply, taken out of the files, and applied again.</summary>
internal sealed class RemovalTests : ChangeFixture
{
    private const string AccountId = "account-acme";

    private const string AnotherId = "00000000-0000-4000-8000-000000000002";

    [Test]
    public async Task Removed_IsReadThenDeletedThenReadAgain_AndItsKeyIsFree()
    {
        Remove();

        var result = await Fixture.Apply();

        Assert.That(
            CallsOfTheSecondRun(),
            Is.EqualTo(new[] { "list post", $"get post {PostId}", $"remove post {PostId}", $"get post {PostId}" })
        );
        Assert.That(result.Done.Single().Sentence, Is.EqualTo("Deleted in LeadPanther."));
        Fixture.Post("acme", "p01");
        Assert.That(
            (await Fixture.Apply()).Done.Single().Action,
            Is.EqualTo("create"),
            "bringing the file back creates it anew"
        );
    }

    [Test]
    public async Task Removed_WithoutAnAnswer_AndItsFileIsBack_IsLookedAt_AndGone()
    {
        var post = (await Fixture.Plan("acme")).Content.Posts.Single();
        Remove();
        var readAgain = LoseTheAnswer();
        await Fixture.Apply();
        readAgain();
        Fixture.Edit("acme", content => content with { Posts = [post] });
        Fixture.Clock.Advance(TimeSpan.FromMinutes(20));

        var result = await Fixture.Apply();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
        Assert.That((await Fixture.Plan("acme")).Plan.Actions.Single().Type, Is.EqualTo(ActionType.Gone));
    }

    [Test]
    public async Task Removed_LeavesAQuestion_BeforeTheRequestGoesOut_AndNoneBehindIt()
    {
        Remove();
        Fixture.Api.OnChange = async change =>
        {
            Assert.That(
                (await Fixture.Ledger.ReadLive(AccountId, default))!.Find(Kind.Post, PostId)!.ChangingRun,
                Is.EqualTo(Fixture.Ledger.Run),
                "a run that dies here leaves it to the next"
            );
            Fixture.Api.Carry(change);
            return new ChangeAnswer.Accepted(null, null);
        };

        await Fixture.Apply();

        Assert.That((await Fixture.Ledger.ReadLive(AccountId, default))!.Objects, Is.Empty);
    }

    [Test]
    public async Task Removed_AndGoneAlready_IsWrittenDownWithoutARequest()
    {
        Remove();
        Fixture.Api.Objects.Remove(AccountId, Kind.Post, PostId);

        await Fixture.Apply();

        Assert.That(Fixture.Api.Changes, Is.Empty);
        Assert.That(Fixture.LedgerOf("acme").Last(), Is.EqualTo("deleted p01"));
        Assert.That(LastRemoval(Fixture).Id, Is.EqualTo(PostId));
    }

    [Test]
    public async Task Removed_ButWrittenDownAfterTheKeyWasUsedAgain_LeavesWhatHasTheKeyNow()
    {
        Remove();
        var again = new Adopted("acme", Kind.Post, "p01", AnotherId, (await First()).Payload);
        Fixture.Ledger.BeforeWrite = events =>
        {
            if (events is [Deleted])
            {
                Fixture.Ledger.With(AccountId, again);
            }
        };

        await Fixture.Apply();

        var ledger = await Fixture.Ledger.Read(AccountId, CancellationToken.None);
        Assert.That(ledger.Find(Kind.Post, "p01")!.Id, Is.EqualTo(AnotherId));
    }

    [Test]
    public async Task Removed_WhereTheListStillShowsIt_IsHandWork_AndNeverCountsAsDeleted()
    {
        Remove();
        Fixture.Api.OnGet = (_, _, _) => null;

        var result = await Fixture.Apply();
        var next = await Fixture.Plan("acme");

        Assert.That(Fixture.LedgerOf("acme").Last(), Is.EqualTo("created p01"));
        Assert.That(result.NotStarted.Single().Sentence, Does.Contain("galley done post acme/p01"));
        Assert.That(result.Warnings.Single(), Does.Contain("Reading a post is not possible here"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
        Assert.That(next.Plan.Actions.Single().Type, Is.EqualTo(ActionType.RemoveByHand));
    }

    [Test]
    public async Task Removed_WhereNeitherItsPathNorAListShowsIt_WaitsForARunThatCanTell()
    {
        Remove();
        Fixture.Api.OnGet = (_, _, _) => null;
        Fixture.Api.OnList = (_, _) => new LiveList([], IsWhole: false, "The second page did not answer.");

        var result = await Fixture.Apply();

        Assert.That(Fixture.LedgerOf("acme").Last(), Is.EqualTo("created p01"));
        Assert.That(result.Failed.Single().Sentence, Does.Contain("can't tell whether it is gone"));
    }

    [Test]
    public async Task Removed_ByAPersonBetweenLookAndRead_IsWrittenDown()
    {
        Remove();
        Fixture.Api.OnGet = (account, kind, id) =>
        {
            Fixture.Api.Objects.Remove(account, kind, id);
            return null;
        };

        await Fixture.Apply();

        Assert.That(Fixture.LedgerOf("acme").Last(), Is.EqualTo("deleted p01"));
    }

    [Test]
    public async Task LeadMagnet_ThatAPostOffers_IsArchivedOnlyBehindIt()
    {
        var fixture = new ApplierFixture().Client("acme").Magnet("acme", "guide").Post("acme", "p01", "guide");
        await fixture.Apply();
        fixture.Edit("acme", content => content with { Posts = [], LeadMagnets = [] });

        var result = await fixture.Apply();

        Assert.That(fixture.LedgerOf("acme").TakeLast(2), Is.EqualTo(new[] { "deleted p01", "archived guide" }));
        Assert.That(LastRemoval(fixture).Id, Is.EqualTo(fixture.Api.Changes[^1].Id));
        Assert.That(result.Done.Select(item => item.Action), Is.EquivalentTo(new[] { "archive", "delete" }));
    }

    [Test]
    public async Task LeadMagnet_ThatAPostStillOffers_IsHeld()
    {
        var fixture = new ApplierFixture().Client("acme").Magnet("acme", "guide").Post("acme", "p01", "guide");
        await fixture.Apply();
        fixture.Api.OnChange = _ => Task.FromResult<ChangeAnswer>(new ChangeAnswer.TooLate("too far", null));
        fixture.Edit("acme", content => content with { Posts = [], LeadMagnets = [] });

        var result = await fixture.Apply();

        Assert.That(fixture.Api.Changes.Select(change => change.Kind), Is.EqualTo(new[] { Kind.Post }));
        Assert.That(result.Held.Single().Reason, Is.EqualTo("in-use"));
    }

    private async Task<Intended> First() =>
        (await Fixture.Ledger.Read(AccountId, CancellationToken.None)).Find(Kind.Post, "p01")!.Intent!;

    private static Removal LastRemoval(ApplierFixture fixture) => (Removal)fixture.Ledger.Events(AccountId)[^1];

    private void Remove() => Fixture.Edit("acme", content => content with { Posts = [] });
}
