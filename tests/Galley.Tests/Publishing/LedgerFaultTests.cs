using Galley.Content;
using Galley.Ledger;
using Galley.Publishing;
using Galley.Rendering;
using NodaTime;

namespace Galley.Tests.Publishing;

/// <summary>The ledger refuses, fails, or was written by another run meanwhile.</summary>
public sealed class LedgerFaultTests
{
    private static readonly Account Acme = ApplierFixture.AccountOf("acme");

    private static ApplierFixture Three()
    {
        var scene = new ApplierFixture().Client("acme").Posts("acme", 3);
        scene.Options = scene.Options with { Concurrency = 1 };
        return scene;
    }

    private static UnrecordedException Unwritten(IReadOnlyList<LedgerEvent> events) => new(
        Acme.Id,
        [.. events.Select(e => e with { Stamp = e.Stamp ?? new Stamp("run-x", Instant.FromUnixTimeSeconds(0), "run", null) })],
        new GalleyException("The disk is full."));

    private static void FailOnCreated(ApplierFixture scene, int times)
    {
        scene.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Created && times-- > 0) throw Unwritten(events);
        };
    }

    [Test]
    public async Task Created_ThatCantBeWrittenAtFirst_IsWrittenBeforeAnythingNewStarts()
    {
        var scene = Three();
        scene.Options = scene.Options with { Concurrency = 3 };
        FailOnCreated(scene, 4);

        var result = await scene.Apply();

        Assert.That(result.Done, Has.Length.EqualTo(3));
        Assert.That(result.Unrecorded, Is.Empty);
        Assert.That(scene.LedgerOf("acme").Count(line => line.StartsWith("created", StringComparison.Ordinal)), Is.EqualTo(3));
        Assert.That(scene.Events.OfType<ApplyEvent.LedgerBlocked>(), Is.Not.Empty);
    }

    [Test]
    public async Task Created_ThatCanNeverBeWritten_StopsNewCreatesAndGivesItsLines()
    {
        var scene = Three();
        FailOnCreated(scene, int.MaxValue);

        var result = await scene.Apply();

        Assert.That(scene.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(result.Done.Single().Key, Is.EqualTo("p01"));
        Assert.That(result.Unrecorded.Single(), Does.Contain("\"event\":\"created\"").And.Contain(result.Done[0].Id));
        Assert.That(result.NotStarted, Has.Length.EqualTo(2));
        Assert.That(result.Error, Does.Contain("The disk is full."));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
        Assert.That(scene.Clock.GetUtcNow() - ApplierFixture.Start, Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public async Task Created_ThatCantBeWritten_WhenStopped_IsTriedOnceMoreAndGivenUp()
    {
        using var stop = new CancellationTokenSource();
        var scene = Three();
        var tries = 0;
        scene.Ledger.BeforeWrite = events =>
        {
            if (events[0] is not Created) return;
            tries++;
            stop.Cancel();
            throw Unwritten(events);
        };

        var result = await scene.Apply(stop.Token);

        Assert.That(tries, Is.EqualTo(2));
        Assert.That(result.Unrecorded, Has.Length.EqualTo(1));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [Test]
    public async Task Intended_ThatCantBeWritten_MeansNothingIsSent()
    {
        var scene = Three();
        scene.Ledger.BeforeWrite = _ => throw new GalleyException("The ledger's branch is gone: restore it.");

        var result = await scene.Apply();

        Assert.That(scene.Api.Creates, Is.Empty);
        Assert.That(result.Error, Is.EqualTo("The ledger's branch is gone: restore it."));
        Assert.That(result.NotStarted, Has.Length.EqualTo(3));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [Test]
    public async Task Created_WhoseWritingHitsAFaultOfOurs_IsBrokenOff_AndNeverCalledARefusal()
    {
        var scene = Three();
        scene.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Created) throw new InvalidOperationException("lp_live_not_for_anybody");
        };

        var end = await scene.End() as ApplyCompletion.Aborted;

        Assert.That(scene.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(end!.Fault, Is.TypeOf<InvalidOperationException>());
        Assert.That(end.Result.Error, Does.Contain("InvalidOperationException").And.Contain("broke off").And.Contain("stands in the ledger").And.Contain("`galley plan`"));
        Assert.That(end.Result.Error, Does.Not.Contain("lp_live"));
        Assert.That(ApplyResultText.Totals(end.Result), Is.EqualTo("Apply: 2 not started."));
        Assert.That(end.Result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [Test]
    public async Task AnotherRun_ThatSentItMeanwhile_IsNotRepeated()
    {
        var scene = Three();
        var planned = await scene.Plan("acme");
        scene.Ledger.With(Acme.Id, Intent(scene, "p02"), new Created("acme", Kind.Post, "p02", "id-elsewhere", null));

        var result = await scene.Apply([planned]);

        Assert.That(scene.Api.Creates, Has.Count.EqualTo(2));
        Assert.That(result.Done.Select(item => item.Key), Is.EqualTo(new[] { "p01", "p02", "p03" }));
        Assert.That(result.Done[1].Sentence, Does.Contain("another run"));
        Assert.That(result.Done[1].Id, Is.EqualTo("id-elsewhere"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
    }

    [Test]
    public async Task AnotherRun_ThatTriedAndReleasedIt_LeavesItToUs()
    {
        var scene = Three();
        var planned = await scene.Plan("acme");
        scene.Ledger.With(Acme.Id, Intent(scene, "p02"), new Released("acme", Kind.Post, "p02", "429"));

        var result = await scene.Apply([planned]);

        Assert.That(scene.Api.Creates, Has.Count.EqualTo(3));
        Assert.That(result.Done, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task AnotherRun_WhoseIntentIsOpen_IsLeftAlone()
    {
        var scene = Three();
        var planned = await scene.Plan("acme");
        scene.Ledger.With(Acme.Id, Intent(scene, "p02"));

        var result = await scene.Apply([planned]);

        Assert.That(scene.Api.Creates, Has.Count.EqualTo(2));
        Assert.That(result.InDoubt.Single().Key, Is.EqualTo("p02"));
    }

    [Test]
    public async Task AnotherRun_ThatSentTheLeadMagnetMeanwhile_GivesOurPostItsId()
    {
        var scene = new ApplierFixture().Client("acme").Magnet("acme", "guide").Post("acme", "uses-it", "guide");
        var planned = await scene.Plan("acme");
        scene.Ledger.With(
            Acme.Id,
            new Intended("acme", Kind.LeadMagnet, "guide", new Payload("{}", "{}", "0", "0000"), scene.Now),
            new Created("acme", Kind.LeadMagnet, "guide", "id-elsewhere", null));

        var result = await scene.Apply([planned]);

        Assert.That(scene.Api.Creates.Single().Wire, Does.Contain("id-elsewhere"));
        Assert.That(result.Done, Has.Length.EqualTo(2));
    }

    private static Intended Intent(ApplierFixture scene, string key) => new("acme", Kind.Post, key, new Payload("{}", "{}", "0", "0000"), scene.Now);
}
