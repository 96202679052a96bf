using Galley.Api;
using Galley.Applying.Results;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Testing;

namespace Galley.Tests.Applying;

/// <summary>Each row of the table of answers: what the ledger then holds, what the result says, what is sent again.</summary>
public sealed class CreateAnswerTableTests
{
    private static ApplierFixture Two() =>
        new ApplierFixture()
            .Client("acme")
            .Magnet("acme", "guide")
            .Post("acme", "uses-it", "guide")
            .Post("acme", "alone");

    private static Func<SentCreate, Task<CreateAnswer>> Magnet(params CreateAnswer[] answers)
    {
        var left = new Queue<CreateAnswer>(answers);
        return create =>
            Task.FromResult(
                create.Kind == Kind.LeadMagnet && left.Count > 0 ? left.Dequeue() : ScriptedLeadPanther.Created(create)
            );
    }

    private static string[] Keys(IEnumerable<ApplyItem> items) => [.. items.Select(item => item.Key)];

    private static IEnumerable<string> For(ApplierFixture fixture, string key) =>
        fixture.LedgerOf("acme").Where(line => line.EndsWith(key, StringComparison.Ordinal));

    [Test]
    public async Task Apply_AllIsWell_SendsEachOnceAndWritesAhead()
    {
        var fixture = Two();

        var result = await fixture.Apply();

        Assert.That(Keys(result.Done), Is.EqualTo(new[] { "guide", "alone", "uses-it" }));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
        Assert.That(For(fixture, "guide"), Is.EqualTo(new[] { "intended guide", "created guide" }));
        Assert.That(
            result.Done[0].Id,
            Is.EqualTo(fixture.Ledger.Events("account-acme").OfType<Created>().First(e => e.Key == "guide").Id)
        );
    }

    [Test]
    public async Task Apply_ASecondTime_SendsNothing()
    {
        var fixture = Two();
        await fixture.Apply();
        var calls = fixture.Api.Calls.Count;

        var again = await fixture.Apply();

        Assert.That(fixture.Api.Calls, Has.Count.EqualTo(calls));
        Assert.That(again.Items, Is.Empty);
        Assert.That(again.ExitCode, Is.EqualTo(ExitCode.Fine));
    }

    [Test]
    public async Task NothingSent_ThenReachable_IsReleasedAndSentOnce()
    {
        var fixture = Two();
        fixture.Api.OnCreate = Magnet(
            new CreateAnswer.NothingSent("connection refused"),
            new CreateAnswer.NothingSent("connection refused")
        );

        var result = await fixture.Apply();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
        Assert.That(
            For(fixture, "guide"),
            Is.EqualTo(
                new[]
                {
                    "intended guide",
                    "released guide",
                    "intended guide",
                    "released guide",
                    "intended guide",
                    "created guide",
                }
            )
        );
    }

    [Test]
    public async Task NothingSent_Forever_FailsAndHoldsWhatNeedsIt()
    {
        var fixture = Two();
        fixture.Api.OnCreate = Magnet([.. Enumerable.Repeat(new CreateAnswer.NothingSent("connection refused"), 9)]);

        var result = await fixture.Apply();

        Assert.That(Keys(result.Failed), Is.EqualTo(new[] { "guide" }));
        Assert.That(result.Failed[0].Sentence, Does.Contain("connection refused"));
        Assert.That(Keys(result.Held), Is.EqualTo(new[] { "uses-it" }));
        Assert.That(Keys(result.Done), Is.EqualTo(new[] { "alone" }));
        Assert.That(
            For(fixture, "guide").Count(line => line.StartsWith("intended", StringComparison.Ordinal)),
            Is.EqualTo(4)
        );
        Assert.That(For(fixture, "guide").Last(), Is.EqualTo("released guide"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.SomeFailed));
    }

    [Test]
    public async Task Throttled_WithRetryAfter_WaitsThatLongAndSendsAgain()
    {
        var fixture = Two();
        fixture.Api.OnCreate = Magnet(new CreateAnswer.Throttled(TimeSpan.FromSeconds(40), "req_slow"));

        var result = await fixture.Apply();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
        Assert.That(
            For(fixture, "guide"),
            Is.EqualTo(new[] { "intended guide", "released guide", "intended guide", "created guide" })
        );
        Assert.That(fixture.Clock.GetUtcNow(), Is.GreaterThanOrEqualTo(ApplierFixture.Start.AddSeconds(40)));
    }

    [Test]
    public async Task Throttled_Forever_Fails()
    {
        var fixture = Two();
        fixture.Api.OnCreate = Magnet([.. Enumerable.Repeat(new CreateAnswer.Throttled(null, "req_slow"), 99)]);

        var result = await fixture.Apply();

        Assert.That(Keys(result.Failed), Is.EqualTo(new[] { "guide" }));
        Assert.That(result.Failed[0].RequestId, Is.EqualTo("req_slow"));
        Assert.That(fixture.Api.Creates.Count(create => create.Kind == Kind.LeadMagnet), Is.EqualTo(8));
    }

    [Test]
    public async Task Throttled_ForAnHour_StopsTheRunAndSaysWhenToComeBack()
    {
        var fixture = Two();
        fixture.Options = fixture.Options with { Concurrency = 1 };
        fixture.Api.OnCreate = Magnet(new CreateAnswer.Throttled(TimeSpan.FromHours(1), null));

        var result = await fixture.Apply();

        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(result.Error, Does.Contain("after 2026-06-01 10:00 UTC"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.SomeFailed));
    }

    [TestCase(400)]
    [TestCase(404)]
    [TestCase(409)]
    [TestCase(422)]
    public async Task Rejected_ByContent_FailsWithTheApisWordsAndGoesOn(int status)
    {
        var fixture = Two();
        fixture.Api.OnCreate = Magnet(new CreateAnswer.Rejected(status, "keyword is taken", "req_7"));

        var result = await fixture.Apply();

        Assert.That(result.Failed.Single().Sentence, Does.Contain($"{status}: keyword is taken. (request_id req_7)"));
        Assert.That(Keys(result.Held), Is.EqualTo(new[] { "uses-it" }));
        Assert.That(Keys(result.Done), Is.EqualTo(new[] { "alone" }));
        Assert.That(For(fixture, "guide"), Is.EqualTo(new[] { "intended guide", "rejected guide" }));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.SomeFailed));
    }

    [Test]
    public async Task Rejected401_StopsTheRun()
    {
        var fixture = Two().Client("other").Posts("other", 3);
        fixture.Options = fixture.Options with { Concurrency = 1 };
        fixture.Api.OnCreate = _ =>
            Task.FromResult<CreateAnswer>(new CreateAnswer.Rejected(401, "expired key", "req_1"));

        var result = await fixture.Apply();

        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(result.Error, Does.Contain("LEADPANTHER_API_KEY"));
        Assert.That(result.NotStarted, Has.Length.EqualTo(4));
        Assert.That(Keys(result.Held), Is.EqualTo(new[] { "uses-it" }));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [Test]
    public async Task Rejected403_HoldsThatClientWhileOthersGoOn()
    {
        var fixture = Two().Client("other").Posts("other", 2);
        fixture.Options = fixture.Options with { Concurrency = 1 };
        fixture.Api.OnCreate = create =>
            Task.FromResult(
                create.Account == ApplierFixture.AccountOf("acme")
                    ? new CreateAnswer.Rejected(403, "no grant", "req_1")
                    : ScriptedLeadPanther.Created(create)
            );

        var result = await fixture.Apply();

        Assert.That(result.Failed.Single().Sentence, Does.Contain("lead_magnets:write").And.Contain("grant"));
        Assert.That(Keys(result.Held), Is.EqualTo(new[] { "alone", "uses-it" }));
        Assert.That(Keys(result.Done), Is.EqualTo(new[] { "p01", "p02" }));
        Assert.That(
            fixture.Api.Creates.Count(create => create.Account == ApplierFixture.AccountOf("acme")),
            Is.EqualTo(1)
        );
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.SomeFailed));
    }

    [Test]
    public async Task Unclear_LeavesTheIntentOpenAndHoldsExactlyWhatNeedsIt()
    {
        var fixture = Two().Client("other").Posts("other", 1);
        fixture.Api.OnCreate = Magnet(new CreateAnswer.Unclear("503 Service Unavailable", "req_9"));

        var result = await fixture.Apply();

        Assert.That(Keys(result.InDoubt), Is.EqualTo(new[] { "guide" }));
        Assert.That(
            result.InDoubt[0].Sentence,
            Does.Contain("`galley sent lead-magnet acme/guide ID`")
                .And.Contain("`galley not-sent lead-magnet acme/guide`")
        );
        Assert.That(Keys(result.Held), Is.EqualTo(new[] { "uses-it" }));
        Assert.That(Keys(result.Done), Is.EqualTo(new[] { "alone", "p01" }));
        Assert.That(For(fixture, "guide"), Is.EqualTo(new[] { "intended guide" }));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }

    [Test]
    public async Task Unclear_InTheNextRun_IsNeitherSentNorForgotten()
    {
        var fixture = Two();
        fixture.Api.OnCreate = Magnet(new CreateAnswer.Unclear("connection reset", null));
        await fixture.Apply();
        var sent = fixture.Api.Creates.Count;

        var again = await fixture.Apply();

        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(sent));
        Assert.That(Keys(again.InDoubt), Is.EqualTo(new[] { "guide" }));
        Assert.That(Keys(again.Held), Is.EqualTo(new[] { "uses-it" }));
        Assert.That(again.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }

    [Test]
    public async Task UnclearForAPost_SaysWhereToLookAndUntilWhen_NowAndInTheNextRun()
    {
        var fixture = new ApplierFixture().Client("other").Posts("other", 1);
        fixture.Api.OnCreate = _ => Task.FromResult<CreateAnswer>(new CreateAnswer.Unclear("503", null));

        var first = await fixture.Apply();
        var again = await fixture.Apply();

        foreach (var result in new[] { first, again })
        {
            Assert.That(
                result.InDoubt.Single().Sentence,
                Does.Match(
                    "Look in LeadPanther for the post of .+ that begins \"Text of p01\\.\"\\. Answer before .+: after that it can't be sent"
                )
            );
        }
    }

    [Test]
    public async Task AFaultInTheClientItself_IsInDoubt()
    {
        var fixture = Two();
        fixture.Api.OnCreate = create =>
            create.Kind == Kind.LeadMagnet
                ? throw new InvalidOperationException("a bug")
                : Task.FromResult(ScriptedLeadPanther.Created(create));

        var result = await fixture.Apply();

        Assert.That(Keys(result.InDoubt), Is.EqualTo(new[] { "guide" }));
        Assert.That(For(fixture, "guide"), Is.EqualTo(new[] { "intended guide" }));
    }
}
