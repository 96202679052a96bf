using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Planning;

namespace Galley.Tests.Applying.Changing;

/// <summary>What was sent by a first apply, changed or taken out in the files, and applied again.</summary>
internal sealed class ObjectChangerTests
{
    private const string AccountId = "account-acme";
    private const string PostId = "00000000-0000-4000-8000-000000000001";
    private const string AnotherId = "00000000-0000-4000-8000-000000000002";
    private ApplierFixture _fixture = null!;

    [SetUp]
    public async Task SendOnePost()
    {
        _fixture = new ApplierFixture().Client("acme").Post("acme", "p01");
        await _fixture.Apply();
    }

    [Test]
    public async Task Edit_IsReadThenPatchedWithTheChangedFieldAloneThenReadBack()
    {
        Edit("Better words.");

        var result = await _fixture.Apply();

        Assert.That(
            CallsOfTheSecondRun(),
            Is.EqualTo(new[] { "list post", $"get post {PostId}", $"change post {PostId}" })
        );
        Assert.That(_fixture.Api.Changes.Single().Wire, Is.EqualTo("""{"text":"Better words."}"""));
        Assert.That(_fixture.LedgerOf("acme").Last(), Is.EqualTo("updated p01"));
        Assert.That(result.Done.Single().Sentence, Is.EqualTo("Changed in LeadPanther."));
        Assert.That((await _fixture.Apply()).Items, Is.Empty, "a quiet run sends nothing");
    }

    [Test]
    public async Task Edit_WhoseAnswerShowsNothing_IsReadBack()
    {
        _fixture.Api.OnChange = change =>
        {
            _fixture.Api.Carry(change);
            return Task.FromResult<ChangeAnswer>(new ChangeAnswer.Accepted(null, "req_9"));
        };
        Edit("Better words.");

        var result = await _fixture.Apply();

        Assert.That(CallsOfTheSecondRun()[^1], Is.EqualTo($"get post {PostId}"));
        Assert.That(result.Done.Single().RequestId, Is.EqualTo("req_9"));
    }

    [Test]
    public async Task Edit_ThatIsAcceptedButNotTaken_FailsAndSaysWhatDiffers()
    {
        _fixture.Api.OnChange = _ => Task.FromResult<ChangeAnswer>(new ChangeAnswer.Accepted(null, null));
        Edit("Better words.");

        var result = await _fixture.Apply();

        Assert.That(result.Failed.Single().Sentence, Does.Contain("something else in: text"));
        Assert.That(_fixture.LedgerOf("acme"), Does.Not.Contain("updated p01"));
    }

    [Test]
    public async Task Removed_IsReadThenDeletedThenReadAgain_AndItsKeyIsFree()
    {
        Remove();

        var result = await _fixture.Apply();

        Assert.That(
            CallsOfTheSecondRun(),
            Is.EqualTo(new[] { "list post", $"get post {PostId}", $"remove post {PostId}", $"get post {PostId}" })
        );
        Assert.That(result.Done.Single().Sentence, Is.EqualTo("Deleted in LeadPanther."));
        _fixture.Post("acme", "p01");
        Assert.That(
            (await _fixture.Apply()).Done.Single().Action,
            Is.EqualTo("create"),
            "bringing the file back creates it anew"
        );
    }

    [Test]
    public async Task Removed_AndGoneAlready_IsWrittenDownWithoutARequest()
    {
        Remove();
        _fixture.Api.Objects.Remove(AccountId, Kind.Post, PostId);

        await _fixture.Apply();

        Assert.That(_fixture.Api.Changes, Is.Empty);
        Assert.That(_fixture.LedgerOf("acme").Last(), Is.EqualTo("deleted p01"));
        Assert.That(LastRemoval(_fixture).Id, Is.EqualTo(PostId));
    }

    [Test]
    public async Task Removed_ButWrittenDownAfterTheKeyWasUsedAgain_LeavesWhatHasTheKeyNow()
    {
        Remove();
        var again = new Adopted("acme", Kind.Post, "p01", AnotherId, (await First()).Payload);
        _fixture.Ledger.BeforeWrite = events =>
        {
            if (events is [Deleted])
            {
                _fixture.Ledger.With(AccountId, again);
            }
        };

        await _fixture.Apply();

        var ledger = await _fixture.Ledger.Read(AccountId, CancellationToken.None);
        Assert.That(ledger.Find(Kind.Post, "p01")!.Id, Is.EqualTo(AnotherId));
    }

    [Test]
    public async Task Removed_WhereTheListStillShowsIt_IsHandWork_AndNeverCountsAsDeleted()
    {
        Remove();
        _fixture.Api.OnGet = (_, _, _) => null;

        var result = await _fixture.Apply();
        var next = await _fixture.Plan("acme");

        Assert.That(_fixture.LedgerOf("acme").Last(), Is.EqualTo("created p01"));
        Assert.That(result.NotStarted.Single().Sentence, Does.Contain("galley done post acme/p01"));
        Assert.That(result.Warnings.Single(), Does.Contain("Reading a post is not possible here"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
        Assert.That(next.Plan.Actions.Single().Type, Is.EqualTo(ActionType.RemoveByHand));
    }

    [Test]
    public async Task Removed_WhereNeitherItsPathNorAListShowsIt_WaitsForARunThatCanTell()
    {
        Remove();
        _fixture.Api.OnGet = (_, _, _) => null;
        _fixture.Api.OnList = (_, _) => new LiveList([], IsWhole: false, "The second page did not answer.");

        var result = await _fixture.Apply();

        Assert.That(_fixture.LedgerOf("acme").Last(), Is.EqualTo("created p01"));
        Assert.That(result.Failed.Single().Sentence, Does.Contain("can't tell whether it is gone"));
    }

    [Test]
    public async Task Removed_ByAPersonBetweenLookAndRead_IsWrittenDown()
    {
        Remove();
        _fixture.Api.OnGet = (account, kind, id) =>
        {
            _fixture.Api.Objects.Remove(account, kind, id);
            return null;
        };

        await _fixture.Apply();

        Assert.That(_fixture.LedgerOf("acme").Last(), Is.EqualTo("deleted p01"));
    }

    [TestCase(403)]
    [TestCase(405)]
    [TestCase(501)]
    public async Task ReadThatIsRefused_MakesTheChangeHandWork_AndNewPostsGoOut(int status)
    {
        Edit("Better words.");
        _fixture.Post("acme", "p02");
        _fixture.Api.OnGet = (_, _, _) => throw new ApiException("refused", status, null);

        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Changes, Is.Empty);
        Assert.That(result.Done.Single().Key, Is.EqualTo("p02"));
        Assert.That(result.NotStarted.Single().Sentence, Does.Contain("galley done post acme/p01"));
        Assert.That(result.Warnings.Single(), Does.Contain("Reading a post is not possible here"));
        Assert.That(_fixture.Ledger.Header.NotOffered.ContainsKey("get-post"), Is.EqualTo(status != 403));
    }

    [TestCase("Better words.", "updated p01")]
    [TestCase("Text of p01.", "created p01")]
    public async Task PostThatGoesOutWhileItIsChanged_CountsAsWhatItWentOutWith(string text, string last)
    {
        Edit("Better words.");
        _fixture.Api.OnChange = change =>
        {
            _fixture.Api.Carry(change);
            ChangeByHand("status", "published");
            ChangeByHand("text", text);
            return Task.FromResult<ChangeAnswer>(new ChangeAnswer.Accepted(null, null));
        };

        await _fixture.Apply();

        Assert.That(_fixture.LedgerOf("acme").Last(), Is.EqualTo(last));
    }

    [Test]
    public async Task SomebodysEdit_IsNeverOverwrittenUnseen()
    {
        Edit("Better words.");
        ChangeByHand("Words of somebody.");

        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Changes, Is.Empty);
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }

    [Test]
    public async Task SomebodysEdit_BetweenLookAndChange_IsNotOverwritten_AndTheCodeIsNamed()
    {
        Edit("Better words.");
        var get = _fixture.Api.OnGet;
        _fixture.Api.OnGet = (account, kind, id) =>
        {
            ChangeByHand("Words of somebody.");
            return get(account, kind, id);
        };

        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Changes, Is.Empty);
        Assert.That(result.NotStarted.Single().Sentence, Does.Match("galley overwrite post acme/p01 [0-9A-Z]{4}`"));
    }

    [Test]
    public async Task SomebodysEdit_ThatAPersonGaveUp_IsSetBack_AndTheNextOneIsNot()
    {
        ChangeByHand("Words of somebody.");
        var there = _fixture.Api.Objects.Find("account-acme", Kind.Post, PostId)!;
        var sent = WireComparison.Parse(_fixture.Api.Creates.Single().Wire);
        var code = WireComparison.CodeOf(sent, there.Fields);
        _fixture.Ledger.With("account-acme", new Overwrite("acme", Kind.Post, "p01", code));

        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Changes.Single().Wire, Is.EqualTo("""{"text":"Text of p01."}"""));
        Assert.That(result.Done.Single().Action, Is.EqualTo("update"));
        ChangeByHand("Other words of somebody.");
        Edit("Better words.");
        Assert.That((await _fixture.Apply()).Done, Is.Empty);
    }

    [Test]
    public async Task Conflict_IsTooLate_AndLeftAsItIs()
    {
        _fixture.Api.OnChange = _ =>
            Task.FromResult<ChangeAnswer>(new ChangeAnswer.TooLate("The post is being published.", null));
        Edit("Better words.");

        var result = await _fixture.Apply();

        Assert.That(
            result.NotStarted.Single().Sentence,
            Does.StartWith("Too late to change it: LeadPanther says: The post is being published.")
        );
        Assert.That(_fixture.LedgerOf("acme"), Does.Not.Contain("updated p01"));
    }

    [Test]
    public async Task NotOffered_BecomesHandWork_IsKept_AndIsNotTriedAgain()
    {
        _fixture.Api.OnChange = _ => Task.FromResult<ChangeAnswer>(new ChangeAnswer.NotOffered(405, "no", null));
        Edit("Better words.");

        var result = await _fixture.Apply();
        var again = await _fixture.Apply();

        Assert.That(result.NotStarted.Single().Sentence, Does.Contain("galley done post acme/p01"));
        Assert.That(again.ByHand, Is.EqualTo(1));
        Assert.That(_fixture.Api.Changes, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task UnclearAnswer_ReadsAndDecidesAgain_AndIsNeverInDoubt()
    {
        var tries = 0;
        _fixture.Api.OnChange = change =>
        {
            if (++tries == 1)
            {
                _fixture.Api.Carry(change);
            }

            return Task.FromResult<ChangeAnswer>(new ChangeAnswer.Unclear("The connection broke.", null));
        };
        Edit("Better words.");

        var result = await _fixture.Apply();

        Assert.That(tries, Is.EqualTo(1), "the second read shows that the first change arrived");
        Assert.That(result.Done.Single().Key, Is.EqualTo("p01"));
    }

    [Test]
    public async Task UnclearAnswers_FiveTimes_Fail()
    {
        _fixture.Api.OnChange = _ => Task.FromResult<ChangeAnswer>(new ChangeAnswer.Unclear("It broke.", null));
        Edit("Better words.");

        var result = await _fixture.Apply();

        Assert.That(_fixture.Api.Changes, Has.Count.EqualTo(5));
        Assert.That(result.Failed.Single().Sentence, Is.EqualTo("Not changed: It broke. Run apply again."));
    }

    [TestCase("published")]
    [TestCase("publishing")]
    public async Task StateThatIsNeitherDraftNorScheduled_IsTooLate(string status)
    {
        Edit("Better words.");
        ChangeByHand("status", status);

        await _fixture.Apply();

        Assert.That(_fixture.Api.Changes, Is.Empty);
    }

    [Test]
    public async Task FieldThatLeadPantherDoesNotShow_IsSentAllTheSame()
    {
        _fixture.Edit("acme", content => content with { Posts = [content.Posts[0] with { Followups = FollowUp() }] });
        Hide("followups");

        await _fixture.Apply();

        Assert.That(_fixture.Api.Changes.Single().Wire, Does.StartWith("""{"followups":"""));
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
        (await _fixture.Ledger.Read(AccountId, CancellationToken.None)).Find(Kind.Post, "p01")!.Intent!;

    private static Removal LastRemoval(ApplierFixture fixture) => (Removal)fixture.Ledger.Events(AccountId)[^1];

    private void Edit(string body) =>
        _fixture.Edit("acme", content => content with { Posts = [content.Posts[0] with { Body = body }] });

    private void Remove() => _fixture.Edit("acme", content => content with { Posts = [] });

    private void ChangeByHand(string text) => ChangeByHand("text", text);

    private void ChangeByHand(string field, string value) =>
        _fixture.Api.Objects.Change(
            "account-acme",
            Kind.Post,
            PostId,
            new JsonObject { [field] = value }.ToJsonString()
        );

    /// <summary>The API never shows the field, neither in its list nor by itself.</summary>
    private void Hide(string field)
    {
        var (get, list) = (_fixture.Api.OnGet, _fixture.Api.OnList);
        _fixture.Api.OnGet = (account, kind, id) => get(account, kind, id) is { } shown ? Without(shown, field) : null;
        _fixture.Api.OnList = (account, kind) =>
        {
            var shown = list(account, kind);
            return shown with { Objects = [.. shown.Objects.Select(there => Without(there, field))] };
        };
    }

    private static LiveObject Without(LiveObject shown, string field)
    {
        var fields = shown.Fields.DeepClone().AsObject();
        fields.Remove(field);
        return shown with { Fields = fields };
    }

    private string[] CallsOfTheSecondRun() =>
        [
            .. _fixture
                .Api.Calls.Skip(_fixture.Api.Calls.ToList().IndexOf("post") + 1)
                .Where(call => call is not ("me" or "clients")),
        ];

    private static Followups FollowUp() => new(null, [new Comment("Comment GUIDE.", 60)]);
}
