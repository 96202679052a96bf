using Galley.Api;
using Galley.Applying.Results;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Stores;
using NodaTime;

namespace Galley.Applying.Creating;

/// <summary>
/// Creates one object at most once. In one slot: an intent is made durable, the request is sent, and what its answer surely
/// says stands in line to be made durable.
/// </summary>
internal sealed class ObjectCreator(ApplyRun run)
{
    /// <summary>Galley never starts a send later than this after its intent.</summary>
    private static readonly Duration SendWithin = Duration.FromMinutes(2);

    private readonly CreateAnswerHandler _answers = new(run);

    /// <summary>How it ended; null when the client must be planned again: another run wrote about it first, or there was a wait.</summary>
    public async Task<ItemOutcome?> Create(CreateRequest request)
    {
        try
        {
            var step = await Try(request);
            if (step is CreateStep.Again again)
            {
                await Wait(request, again);
            }

            return (step as CreateStep.Over)?.Ended;
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

    private async Task<CreateStep> Try(CreateRequest request)
    {
        using var slot = await run.Limiters.For(request.Api).Enter(run.StopSignal.Token);
        await run.Recorder.Settled(run.StopSignal.Token);
        if (WhyNotNow(request) is { } unsent)
        {
            return new CreateStep.Over(unsent.Ended);
        }

        Intended? intent;
        var before = run.Recorder.Unwritten;
        try
        {
            intent = await TryIntend(request);
        }
        catch (StoreException) when (before is not null)
        {
            // What happened before is tried on, and shows whether the ledger can be written again.
            await before;
            return new CreateStep.Overtaken();
        }

        if (intent is null)
        {
            return ++request.Attempts.Overtaken < AttemptCounts.MostOvertaken
                ? new CreateStep.Overtaken()
                : new CreateStep.Over(OutcomeMessages.KeepsChanging(request.Item));
        }

        if ((WhyNotNow(request) ?? WhyTooOld(request, intent)) is { } late)
        {
            await _answers.Release(request, intent, late.Released);
            return new CreateStep.Over(late.Ended);
        }

        return await _answers.Handle(request, intent, await Send(request, intent), slot);
    }

    private Task<Intended?> TryIntend(CreateRequest request)
    {
        var item = request.Item;
        var wish = new Intended(item.Client, item.Kind, item.Key, request.Payload, run.Now + SendWithin);
        return run.Dependencies.Ledger.TryIntend(request.Account, wish, request.LastSeen, CancellationToken.None);
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

    private Task Wait(CreateRequest request, CreateStep.Again again)
    {
        run.Results.Say(
            new ApplyEvent.Retrying(request.Item.Kind, request.Item.Client, request.Item.Key, again.Why, again.Wait)
        );
        return Task.Delay(again.Wait, run.Dependencies.Clock, run.StopSignal.Token);
    }

    /// <param name="Released">What the ledger says, if an intent stands already.</param>
    private sealed record Unsent(string Released, ItemOutcome Ended);
}
