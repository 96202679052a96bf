using Galley.Applying.Results;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Planning;
using NodaTime;

namespace Galley.Tests.Applying;

/// <summary>What an apply leaves as it is, it still tells; and a move is written down without a call.</summary>
public sealed class PlannedOutcomesTests
{
    private static PlanAction Action(ActionType type, string? reason = null) =>
        new()
        {
            Type = type,
            Kind = Kind.Post,
            Key = "p",
            Path = "clients/acme/posts/p.md",
            Reason = reason,
            Code = "7QK4",
        };

    private static async Task<ApplyResult> Apply(ApplierFixture fixture, params PlanAction[] actions)
    {
        var planned = await fixture.Plan("acme");
        return await fixture.Apply([planned with { Plan = planned.Plan with { Actions = [.. actions] } }]);
    }

    private static Task<ApplyResult> Apply(params PlanAction[] actions) =>
        Apply(new ApplierFixture().Client("acme"), actions);

    [TestCase(ActionType.EditByHand)]
    [TestCase(ActionType.RemoveByHand)]
    [TestCase(ActionType.Gone)]
    [TestCase(ActionType.Drifted)]
    public async Task HandWork_NeedsAPerson(ActionType type)
    {
        var result = await Apply(Action(type));

        Assert.That(result.ByHand, Is.EqualTo(1));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }

    [TestCase(Reason.LeadMagnet, ExitCode.Fine)]
    [TestCase(Reason.InFlight, ExitCode.Fine)]
    [TestCase(Reason.Rename, ExitCode.PersonNeeded)]
    [TestCase(Reason.RetiredKey, ExitCode.PersonNeeded)]
    [TestCase(Reason.Client, ExitCode.ContentInvalid)]
    public async Task Held_AsksForWhatItsReasonSays(string reason, ExitCode need)
    {
        var result = await Apply(Action(ActionType.Held, reason));

        Assert.That(result.Held.Single().Reason, Is.EqualTo(reason));
        Assert.That(result.ExitCode, Is.EqualTo(need));
    }

    [TestCase(Reason.Window)]
    [TestCase(Reason.Paused)]
    [TestCase(Reason.Unapproved)]
    [TestCase(Reason.Draft)]
    public async Task Waiting_IsFineAndSaysWhy(string reason)
    {
        var opens = Instant.FromUtc(2026, 6, 12, 14, 0);

        var result = await Apply(
            Action(ActionType.Wait, reason) with
            {
                OpensAt = reason == Reason.Window ? opens : null,
            }
        );

        Assert.That(result.Waiting.Single().Sentence, Is.Not.Empty);
        Assert.That(result.Next?.OpensAt, Is.EqualTo(reason == Reason.Window ? opens : (Instant?)null));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
    }

    [Test]
    public async Task Missed_IsNotStartedAndNeedsAPerson()
    {
        var result = await Apply(Action(ActionType.Missed));

        Assert.That(result.NotStarted.Single().Reason, Is.EqualTo(ApplyItem.Missed));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }

    [TestCase(ActionType.Unchanged)]
    [TestCase(ActionType.Cancel)]
    public async Task WhatIsAsItShouldBe_IsNotListed(ActionType type) =>
        Assert.That((await Apply(Action(type))).Items, Is.Empty);

    [Test]
    public async Task AMove_IsWrittenDownWithoutACall_AndPostsFindTheLeadMagnetUnderItsNewKey()
    {
        var fixture = new ApplierFixture().Client("acme").Magnet("acme", "new").Post("acme", "p", "new");
        var intent = await fixture.Intent("acme", Kind.LeadMagnet, "new");
        fixture.Ledger.With(
            "account-acme",
            intent with
            {
                Key = "old",
            },
            new Created("acme", Kind.LeadMagnet, "old", "magnet-id", null)
        );

        var result = await fixture.Apply();

        Assert.That(fixture.LedgerOf("acme").Skip(2), Is.EqualTo(new[] { "moved new", "intended p", "created p" }));
        Assert.That(fixture.Api.Creates.Single().Wire, Does.Contain("magnet-id"));
        Assert.That(result.Done, Has.Length.EqualTo(2));
    }
}
