using Galley.Api;
using Galley.Applying.Results;
using Galley.Ledger.Events;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Applying;

/// <summary>A run that is stopped, or too late, at each step of a create: nothing is lost, nothing is half known.</summary>
public sealed class StoppingTests
{
    private CancellationTokenSource _stop = null!;

    [SetUp]
    public void Begin() => _stop = new CancellationTokenSource();

    [TearDown]
    public void Forget() => _stop.Dispose();

    private static ApplierFixture Three()
    {
        var fixture = new ApplierFixture().Client("acme").Posts("acme", 3);
        fixture.Options = fixture.Options with { Concurrency = 1 };
        return fixture;
    }

    private static IEnumerable<string> Released(ApplierFixture fixture) =>
        fixture.Ledger.Events("account-acme").OfType<Released>().Select(e => $"{e.Key}: {e.Reason}");

    [Test]
    public async Task NewerCommit_AppliedMeanwhile_StopsTheRunBeforeItsNextSend()
    {
        var fixture = new ApplierFixture().Client("acme").Posts("acme", 2);
        fixture.Options = fixture.Options with { Concurrency = 1 };
        // As another run would, between this run's plan and its look.
        fixture.WhyOutdated = _ => "The newer commit 1234567 was applied already.";

        var result = await fixture.Apply();

        Assert.That(result.NotStarted, Has.Length.EqualTo(2));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Refused));
        Assert.That(result.Error, Does.Contain("1234567"));
        Assert.That(fixture.LedgerOf("acme"), Is.Empty);
    }

    [Test]
    public async Task FaultOfOurs_InOneClientsPlanning_HoldsThatClientAlone()
    {
        var fixture = new ApplierFixture().Client("acme").Posts("acme", 2).Client("birch").Posts("birch", 2);
        fixture.WhyOutdated = known =>
            known.Account == "account-acme" ? throw new InvalidOperationException("lp_live_not_for_anybody") : null;

        var result = await fixture.Apply();

        Assert.That(result.Done.Select(item => item.Name), Is.EqualTo(new[] { "post birch/p01", "post birch/p02" }));
        Assert.That(result.Failed.Select(item => item.Name), Is.EqualTo(new[] { "post acme/p01", "post acme/p02" }));
        Assert.That(
            result.Failed.Select(item => item.Sentence),
            Is.All.Contains("InvalidOperationException").And.All.Not.Contains("lp_live")
        );
        Assert.That((result.Error, result.ExitCode), Is.EqualTo(((string?)null, ExitCode.Error)));
        Assert.That(fixture.LedgerOf("acme"), Is.Empty);
    }

    [Test]
    public async Task BeforeAnything_NothingIsSentOrWritten()
    {
        var fixture = Three();
        await _stop.CancelAsync();

        var result = await fixture.Apply(_stop.Token);

        Assert.That(fixture.Api.Creates, Is.Empty);
        Assert.That(fixture.LedgerOf("acme"), Is.Empty);
        Assert.That(result.NotStarted, Has.Length.EqualTo(3));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted));
    }

    [Test]
    public async Task WhileSending_TheAnswerIsAwaitedAndWrittenDown()
    {
        var fixture = Three();
        fixture.Api.OnCreate = async create =>
        {
            await _stop.CancelAsync();
            await Task.Yield();
            return ScriptedLeadPanther.Created(create);
        };

        var result = await fixture.Apply(_stop.Token);

        Assert.That(fixture.LedgerOf("acme"), Is.EqualTo(new[] { "intended p01", "created p01" }));
        Assert.That(result.Done.Single().Key, Is.EqualTo("p01"));
        Assert.That(result.NotStarted, Has.Length.EqualTo(2));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted));
    }

    [Test]
    public async Task BetweenIntentAndSending_TheIntentIsReleased()
    {
        var fixture = Three();
        fixture.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Intended)
            {
                _stop.Cancel();
            }
        };

        var result = await fixture.Apply(_stop.Token);

        Assert.That(fixture.Api.Creates, Is.Empty);
        Assert.That(Released(fixture), Is.EqualTo(new[] { "p01: cancelled" }));
        Assert.That(result.NotStarted, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task WhileWritingCreated_ItIsWritten()
    {
        var fixture = Three();
        fixture.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Created)
            {
                _stop.Cancel();
            }
        };

        var result = await fixture.Apply(_stop.Token);

        Assert.That(fixture.LedgerOf("acme"), Is.EqualTo(new[] { "intended p01", "created p01" }));
        Assert.That(result.Unrecorded, Is.Empty);
    }

    [Test]
    public async Task WhileWaitingToTryAgain_ItIsNotStarted()
    {
        var fixture = Three();
        fixture.Api.OnCreate = async _ =>
        {
            await _stop.CancelAsync();
            return new CreateAnswer.NothingSent("connection refused");
        };

        var result = await fixture.Apply(_stop.Token);

        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(fixture.LedgerOf("acme"), Is.EqualTo(new[] { "intended p01", "released p01" }));
        Assert.That(result.NotStarted, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task WhileUploading_WhatNeedsTheFileIsNotStarted()
    {
        var fixture = new ApplierFixture()
            .Client("acme")
            .Post("acme", "p", null, null, ApplierFixture.Picture("a.png", "a1"));
        fixture.Api.OnUpload = async (_, cancellationToken) =>
        {
            await _stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        };

        var result = await fixture.Apply(_stop.Token);

        Assert.That(result.NotStarted.Single().Key, Is.EqualTo("p"));
        Assert.That(fixture.Api.Creates, Is.Empty);
    }

    [Test]
    public async Task ACancelledRun_ContinuedByTheNext_SendsEachOnce()
    {
        var fixture = Three();
        fixture.Api.OnCreate = async create =>
        {
            if (create.Number == 2)
            {
                await _stop.CancelAsync();
            }

            return ScriptedLeadPanther.Created(create);
        };
        await fixture.Apply(_stop.Token);

        var rest = await fixture.Apply();

        Assert.That(rest.Done.Single().Key, Is.EqualTo("p03"));
        Assert.That(fixture.Api.Creates.Select(create => create.Wire).Distinct().Count(), Is.EqualTo(3));
        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task APostNearerThanTheLeadTime_IsMissedWithoutAnIntent()
    {
        var fixture = new ApplierFixture().Client("acme").Post("acme", "soon", null, Duration.FromMinutes(9));

        var result = await fixture.Apply();

        Assert.That(fixture.LedgerOf("acme"), Is.Empty);
        Assert.That(result.NotStarted.Single().Reason, Is.EqualTo(ApplyItem.Missed));
        Assert.That(result.NotStarted.Single().Sentence, Does.Contain("later scheduled_at"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }

    [Test]
    public async Task APostWhoseTimeComesTooNearWhileTheIntentIsWritten_IsReleasedAsTooLate()
    {
        var fixture = new ApplierFixture().Client("acme").Post("acme", "soon", null, Duration.FromSeconds(630));
        fixture.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Intended)
            {
                fixture.Clock.Advance(TimeSpan.FromSeconds(60));
            }
        };

        var result = await fixture.Apply();

        Assert.That(fixture.Api.Creates, Is.Empty);
        Assert.That(Released(fixture), Is.EqualTo(new[] { "soon: too late" }));
        Assert.That(result.NotStarted.Single().Reason, Is.EqualTo(ApplyItem.Missed));
    }

    [Test]
    public async Task AnIntentThatTookTwoMinutesToWrite_IsNeverSent()
    {
        var fixture = new ApplierFixture().Client("acme").Magnet("acme", "guide");
        fixture.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Intended)
            {
                fixture.Clock.Advance(TimeSpan.FromMinutes(2));
            }
        };

        var result = await fixture.Apply();

        Assert.That(fixture.Api.Creates, Is.Empty);
        Assert.That(Released(fixture), Is.EqualTo(new[] { "guide: too late" }));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.SomeFailed));
    }
}
