using Galley.Api;
using Galley.Applying.Results;
using Galley.Applying.Stopping;
using Galley.Applying.Throttling;
using Galley.Ledger;
using Galley.Ledger.Events;
using NodaTime;

namespace Galley.Applying.Creating;

/// <summary>
/// Creates one object at most once. In one slot: an intent is made durable, the request is sent, what is surely known of its
/// end is made durable. Whatever is not surely known leaves the intent open, which is what "in doubt" means.
/// </summary>
internal sealed class ObjectCreator(ApplyRun run)
{
    /// <summary>Galley never starts a send later than this after its intent.</summary>
    private static readonly Duration SendWithin = Duration.FromMinutes(2);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>How it ended; null when the client must be planned again: another run wrote about it first, or there was a wait.</summary>
    public async Task<ItemOutcome?> Create(CreateRequest request)
    {
        try
        {
            var step = await Try(request);
            if (step is Step.Again again)
            {
                await Wait(request, again);
            }

            return (step as Step.Over)?.Ended;
        }
        catch (OperationCanceledException) when (run.StopSignal.Token.IsCancellationRequested)
        {
            return run.NotStarted(request.Item);
        }
        catch (LedgerDamagedException damage)
        {
            request.Hold.Shut(damage.Message);
            return request.Hold.Hold(request.Item);
        }
        catch (GalleyException failure)
        {
            // The ledger can't be read or take an intent, so nothing may be sent, for anybody.
            run.StopSignal.Pull(failure.Message);
            return run.NotStarted(request.Item);
        }
    }

    private async Task<Step> Try(CreateRequest request)
    {
        using var slot = await run.Limiters.For(request.Api).Enter(run.StopSignal.Token);
        await run.Recorder.Settled(run.StopSignal.Token);
        if (WhyNotNow(request) is { } unsent)
        {
            return new Step.Over(unsent.Ended);
        }

        var item = request.Item;
        var wish = new Intended(item.Client, item.Kind, item.Key, request.Payload, run.Now + SendWithin);
        var ledger = run.Dependencies.Ledger;
        if (await ledger.TryIntend(request.Account, wish, request.LastSeen, CancellationToken.None) is not { } intent)
        {
            return ++request.Attempts.Overtaken < AttemptCounts.MostOvertaken
                ? new Step.Overtaken()
                : new Step.Over(OutcomeMessages.KeepsChanging(item));
        }

        if ((WhyNotNow(request) ?? WhyTooOld(request, intent)) is { } late)
        {
            await Release(request, intent, late.Released);
            return new Step.Over(late.Ended);
        }

        return await Conclude(request, intent, await Send(request, intent));
    }

    private Unsent? WhyNotNow(CreateRequest request)
    {
        if (run.StopSignal.Token.IsCancellationRequested)
        {
            return new Unsent("cancelled", run.NotStarted(request.Item));
        }

        if (request.Hold.IsShut)
        {
            return new Unsent("cancelled", request.Hold.Hold(request.Item));
        }

        return run.IsTooNear(request.Due)
            ? new Unsent("too late", OutcomeMessages.Late(request.Item, run.Options.MinLeadTime))
            : null;
    }

    private Unsent? WhyTooOld(CreateRequest request, Intended intent) =>
        run.Now < intent.SendBefore ? null : new Unsent("too late", OutcomeMessages.SlowLedger(request.Item));

    private async Task<CreateAnswer> Send(CreateRequest request, Intended intent)
    {
        run.Results.Say(new ApplyEvent.Sending(request.Item.Kind, request.Item.Client, request.Item.Key));
        try
        {
            // From here on nobody's wish to stop may keep the answer from us.
            return await request.Api.Create(
                request.Account,
                request.Item.Kind,
                request.Wire,
                $"galley-{intent.Stamp!.Id}",
                CancellationToken.None
            );
        }
        catch (Exception unforeseen)
        {
            return new CreateAnswer.Unclear(unforeseen.Message, null);
        }
    }

    /// <summary>Design §6's table.</summary>
    private async Task<Step> Conclude(CreateRequest request, Intended intent, CreateAnswer answer)
    {
        switch (answer)
        {
            case CreateAnswer.Created created when !request.Unclaimed.TryClaim(created.Id):
                var taken = $"LeadPanther answered with the id {created.Id}, which another object has already";
                return new Step.Over(
                    OutcomeMessages.InDoubt(request.Item, new CreateAnswer.Unclear(taken, created.RequestId))
                );
            case CreateAnswer.Created created:
                await run.Recorder.Record(
                    request.Account,
                    new Created(request.Item.Client, request.Item.Kind, request.Item.Key, created.Id, created.RequestId)
                    {
                        Intent = intent.Stamp!.Id,
                    }
                );
                run.Limiters.For(request.Api).Succeeded();
                return new Step.Over(OutcomeMessages.Done(request.Item, created));
            case CreateAnswer.NothingSent unsent:
                await Release(request, intent, $"nothing was sent: {unsent.Why}");
                return Again(
                    ++request.Attempts.Unsent,
                    AttemptCounts.MostUnsent,
                    null,
                    unsent.Why,
                    OutcomeMessages.Unreachable(request.Item, unsent)
                );
            case CreateAnswer.Throttled throttled:
                await Release(request, intent, "429 Too Many Requests");
                return Slower(request, throttled);
            case CreateAnswer.Rejected rejected:
                await run.Recorder.Record(
                    request.Account,
                    new Rejected(
                        request.Item.Client,
                        request.Item.Kind,
                        request.Item.Key,
                        rejected.Status,
                        rejected.Message,
                        rejected.RequestId
                    )
                    {
                        Intent = intent.Stamp!.Id,
                    }
                );
                return new Step.Over(Refused(request, rejected));
            case CreateAnswer.Unclear unclear:
                return new Step.Over(OutcomeMessages.InDoubt(request.Item, unclear));
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer, null);
        }
    }

    private Step Slower(CreateRequest request, CreateAnswer.Throttled throttled)
    {
        var step = Again(
            ++request.Attempts.Throttled,
            AttemptCounts.MostThrottled,
            throttled.RetryAfter,
            "429 Too Many Requests",
            OutcomeMessages.Throttled(request.Item, throttled)
        );
        if (throttled.RetryAfter > LongestWait)
        {
            run.StopSignal.Pull(
                OutcomeMessages.AsksForPatience(throttled.RetryAfter.Value, run.Now),
                ExitCode.SomeFailed
            );
        }
        else if (step is Step.Again again)
        {
            run.Limiters.For(request.Api).Throttled(again.Wait);
        }

        return step;
    }

    private Step Again(int tried, int most, TimeSpan? asked, string why, ItemOutcome failed) =>
        tried >= most || asked > LongestWait
            ? new Step.Over(failed)
            : new Step.Again(asked ?? Backoff.After(tried, run.Dependencies.Random()), why);

    private ItemOutcome Refused(CreateRequest request, CreateAnswer.Rejected rejected)
    {
        var ended = OutcomeMessages.Rejected(request.Item, rejected);
        run.StopFor(rejected.Status, request.Hold, ended.Item.Sentence);
        return ended;
    }

    private Task Release(CreateRequest request, Intended intent, string reason) =>
        run.Recorder.Record(
            request.Account,
            new Released(request.Item.Client, request.Item.Kind, request.Item.Key, reason) { Intent = intent.Stamp!.Id }
        );

    private Task Wait(CreateRequest request, Step.Again again)
    {
        run.Results.Say(
            new ApplyEvent.Retrying(request.Item.Kind, request.Item.Client, request.Item.Key, again.Why, again.Wait)
        );
        return Task.Delay(again.Wait, run.Dependencies.Clock, run.StopSignal.Token);
    }

    /// <param name="Released">What the ledger says, if an intent stands already.</param>
    private sealed record Unsent(string Released, ItemOutcome Ended);

    private abstract record Step
    {
        public sealed record Over(ItemOutcome Ended) : Step;

        public sealed record Again(TimeSpan Wait, string Why) : Step;

        public sealed record Overtaken : Step;
    }
}
