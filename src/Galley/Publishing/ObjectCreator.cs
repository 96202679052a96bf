using Galley.Content;
using Galley.Ledger;
using Galley.Publishing.Api;
using NodaTime;
using NodaTime.Extensions;

namespace Galley.Publishing;

/// <summary>
/// Creates one object at most once. In one slot: an intent is made durable, the request is sent, what is surely known of its
/// end is made durable. Whatever is not surely known leaves the intent open, which is what "in doubt" means.
/// </summary>
internal sealed class ObjectCreator(ApplyRun run)
{
    /// <summary>Galley never starts a send later than this after its intent.</summary>
    private static readonly Duration SendWithin = Duration.FromMinutes(2);

    private const int MostUnsent = 4;
    private const int MostThrottled = 8;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>How it ended; null when another run wrote about it first, so that the client must be planned again.</summary>
    public async Task<ItemOutcome?> Create(CreateRequest job)
    {
        for (var tries = new Attempts(); ;)
        {
            try
            {
                var step = await Try(job, tries);
                if (step is not Step.Again again)
                    return (step as Step.Over)?.Ended;
                await Wait(job, again);
                job = job with { Expected = await Look(job) };
                if (job.Expected is { State: not ObjectState.NotSent })
                    return null;
            }
            catch (OperationCanceledException) when (run.Brake.Token.IsCancellationRequested)
            {
                return NotStarted(job);
            }
            catch (GalleyException failure)
            {
                // The ledger can't be read or take an intent, so nothing may be sent, for anybody.
                run.Brake.Pull(failure.Message);
                return NotStarted(job);
            }
        }
    }

    private async Task<Step> Try(CreateRequest job, Attempts tries)
    {
        using var slot = await run.Paces.For(job.Api).Enter(run.Brake.Token);
        await run.Recorder.Settled.WaitAsync(run.Brake.Token);
        if (WhyNotNow(job) is { } unsent)
            return new Step.Over(unsent.Ended);
        var intent = new Intended(job.Item.Client, job.Item.Kind, job.Item.Key, job.Payload, Now + SendWithin);
        if (!await run.Tools.Ledger.TryIntend(job.Account, intent, job.Expected, CancellationToken.None))
            return new Step.Overtaken();
        if ((WhyNotNow(job) ?? WhyTooOld(job, intent)) is { } late)
        {
            await Release(job, late.Released);
            return new Step.Over(late.Ended);
        }

        return await Conclude(job, await Send(job), tries);
    }

    private Unsent? WhyNotNow(CreateRequest job)
    {
        if (run.Brake.Token.IsCancellationRequested)
            return new Unsent("cancelled", NotStarted(job));
        if (job.Gate.IsShut)
            return new Unsent("cancelled", job.Gate.Hold(job.Item));
        return job.Due is { } due && Now + run.Options.MinLeadTime > due ? new Unsent("too late", OutcomeMessages.Late(job.Item, run.Options.MinLeadTime)) : null;
    }

    private Unsent? WhyTooOld(CreateRequest job, Intended intent) => Now < intent.SendBefore ? null : new Unsent("too late", OutcomeMessages.SlowLedger(job.Item));

    private async Task<CreateAnswer> Send(CreateRequest job)
    {
        run.Journal.Say(new ApplyEvent.Sending(job.Item.Kind, job.Item.Client, job.Item.Key));
        try
        {
            // From here on nobody's wish to stop may keep the answer from us.
            return job.Item.Kind == Kind.LeadMagnet
                ? await job.Api.CreateLeadMagnet(job.Account, job.Wire, CancellationToken.None)
                : await job.Api.CreatePost(job.Account, job.Wire, CancellationToken.None);
        }
        catch (Exception unforeseen)
        {
            return new CreateAnswer.Unclear(unforeseen.Message, null);
        }
    }

    /// <summary>Design §6's table.</summary>
    private async Task<Step> Conclude(CreateRequest job, CreateAnswer answer, Attempts tries)
    {
        switch (answer)
        {
            case CreateAnswer.Created created:
                await run.Recorder.Record(job.Account, new Created(job.Item.Client, job.Item.Kind, job.Item.Key, created.Id, created.RequestId));
                run.Paces.For(job.Api).Succeeded();
                return new Step.Over(OutcomeMessages.Done(job.Item, created));
            case CreateAnswer.NothingSent unsent:
                await Release(job, $"nothing was sent: {unsent.Why}");
                return Again(++tries.Unsent, MostUnsent, null, unsent.Why, OutcomeMessages.Unreachable(job.Item, unsent));
            case CreateAnswer.Throttled throttled:
                await Release(job, "429 Too Many Requests");
                return Slower(job, throttled, tries);
            case CreateAnswer.Rejected rejected:
                await run.Recorder.Record(job.Account, new Rejected(
                    job.Item.Client, job.Item.Kind, job.Item.Key, rejected.Status, rejected.Message, rejected.RequestId));
                return new Step.Over(Refused(job, rejected));
            case CreateAnswer.Unclear unclear:
                return new Step.Over(OutcomeMessages.InDoubt(job.Item, unclear));
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer, null);
        }
    }

    private Step Slower(CreateRequest job, CreateAnswer.Throttled throttled, Attempts tries)
    {
        var step = Again(++tries.Throttled, MostThrottled, throttled.RetryAfter, "429 Too Many Requests", OutcomeMessages.Throttled(job.Item, throttled));
        if (throttled.RetryAfter > LongestWait)
            run.Brake.Pull(OutcomeMessages.AsksForPatience(throttled.RetryAfter.Value, Now), ExitCode.SomeFailed);
        else if (step is Step.Again again)
            run.Paces.For(job.Api).Throttled(again.Wait);
        return step;
    }

    private Step Again(int tried, int most, TimeSpan? asked, string why, ItemOutcome failed) => tried >= most || asked > LongestWait
        ? new Step.Over(failed)
        : new Step.Again(asked ?? Backoff.After(tried, run.Tools.Random()), why);

    private ItemOutcome Refused(CreateRequest job, CreateAnswer.Rejected rejected)
    {
        var ended = OutcomeMessages.Rejected(job.Item, rejected);
        if (rejected.Status == 401)
            run.Brake.Pull(ended.Item.Sentence);
        if (rejected.Status == 403)
            job.Gate.Shut(ended.Item.Sentence);
        return ended;
    }

    private Task Release(CreateRequest job, string reason) =>
        run.Recorder.Record(job.Account, new Released(job.Item.Client, job.Item.Kind, job.Item.Key, reason));

    private Task Wait(CreateRequest job, Step.Again again)
    {
        run.Journal.Say(new ApplyEvent.Retrying(job.Item.Kind, job.Item.Client, job.Item.Key, again.Why, again.Wait));
        return Task.Delay(again.Wait, run.Tools.Clock, run.Brake.Token);
    }

    private async Task<LedgerObject?> Look(CreateRequest job) =>
        (await run.Tools.Ledger.Read(job.Account.Id, run.Brake.Token)).Find(job.Item.Kind, job.Item.Key);

    private ItemOutcome NotStarted(CreateRequest job) => new(ApplyOutcome.NotStarted, run.Brake.NotStarted(job.Item));

    private Instant Now => run.Tools.Clock.GetUtcNow().ToInstant();

    /// <param name="Released">What the ledger says, if an intent stands already.</param>
    private sealed record Unsent(string Released, ItemOutcome Ended);

    private sealed class Attempts
    {
        public int Unsent { get; set; }
        public int Throttled { get; set; }
    }

    private abstract record Step
    {
        public sealed record Over(ItemOutcome Ended) : Step;

        public sealed record Again(TimeSpan Wait, string Why) : Step;

        public sealed record Overtaken : Step;
    }
}
