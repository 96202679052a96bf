using System.Collections.Immutable;
using Galley.Api;
using Galley.Applying.Results;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;

namespace Galley.Tests.Applying.Looking;

/// <summary>What the account's own list decides before anything is created.</summary>
internal sealed class LookingTests
{
    private const string Account = "account-acme";
    private const string Id = "11111111-0000-4000-8000-000000000001";
    private ApplierFixture _fixture = null!;

    [SetUp]
    public void MakeOnePost() => _fixture = new ApplierFixture().Client("acme").Post("acme", "p01");

    [Test]
    public async Task LostLedger_PublishesNothingTwice()
    {
        await _fixture.Apply();
        _fixture.Ledger.Forget(Account);

        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(result.Done.Single().Action, Is.EqualTo(ApplyItem.Found));
        Assert.That(_fixture.LedgerOf("acme"), Is.EqualTo(new[] { "found p01" }));
        Assert.That((await _fixture.Apply()).Items, Is.Empty);
    }

    [Test]
    public async Task LostLedger_WithALeadMagnet_FindsBoth_AndThePostKeepsIt()
    {
        var fixture = new ApplierFixture().Client("acme").Magnet("acme", "guide").Post("acme", "p01", "guide");
        await fixture.Apply();
        fixture.Ledger.Forget(Account);

        var result = await fixture.Apply();

        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(2));
        Assert.That(result.Done.Select(item => item.Action), Is.All.EqualTo(ApplyItem.Found));
        Assert.That((await fixture.Apply()).Items, Is.Empty);
    }

    [Test]
    public async Task LedgerThatWasSetBack_BehindASwap_HoldsBothFiles_SoThatNothingGoesOutTwice()
    {
        await _fixture.Apply();
        _fixture.MoveTextToANewFile("acme");
        await _fixture.AddLike("acme", "p01", Id);

        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(
            result.Held.Select(item => (item.Key, item.Reason)),
            Is.EqualTo(new[] { ("p01", Reason.AlreadyThere), ("p02", Reason.Rename) })
        );
        Assert.That(result.Held[0].Sentence, Does.Contain(Id));
        Assert.That(result.Held[1].Sentence, Does.Contain("LeadPanther still has these words as p01"));
        Assert.That(_fixture.LedgerOf("acme"), Is.EqualTo(new[] { "intended p01", "created p01" }));
    }

    [Test]
    public async Task LedgerThatCanNotBeWritten_WhenTheListSettlesSomething_StopsTheRunWithItsReason()
    {
        await _fixture.Apply();
        _fixture.Ledger.Forget(Account);
        _fixture.Ledger.BeforeWrite = _ => throw new GalleyException("The host refuses the push.");

        var end = await _fixture.End();

        Assert.That(end, Is.TypeOf<ApplyCompletion.Completed>());
        Assert.That(end.Result.Error, Does.Contain("The host refuses the push."));
        Assert.That(end.Result.NotStarted.Single().Key, Is.EqualTo("p01"));
        Assert.That(_fixture.Api.Creates, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task LedgerThatWasSetBack_BehindADeletionAndANewCreate_FindsTheNewOne()
    {
        await _fixture.Apply();
        var old = await IdOf("p01");
        await _fixture.AddLike("acme", "p01", Id);
        _fixture.Api.Objects.Remove(Account, Kind.Post, old!);
        _fixture.Post("acme", "p02");

        await _fixture.Apply();

        Assert.That(_fixture.LedgerOf("acme"), Does.Contain("found p01"));
        Assert.That(await IdOf("p01"), Is.EqualTo(Id));
        Assert.That((await _fixture.Apply()).Items, Is.Empty);
    }

    [Test]
    public async Task ListThatGoesOnShowingWhatGalleyDeleted_DoesNotKeepItsFileFromBeingSentAgain()
    {
        await _fixture.Apply();
        var old = await IdOf("p01");
        await TakeOutAllFiles();
        await _fixture.AddLike("acme", "p01", old!, """{"status":"deleted"}""");

        await _fixture.Apply();

        Assert.That(_fixture.Api.Creates, Has.Count.EqualTo(2));
        Assert.That(await IdOf("p01"), Is.Not.EqualTo(old));
    }

    [Test]
    public async Task ListThatGoesOnShowingWhatGalleyArchived_DoesNotKeepItsFileFromBeingSentAgain()
    {
        _fixture = new ApplierFixture().Client("acme").Magnet("acme", "guide");
        await _fixture.Apply();
        var old = _fixture.Api.Objects.All(Account, Kind.LeadMagnet).Single();
        await TakeOutAllFiles();
        _fixture.Api.Objects.Add(Account, Kind.LeadMagnet, old.Id, old.Fields.ToJsonString());

        await _fixture.Apply();

        Assert.That(_fixture.Api.Creates, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task PostThatGalleyDeleted_AndSomebodyPutBack_IsFound()
    {
        await _fixture.Apply();
        var old = await IdOf("p01");
        await TakeOutAllFiles();
        await _fixture.AddLike("acme", "p01", old!);

        await _fixture.Apply();

        Assert.That(_fixture.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(await IdOf("p01"), Is.EqualTo(old));
    }

    [Test]
    public async Task SameTextAndTime_InAStateThatNobodyKnows_IsAPersonsToTell()
    {
        await _fixture.AddLike("acme", "p01", Id, """{"status":"cancelled"}""");

        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Creates, Is.Empty);
        Assert.That(result.Held.Single().Reason, Is.EqualTo(Reason.AlreadyThere));
        Assert.That(result.Held.Single().Sentence, Does.Contain($"{Id}, shown as cancelled"));
    }

    [Test]
    public async Task TwoAlike_AreAPersonsToTell()
    {
        await _fixture.AddLike("acme", "p01", Id);
        await _fixture.AddLike("acme", "p01", "22222222-0000-4000-8000-000000000001");

        await IsHeldAsAlreadyThere();
    }

    [Test]
    public async Task SameTextAtAnotherTimeStillToCome_IsAPersonsToTell()
    {
        await _fixture.AddLike("acme", "p01", Id, """{"scheduled_at":"2030-01-01T10:00:00.000Z"}""");

        await IsHeldAsAlreadyThere();
    }

    [Test]
    public async Task SameTextAtAPastTime_IsNoneOfIts()
    {
        await _fixture.AddLike(
            "acme",
            "p01",
            Id,
            """{"scheduled_at":"2020-01-01T10:00:00.000Z","status":"published"}"""
        );

        await _fixture.Apply();

        Assert.That(_fixture.Api.Creates, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task SameKeywordUnderAnotherName_IsAPersonsToTell()
    {
        _fixture = new ApplierFixture().Client("acme").Magnet("acme", "guide");
        _fixture.Api.Objects.Add(
            Account,
            Kind.LeadMagnet,
            Id,
            """{"keyword":"GUIDE","resource_name":"Another name"}"""
        );

        await IsHeldAsAlreadyThere();
    }

    [Test]
    public async Task ListThatIsCutOff_StillShowsWhatItShows()
    {
        await _fixture.AddLike("acme", "p01", Id);
        var list = _fixture.Api.OnList;
        _fixture.Api.OnList = (account, kind) =>
            list(account, kind) with
            {
                IsWhole = false,
                WhyNot = "The second page did not answer.",
            };

        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Creates, Is.Empty);
        Assert.That(
            result.Warnings.Single(),
            Does.Contain("not complete").And.Contain("The second page did not answer.")
        );
    }

    [Test]
    public async Task EntryWithoutAUsableId_ThatSaysTheSame_IsAPersonsToTell()
    {
        await _fixture.AddLike("acme", "p01", Id);
        var list = _fixture.Api.OnList;
        _fixture.Api.OnList = (account, kind) =>
            list(account, kind) is var shown && kind == Kind.Post
                ? new LiveList([], IsWhole: false, "It holds an entry whose id can't be used.")
                {
                    Nameless = [.. shown.Objects.Select(there => there with { Id = "" })],
                }
                : shown;

        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Creates, Is.Empty);
        Assert.That(result.Held.Single().Sentence, Does.Contain("the same text (under an id that can't be used)"));
    }

    [Test]
    public async Task ListThatIsForbidden_IsSaidOnce_AndTheLedgerAloneDecides()
    {
        _fixture.Client("beta").Post("beta", "p01");
        _fixture.Api.OnList = (_, _) => throw new ApiException("forbidden", 403, null);

        var result = await _fixture.Apply();

        Assert.That(result.Done, Has.Length.EqualTo(2));
        Assert.That(result.Warnings.Single(), Does.Contain("posts:read").And.Contain("the ledger alone"));
    }

    [Test]
    public async Task AnswerWithAnIdThatIsAnothers_IsInDoubt()
    {
        _fixture.Post("acme", "p02");
        _fixture.Api.OnCreate = _ => Task.FromResult<CreateAnswer>(new CreateAnswer.Created(Id, null));

        var result = await _fixture.Apply();

        Assert.That((result.Done.Length, result.InDoubt.Length), Is.EqualTo((1, 1)));
    }

    private async Task<string?> IdOf(string key) =>
        (await _fixture.Ledger.Read(Account, default)).Find(Kind.Post, key)?.Id;

    /// <summary>An apply deletes and archives what was sent; then the files are back.</summary>
    private async Task TakeOutAllFiles()
    {
        var (posts, magnets) = (ImmutableArray<Post>.Empty, ImmutableArray<LeadMagnet>.Empty);
        _fixture.Edit("acme", content =>
        {
            (posts, magnets) = (content.Posts, content.LeadMagnets);
            return content with { Posts = [], LeadMagnets = [] };
        });
        await _fixture.Apply();
        _fixture.Edit("acme", content => content with { Posts = posts, LeadMagnets = magnets });
    }

    private async Task IsHeldAsAlreadyThere()
    {
        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Creates, Is.Empty);
        Assert.That(result.Held.Single().Reason, Is.EqualTo(Reason.AlreadyThere));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }
}
