using Galley.Ledger;
using Galley.Publishing;
using Galley.Publishing.Api;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Publishing;

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
        var scene = new ApplierFixture().Client("acme").Posts("acme", 3);
        scene.Options = scene.Options with { Concurrency = 1 };
        return scene;
    }

    private static IEnumerable<string> Released(ApplierFixture scene) => scene.Ledger.Events("account-acme").OfType<Released>().Select(e => $"{e.Key}: {e.Reason}");

    [Test]
    public async Task BeforeAnything_NothingIsSentOrWritten()
    {
        var scene = Three();
        await _stop.CancelAsync();

        var result = await scene.Apply(_stop.Token);

        Assert.That(scene.Api.Creates, Is.Empty);
        Assert.That(scene.LedgerOf("acme"), Is.Empty);
        Assert.That(result.NotStarted, Has.Length.EqualTo(3));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted));
    }

    [Test]
    public async Task WhileSending_TheAnswerIsAwaitedAndWrittenDown()
    {
        var scene = Three();
        scene.Api.OnCreate = async create =>
        {
            await _stop.CancelAsync();
            await Task.Yield();
            return ScriptedLeadPanther.Created(create);
        };

        var result = await scene.Apply(_stop.Token);

        Assert.That(scene.LedgerOf("acme"), Is.EqualTo(new[] { "intended p01", "created p01" }));
        Assert.That(result.Done.Single().Key, Is.EqualTo("p01"));
        Assert.That(result.NotStarted, Has.Length.EqualTo(2));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted));
    }

    [Test]
    public async Task BetweenIntentAndSending_TheIntentIsReleased()
    {
        var scene = Three();
        scene.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Intended) _stop.Cancel();
        };

        var result = await scene.Apply(_stop.Token);

        Assert.That(scene.Api.Creates, Is.Empty);
        Assert.That(Released(scene), Is.EqualTo(new[] { "p01: cancelled" }));
        Assert.That(result.NotStarted, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task WhileWritingCreated_ItIsWritten()
    {
        var scene = Three();
        scene.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Created) _stop.Cancel();
        };

        var result = await scene.Apply(_stop.Token);

        Assert.That(scene.LedgerOf("acme"), Is.EqualTo(new[] { "intended p01", "created p01" }));
        Assert.That(result.Unrecorded, Is.Empty);
    }

    [Test]
    public async Task WhileWaitingToTryAgain_ItIsNotStarted()
    {
        var scene = Three();
        scene.Api.OnCreate = async _ =>
        {
            await _stop.CancelAsync();
            return new CreateAnswer.NothingSent("connection refused");
        };

        var result = await scene.Apply(_stop.Token);

        Assert.That(scene.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(scene.LedgerOf("acme"), Is.EqualTo(new[] { "intended p01", "released p01" }));
        Assert.That(result.NotStarted, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task WhileUploading_WhatNeedsTheFileIsNotStarted()
    {
        var scene = new ApplierFixture().Client("acme").Post("acme", "p", null, null, ApplierFixture.Picture("a.png", "a1"));
        scene.Api.OnUpload = async (_, cancellationToken) =>
        {
            await _stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        };

        var result = await scene.Apply(_stop.Token);

        Assert.That(result.NotStarted.Single().Key, Is.EqualTo("p"));
        Assert.That(scene.Api.Creates, Is.Empty);
    }

    [Test]
    public async Task ACancelledRun_ContinuedByTheNext_SendsEachOnce()
    {
        var scene = Three();
        scene.Api.OnCreate = async create =>
        {
            if (create.Number == 2) await _stop.CancelAsync();
            return ScriptedLeadPanther.Created(create);
        };
        await scene.Apply(_stop.Token);

        var rest = await scene.Apply();

        Assert.That(rest.Done.Single().Key, Is.EqualTo("p03"));
        Assert.That(scene.Api.Creates.Select(create => create.Wire).Distinct().Count(), Is.EqualTo(3));
        Assert.That(scene.Api.Creates, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task APostNearerThanTheLeadTime_IsMissedWithoutAnIntent()
    {
        var scene = new ApplierFixture().Client("acme").Post("acme", "soon", null, Duration.FromMinutes(9));

        var result = await scene.Apply();

        Assert.That(scene.LedgerOf("acme"), Is.Empty);
        Assert.That(result.NotStarted.Single().Reason, Is.EqualTo(ApplyItem.Missed));
        Assert.That(result.NotStarted.Single().Sentence, Does.Contain("scheduled_at").And.Contain("10 min"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }

    [Test]
    public async Task APostWhoseTimeComesTooNearWhileTheIntentIsWritten_IsReleasedAsTooLate()
    {
        var scene = new ApplierFixture().Client("acme").Post("acme", "soon", null, Duration.FromSeconds(630));
        scene.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Intended) scene.Clock.Advance(TimeSpan.FromSeconds(60));
        };

        var result = await scene.Apply();

        Assert.That(scene.Api.Creates, Is.Empty);
        Assert.That(Released(scene), Is.EqualTo(new[] { "soon: too late" }));
        Assert.That(result.NotStarted.Single().Reason, Is.EqualTo(ApplyItem.Missed));
    }

    [Test]
    public async Task AnIntentThatTookTwoMinutesToWrite_IsNeverSent()
    {
        var scene = new ApplierFixture().Client("acme").Magnet("acme", "guide");
        scene.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Intended) scene.Clock.Advance(TimeSpan.FromMinutes(2));
        };

        var result = await scene.Apply();

        Assert.That(scene.Api.Creates, Is.Empty);
        Assert.That(Released(scene), Is.EqualTo(new[] { "guide: too late" }));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.SomeFailed));
    }
}
