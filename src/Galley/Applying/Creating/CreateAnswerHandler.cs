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

    /// <summary>
    /// Ends when what the ledger learns is durable. The slot is free before that, as soon as it stands in line for the ledger: an intent
    /// that takes the slot stands behind it, so one write can end the one and begin the other, and the ledger never has more open
    /// intents than there are slots.
    /// </summary>
    public async Task<CreateStep> Handle(CreateRequest request, Intended intent, CreateAnswer answer, IDisposable slot)
    {
        if (answer is CreateAnswer.Created created && !request.Unclaimed.TryClaim(created.Id))
        {
            var taken = $"LeadPanther answered with the id {created.Id}, which another object has already";
            answer = new CreateAnswer.Unclear(taken, created.RequestId);
        }

        var recorded = EndOf(request.Item, answer) is { } end ? Record(request, intent, end) : Task.CompletedTask;
        var next = Next(request, intent, answer);
        slot.Dispose();
        await recorded;
        return next;
    }

    /// <summary>Nothing was sent, or nothing was taken: the intent is over.</summary>
    public Task Release(CreateRequest request, Intended intent, string reason) =>
        Record(request, intent, ReleaseOf(request.Item, reason));

    private Task Record(CreateRequest request, Intended intent, IntentEnd end) =>
        run.Recorder.Record(request.Account, end with { Intent = intent.Stamp!.Id });

    /// <summary>What is surely known; null leaves the intent open.</summary>
    private static IntentEnd? EndOf(ApplyItem item, CreateAnswer answer) =>
        answer switch
        {
            CreateAnswer.Created created => new Created(
                item.Client,
                item.Kind,
                item.Key,
                created.Id,
                created.RequestId
            ),
            CreateAnswer.NothingSent unsent => ReleaseOf(item, $"nothing was sent: {unsent.Why}"),
            CreateAnswer.Throttled => ReleaseOf(item, "429 Too Many Requests"),
            CreateAnswer.Rejected rejected => new Rejected(
                item.Client,
                item.Kind,
                item.Key,
                rejected.Status,
                rejected.Message,
                rejected.RequestId
            ),
            _ => null,
        };

    private static Released ReleaseOf(ApplyItem item, string reason) => new(item.Client, item.Kind, item.Key, reason);

    private CreateStep Next(CreateRequest request, Intended intent, CreateAnswer answer)
    {
        switch (answer)
        {
            case CreateAnswer.Created created:
                run.Limiters.For(request.Api).Succeeded();
                return new CreateStep.Over(OutcomeMessages.Done(request.Item, created));
            case CreateAnswer.NothingSent unsent:
                return Again(
                    ++request.Attempts.Unsent,
                    AttemptCounts.MostUnsent,
                    null,
                    unsent.Why,
                    OutcomeMessages.Unreachable(request.Item, unsent)
                );
            case CreateAnswer.Throttled throttled:
                return Slower(request, throttled);
            case CreateAnswer.Rejected rejected:
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
}
