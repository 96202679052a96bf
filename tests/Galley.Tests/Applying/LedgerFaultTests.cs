using Galley.Applying.Results;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Stores;
using Galley.Rendering.Text;
using NodaTime;

namespace Galley.Tests.Applying;

/// <summary>The ledger refuses, fails, or was written by another run meanwhile.</summary>
public sealed class LedgerFaultTests
{
    private static readonly Account Acme = ApplierFixture.AccountOf("acme");

    private static ApplierFixture Three()
    {
        var fixture = new ApplierFixture().Client("acme").Posts("acme", 3);
        fixture.Options = fixture.Options with { Concurrency = 1 };
        return fixture;
    }

    private static UnrecordedException Unwritten(IReadOnlyList<LedgerEvent> events) =>
        new(
            Acme.Id,
            [
                .. events.Select(e =>
                    e with
                    {
                        Stamp = e.Stamp ?? new Stamp("run-x", Instant.FromUnixTimeSeconds(0), "run", null),
                    }
                ),
            ],
            new GalleyException("The disk is full.")
        );

    private static void FailOnCreated(ApplierFixture fixture, int times)
    {
        fixture.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Created && times-- > 0)
            {
                throw Unwritten(events);
            }
        };
    }

    [Test]
    public async Task Created_ThatCantBeWrittenAtFirst_IsWrittenBeforeAnythingNewStarts()
    {
        var fixture = Three();
        fixture.Options = fixture.Options with { Concurrency = 3 };
        FailOnCreated(fixture, 4);

        var result = await fixture.Apply();

        Assert.That(result.Done, Has.Length.EqualTo(3));
        Assert.That(result.Unrecorded, Is.Empty);
        Assert.That(
            fixture.LedgerOf("acme").Count(line => line.StartsWith("created", StringComparison.Ordinal)),
            Is.EqualTo(3)
        );
        Assert.That(fixture.Events.OfType<ApplyEvent.LedgerBlocked>(), Is.Not.Empty);
    }

    [Test]
    public async Task Created_ThatCanNeverBeWritten_StopsNewCreatesAndGivesItsLines()
    {
        var fixture = Three();
        FailOnCreated(fixture, int.MaxValue);

        var result = await fixture.Apply();

        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(result.Done.Single().Key, Is.EqualTo("p01"));
        Assert.That(result.Unrecorded.Single(), Does.Contain("\"event\":\"created\"").And.Contain(result.Done[0].Id));
        Assert.That(result.NotStarted, Has.Length.EqualTo(2));
        Assert.That(result.Error, Does.Contain("The disk is full."));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
        Assert.That(
            fixture.Clock.GetUtcNow() - ApplierFixture.Start,
            Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(10))
        );
    }

    [Test]
    public async Task Created_ThatCantBeWritten_WhenStopped_IsTriedOnceMoreAndGivenUp()
    {
        using var stop = new CancellationTokenSource();
        var fixture = Three();
        var tries = 0;
        fixture.Ledger.BeforeWrite = events =>
        {
            if (events[0] is not Created)
            {
                return;
            }

            tries++;
            stop.Cancel();
            throw Unwritten(events);
        };

        var result = await fixture.Apply(stop.Token);

        Assert.That(tries, Is.EqualTo(2));
        Assert.That(result.Unrecorded, Has.Length.EqualTo(1));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [Test]
    public async Task Slot_IsFree_AsSoonAsWhatHappenedStandsInLine_SoThatTheNextIntentSharesItsWrite()
    {
        var fixture = Three();
        var (write, intended) = (NewSignal(), NewSignal());
        fixture.Ledger.Durable = events =>
        {
            if (events[0] is Intended { Key: "p02" })
            {
                intended.SetResult();
            }

            return events[0] is Created { Key: "p01" } or Intended { Key: "p02" } ? write.Task : Task.CompletedTask;
        };

        var apply = fixture.Apply();
        await intended.Task;
        var sentBefore = fixture.Api.Creates.Count;
        write.SetResult();
        var result = await apply;

        Assert.That(sentBefore, Is.EqualTo(1));
        Assert.That(result.Done, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Intended_ThatFailsBehindWhatHappened_IsTriedAgain_OnceThatIsWritten()
    {
        var fixture = Three();
        var (write, failed) = (NewSignal(), NewSignal());
        fixture.Ledger.Durable = events =>
            events[0] switch
            {
                Created { Key: "p01" } => write.Task,
                Intended { Key: "p02" } when failed.TrySetResult() => throw new StoreException("The disk is full."),
                _ => Task.CompletedTask,
            };

        var apply = fixture.Apply();
        await failed.Task;
        write.SetResult();
        var result = await apply;

        Assert.That(result.Error, Is.Null);
        Assert.That(result.Done, Has.Length.EqualTo(3));
        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Intended_ThatCantBeWritten_MeansNothingIsSent()
    {
        var fixture = Three();
        fixture.Ledger.BeforeWrite = _ => throw new GalleyException("The ledger's branch is gone: restore it.");

        var result = await fixture.Apply();

        Assert.That(fixture.Api.Creates, Is.Empty);
        Assert.That(result.Error, Is.EqualTo("The ledger's branch is gone: restore it."));
        Assert.That(result.NotStarted, Has.Length.EqualTo(3));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [Test]
    public async Task Created_WhoseWritingHitsAFaultOfOurs_IsBrokenOff_AndNeverCalledARefusal()
    {
        var fixture = Three();
        fixture.Ledger.BeforeWrite = events =>
        {
            if (events[0] is Created)
            {
                throw new InvalidOperationException("lp_live_not_for_anybody");
            }
        };

        var end = await fixture.End() as ApplyCompletion.Aborted;

        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(1));
        Assert.That(end!.Fault, Is.TypeOf<InvalidOperationException>());
        Assert.That(
            end.Result.Error,
            Does.Contain("InvalidOperationException")
                .And.Contain("broke off")
                .And.Contain("stands in the ledger")
                .And.Contain("`galley plan`")
        );
        Assert.That(end.Result.Error, Does.Not.Contain("lp_live"));
        Assert.That(ApplyResultText.Totals(end.Result), Is.EqualTo("Apply: 2 not started."));
        Assert.That(end.Result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [Test]
    public async Task AnotherRun_ThatSentItMeanwhile_IsNotRepeated()
    {
        var fixture = Three();
        var planned = await fixture.Plan("acme");
        fixture.Ledger.With(
            Acme.Id,
            await Intent(fixture, "p02"),
            new Created("acme", Kind.Post, "p02", "id-elsewhere", null)
        );

        var result = await fixture.Apply([planned]);

        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(2));
        Assert.That(result.Done.Select(item => item.Key), Is.EqualTo(new[] { "p01", "p02", "p03" }));
        Assert.That(result.Done[1].Sentence, Does.Contain("another run"));
        Assert.That(result.Done[1].Id, Is.EqualTo("id-elsewhere"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
    }

    [Test]
    public async Task AnotherRun_ThatTriedAndReleasedIt_LeavesItToUs()
    {
        var fixture = Three();
        var planned = await fixture.Plan("acme");
        fixture.Ledger.With(Acme.Id, await Intent(fixture, "p02"), new Released("acme", Kind.Post, "p02", "429"));

        var result = await fixture.Apply([planned]);

        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(3));
        Assert.That(result.Done, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task AnotherRun_WhoseIntentIsOpen_IsLeftAlone()
    {
        var fixture = Three();
        var planned = await fixture.Plan("acme");
        fixture.Ledger.With(Acme.Id, await Intent(fixture, "p02"));

        var result = await fixture.Apply([planned]);

        Assert.That(fixture.Api.Creates, Has.Count.EqualTo(2));
        Assert.That(result.InDoubt.Single().Key, Is.EqualTo("p02"));
    }

    [Test]
    public async Task AnotherRun_ThatSentTheLeadMagnetMeanwhile_GivesOurPostItsId()
    {
        var fixture = new ApplierFixture().Client("acme").Magnet("acme", "guide").Post("acme", "uses-it", "guide");
        var planned = await fixture.Plan("acme");
        fixture.Ledger.With(
            Acme.Id,
            await fixture.Intent("acme", Kind.LeadMagnet, "guide"),
            new Created("acme", Kind.LeadMagnet, "guide", "id-elsewhere", null)
        );

        var result = await fixture.Apply([planned]);

        Assert.That(fixture.Api.Creates.Single().Wire, Does.Contain("id-elsewhere"));
        Assert.That(result.Done, Has.Length.EqualTo(2));
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Task<Intended> Intent(ApplierFixture fixture, string key) => fixture.Intent("acme", Kind.Post, key);
}
