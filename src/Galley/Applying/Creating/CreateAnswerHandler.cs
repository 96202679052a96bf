using Galley.Api;
using Galley.Applying.Results;
using Galley.Applying.Throttling;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Planning;

namespace Galley.Applying.Creating;

/// <summary>
/// What each answer to a create means (design §6's table): what the ledger learns, and what happens next. Whatever is not surely
/// known leaves the intent open, which is what "in doubt" means.
/// </summary>
internal sealed class CreateAnswerHandler(ApplyRun run)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    public async Task<CreateStep> Handle(CreateRequest request, Intended intent, CreateAnswer answer)
    {
        switch (answer)
        {
            case CreateAnswer.Created created when !request.Unclaimed.TryClaim(created.Id):
                var taken = $"LeadPanther answered with the id {created.Id}, which another object has already";
                return new CreateStep.Over(
                    InDoubt(request, intent, new CreateAnswer.Unclear(taken, created.RequestId))
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
                return new CreateStep.Over(OutcomeMessages.Done(request.Item, created));
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
                return new CreateStep.Over(Refused(request, rejected));
            case CreateAnswer.Unclear unclear:
                return new CreateStep.Over(InDoubt(request, intent, unclear));
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer, null);
        }
    }

    private ItemOutcome InDoubt(CreateRequest request, Intended intent, CreateAnswer.Unclear unclear)
    {
        var open = new LedgerObject
        {
            Kind = intent.Kind,
            Key = intent.Key,
            State = ObjectState.Open,
            Intent = intent,
        };
        return OutcomeMessages.InDoubt(
            request.Item,
            unclear,
            WhereToLook.For(new RecordedObject(open), request.Client.Zone, run.Options.MinLeadTime, run.Now)
        );
    }

    private CreateStep Slower(CreateRequest request, CreateAnswer.Throttled throttled)
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
        else if (step is CreateStep.Again again)
        {
            run.Limiters.For(request.Api).Throttled(again.Wait);
        }

        return step;
    }

    private CreateStep Again(int tried, int most, TimeSpan? asked, string why, ItemOutcome failed) =>
        tried >= most || asked > LongestWait
            ? new CreateStep.Over(failed)
            : new CreateStep.Again(asked ?? Backoff.After(tried, run.Dependencies.Random()), why);

    private ItemOutcome Refused(CreateRequest request, CreateAnswer.Rejected rejected)
    {
        var ended = OutcomeMessages.Rejected(request.Item, rejected);
        run.StopFor(rejected.Status, request.Hold, ended.Item.Sentence);
        return ended;
    }

    /// <summary>Nothing was sent, or nothing was taken: the intent is over.</summary>
    public Task Release(CreateRequest request, Intended intent, string reason) =>
        run.Recorder.Record(
            request.Account,
            new Released(request.Item.Client, request.Item.Kind, request.Item.Key, reason) { Intent = intent.Stamp!.Id }
        );
}
