using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Payloads;

namespace Galley.Tests.Applying.Changing;

/// <summary>What was sent by a first apply, changed or taken out in the files, and applied again.</summary>
internal sealed class ObjectChangerTests : ChangeFixture
{
    [Test]
    public async Task Edit_IsReadThenPatchedWithTheChangedFieldAloneThenReadBack()
    {
        Edit("Better words.");

        var result = await Fixture.Apply();

        Assert.That(
            CallsOfTheSecondRun(),
            Is.EqualTo(new[] { "list post", $"get post {PostId}", $"change post {PostId}" })
        );
        Assert.That(Fixture.Api.Changes.Single().Wire, Is.EqualTo("""{"text":"Better words."}"""));
        Assert.That(Fixture.LedgerOf("acme").Last(), Is.EqualTo("updated p01"));
        Assert.That(result.Done.Single().Sentence, Is.EqualTo("Changed in LeadPanther."));
        Assert.That((await Fixture.Apply()).Items, Is.Empty, "a quiet run sends nothing");
    }

    [Test]
    public async Task Edit_WhoseAnswerShowsNothing_IsReadBack()
    {
        Fixture.Api.OnChange = change =>
        {
            Fixture.Api.Carry(change);
            return Task.FromResult<ChangeAnswer>(new ChangeAnswer.Accepted(null, "req_9"));
        };
        Edit("Better words.");

        var result = await Fixture.Apply();

        Assert.That(CallsOfTheSecondRun()[^1], Is.EqualTo($"get post {PostId}"));
        Assert.That(result.Done.Single().RequestId, Is.EqualTo("req_9"));
    }

    [Test]
    public async Task Edit_ThatIsAcceptedButNotTaken_FailsAndSaysWhatDiffers()
    {
        Fixture.Api.OnChange = _ => Task.FromResult<ChangeAnswer>(new ChangeAnswer.Accepted(null, null));
        Edit("Better words.");

        var result = await Fixture.Apply();

        Assert.That(result.Failed.Single().Sentence, Does.Contain("something else in: text"));
        Assert.That(Fixture.LedgerOf("acme"), Does.Not.Contain("updated p01"));
    }

    [TestCase(403)]
    [TestCase(405)]
    [TestCase(501)]
    public async Task ReadThatIsRefused_MakesTheChangeHandWork_AndNewPostsGoOut(int status)
    {
        Edit("Better words.");
        Fixture.Post("acme", "p02");
        Fixture.Api.OnGet = (_, _, _) => throw new ApiException("refused", status, null);

        var result = await Fixture.Apply();

        Assert.That(Fixture.Api.Changes, Is.Empty);
        Assert.That(result.Done.Single().Key, Is.EqualTo("p02"));
        Assert.That(result.NotStarted.Single().Sentence, Does.Contain("galley done post acme/p01"));
        Assert.That(result.Warnings.Single(), Does.Contain("Reading a post is not possible here"));
        Assert.That(Fixture.Ledger.Header.NotOffered.ContainsKey("get-post"), Is.EqualTo(status != 403));
    }

    [TestCase("Better words.", "updated p01")]
    [TestCase("Text of p01.", "created p01")]
    public async Task PostThatGoesOutWhileItIsChanged_CountsAsWhatItWentOutWith(string text, string last)
    {
        Edit("Better words.");
        Fixture.Api.OnChange = change =>
        {
            Fixture.Api.Carry(change);
            ChangeByHand("status", "published");
            ChangeByHand("text", text);
            return Task.FromResult<ChangeAnswer>(new ChangeAnswer.Accepted(null, null));
        };

        await Fixture.Apply();

        Assert.That(Fixture.LedgerOf("acme").Last(), Is.EqualTo(last));
    }

    [Test]
    public async Task SomebodysEdit_IsNeverOverwrittenUnseen()
    {
        Edit("Better words.");
        ChangeByHand("Words of somebody.");

        var result = await Fixture.Apply();

        Assert.That(Fixture.Api.Changes, Is.Empty);
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }

    [Test]
    public async Task SomebodysEdit_BetweenLookAndChange_IsNotOverwritten_AndTheCodeIsNamed()
    {
        Edit("Better words.");
        var get = Fixture.Api.OnGet;
        Fixture.Api.OnGet = (account, kind, id) =>
        {
            ChangeByHand("Words of somebody.");
            return get(account, kind, id);
        };

        var result = await Fixture.Apply();

        Assert.That(Fixture.Api.Changes, Is.Empty);
        Assert.That(result.NotStarted.Single().Sentence, Does.Match("galley overwrite post acme/p01 [0-9A-Z]{4}`"));
    }

    [Test]
    public async Task SomebodysEdit_ThatAPersonGaveUp_IsSetBack_AndTheNextOneIsNot()
    {
        ChangeByHand("Words of somebody.");
        var there = Fixture.Api.Objects.Find("account-acme", Kind.Post, PostId)!;
        var sent = WireComparison.Parse(Fixture.Api.Creates.Single().Wire);
        var code = WireComparison.CodeOf(sent, there.Fields);
        Fixture.Ledger.With("account-acme", new Overwrite("acme", Kind.Post, "p01", code));

        var result = await Fixture.Apply();

        Assert.That(Fixture.Api.Changes.Single().Wire, Is.EqualTo("""{"text":"Text of p01."}"""));
        Assert.That(result.Done.Single().Action, Is.EqualTo("update"));
        ChangeByHand("Other words of somebody.");
        Edit("Better words.");
        Assert.That((await Fixture.Apply()).Done, Is.Empty);
    }

    [Test]
    public async Task Conflict_IsTooLate_AndLeftAsItIs()
    {
        Fixture.Api.OnChange = _ =>
            Task.FromResult<ChangeAnswer>(new ChangeAnswer.TooLate("The post is being published.", null));
        Edit("Better words.");

        var result = await Fixture.Apply();

        Assert.That(
            result.NotStarted.Single().Sentence,
            Does.StartWith("Too late to change it: LeadPanther says: The post is being published.")
        );
        Assert.That(Fixture.LedgerOf("acme"), Does.Not.Contain("updated p01"));
    }

    [Test]
    public async Task NotOffered_BecomesHandWork_IsKept_AndIsNotTriedAgain()
    {
        Fixture.Api.OnChange = _ => Task.FromResult<ChangeAnswer>(new ChangeAnswer.NotOffered(405, "no", null));
        Edit("Better words.");

        var result = await Fixture.Apply();
        var again = await Fixture.Apply();

        Assert.That(result.NotStarted.Single().Sentence, Does.Contain("galley done post acme/p01"));
        Assert.That(again.ByHand, Is.EqualTo(1));
        Assert.That(Fixture.Api.Changes, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task UnclearAnswer_ReadsAndDecidesAgain_AndIsNeverInDoubt()
    {
        var tries = 0;
        Fixture.Api.OnChange = change =>
        {
            if (++tries == 1)
            {
                Fixture.Api.Carry(change);
            }

            return Task.FromResult<ChangeAnswer>(new ChangeAnswer.Unclear("The connection broke.", null));
        };
        Edit("Better words.");

        var result = await Fixture.Apply();

        Assert.That(tries, Is.EqualTo(1), "the second read shows that the first change arrived");
        Assert.That(result.Done.Single().Key, Is.EqualTo("p01"));
    }

    [Test]
    public async Task UnclearAnswers_FiveTimes_Fail()
    {
        Fixture.Api.OnChange = _ => Task.FromResult<ChangeAnswer>(new ChangeAnswer.Unclear("It broke.", null));
        Edit("Better words.");

        var result = await Fixture.Apply();

        Assert.That(Fixture.Api.Changes, Has.Count.EqualTo(5));
        Assert.That(result.Failed.Single().Sentence, Is.EqualTo("Not changed: It broke. Run apply again."));
    }

    [TestCase("published")]
    [TestCase("publishing")]
    public async Task StateThatIsNeitherDraftNorScheduled_IsTooLate(string status)
    {
        Edit("Better words.");
        ChangeByHand("status", status);

        await Fixture.Apply();

        Assert.That(Fixture.Api.Changes, Is.Empty);
    }

    [Test]
    public async Task FieldThatLeadPantherDoesNotShow_IsSentAllTheSame()
    {
        Fixture.Edit("acme", content => content with { Posts = [content.Posts[0] with { Followups = FollowUp() }] });
        Hide("followups");

        await Fixture.Apply();

        Assert.That(Fixture.Api.Changes.Single().Wire, Does.StartWith("""{"followups":"""));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Edit_WithoutAnAnswer_AndTakenBackInTheFile_IsLookedAt_AndToldToAPerson(bool isListed)
    {
        var before = (await Fixture.Plan("acme")).Content.Posts.Single().Body;
        var readAgain = LoseTheAnswer();
        Edit("Words that were taken back.");
        await Fixture.Apply();
        readAgain();
        Edit(before);
        Fixture.Clock.Advance(TimeSpan.FromMinutes(20));
        if (!isListed)
        {
            await Fixture.Ledger.MarkNotOffered(ApplierFixture.AccountOf("acme"), "list-posts", default);
        }

        var result = await Fixture.Apply();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded), "LeadPanther has what the file says no more");
        var action = (await Fixture.Plan("acme")).Plan.Actions.Single();
        Assert.That(action.Type, Is.EqualTo(Galley.Planning.ActionType.Drifted));
    }

    private void Edit(string body) =>
        Fixture.Edit("acme", content => content with { Posts = [content.Posts[0] with { Body = body }] });

    private void ChangeByHand(string text) => ChangeByHand("text", text);

    private void ChangeByHand(string field, string value) =>
        Fixture.Api.Objects.Change(
            "account-acme",
            Kind.Post,
            PostId,
            new JsonObject { [field] = value }.ToJsonString()
        );

    /// <summary>The API never shows the field, neither in its list nor by itself.</summary>
    private void Hide(string field)
    {
        var (get, list) = (Fixture.Api.OnGet, Fixture.Api.OnList);
        Fixture.Api.OnGet = (account, kind, id) => get(account, kind, id) is { } shown ? Without(shown, field) : null;
        Fixture.Api.OnList = (account, kind) =>
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

    private static Followups FollowUp() => new(null, [new Comment("Comment GUIDE.", 60)]);
}
