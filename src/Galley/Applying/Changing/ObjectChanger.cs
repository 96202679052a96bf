using Galley.Api;
using Galley.Applying.Results;
using Galley.Applying.Throttling;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying.Changing;

/// <summary>
/// Brings one object in LeadPanther to what its file says, or removes it: read it, make sure that it is as we left it, change
/// it, read it back, write that down. Every step can be repeated without harm, so an unclear answer starts anew with a read,
/// and nothing is ever in doubt.
/// </summary>
internal sealed class ObjectChanger(ApplyRun run)
{
    private const int MostTries = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    public async Task<ItemOutcome> Change(ChangeRequest request)
    {
        try
        {
            for (var tried = 1; ; tried++)
            {
                var step = await Try(request);
                if (step is not Step.Again again)
                {
                    return ((Step.Over)step).Outcome;
                }

                if (tried == MostTries || again.Asked > LongestWait)
                {
                    return OutcomeMessages.ChangeFailed(request.Item, again.Why);
                }

                await Wait(request, again, tried);
            }
        }
        catch (OperationCanceledException) when (run.StopSignal.Token.IsCancellationRequested)
        {
            return run.NotStarted(request.Item);
        }
        catch (ApiException failure)
        {
            return Refused(request, failure.Status, OutcomeMessages.ChangeFailed(request.Item, failure.Message));
        }
        catch (GalleyException failure)
        {
            run.StopSignal.Pull(failure.Message);
            return run.NotStarted(request.Item);
        }
    }

    private async Task<Step> Try(ChangeRequest request)
    {
        using var slot = await run.Limiters.For(request.Api).Enter(run.StopSignal.Token);
        await run.Recorder.Settled(run.StopSignal.Token);
        if (WhyNotNow(request) is { } not)
        {
            return new Step.Over(not);
        }

        LiveObject? there;
        try
        {
            there = await Read(request, run.StopSignal.Token);
        }
        catch (ApiException refused) when (refused.Status is 403 or 405 or 501)
        {
            return new Step.Over(await Unreadable(request, refused.Status.Value));
        }

        return there is null && await WhyNotGone(request) is { } why
            ? new Step.Over(why)
            : await Decide(request, there) ?? await Send(request, there!);
    }

    /// <summary>
    /// Null: it is gone. A 404 alone does not say so: an API that does not offer the path answers the same, and what it holds
    /// would count as deleted.
    /// </summary>
    private async Task<ItemOutcome?> WhyNotGone(ChangeRequest request) =>
        await IsListed(request) switch
        {
            false => null,
            true => await Unreadable(request, 404),
            null => OutcomeMessages.CanNotTell(request.Item),
        };

    /// <summary>Whether the account's list shows it; null where nobody can tell.</summary>
    private async Task<bool?> IsListed(ChangeRequest request)
    {
        var kind = request.Item.Kind;
        if (
            request.Look.Live.Lists.GetValueOrDefault(kind) is { List: { IsWhole: true } seen }
            && !Shows(seen, request.Id)
        )
        {
            return false;
        }

        if (run.Dependencies.Ledger.Header.Lacks(ApiOperations.List(kind).Name, run.Now))
        {
            return null;
        }

        try
        {
            var list = await request.Api.List(request.Client.Account, kind, run.StopSignal.Token);
            return Shows(list, request.Id) ? true
                : list.IsWhole ? false
                : null;
        }
        catch (ApiException failure) when (failure.Status != 401)
        {
            return null;
        }
    }

    private static bool Shows(LiveList list, string id) =>
        list.Objects.Any(there => string.Equals(there.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Nothing is changed on a path that does not show the object right before: then it is work by hand.</summary>
    private async Task<ItemOutcome> Unreadable(ChangeRequest request, int status)
    {
        var operation = ApiOperations.Get(request.Item.Kind);
        if (status != 403)
        {
            await run.Dependencies.Ledger.MarkNotOffered(
                request.Client.Account,
                operation.Name,
                CancellationToken.None
            );
        }

        run.Results.AddWarnings([OutcomeMessages.NotReadBeforeAChange(operation, status)]);
        return OutcomeMessages.ByHand(request.Item);
    }

    private ItemOutcome? WhyNotNow(ChangeRequest request)
    {
        if (run.StopSignal.Token.IsCancellationRequested)
        {
            return run.NotStarted(request.Item);
        }

        if (request.Hold.IsShut)
        {
            return request.Hold.Hold(request.Item);
        }

        var header = run.Dependencies.Ledger.Header;
        if (
            header.Lacks(request.Operation.Name, run.Now)
            || header.Lacks(ApiOperations.Get(request.Item.Kind).Name, run.Now)
        )
        {
            return OutcomeMessages.ByHand(request.Item);
        }

        return run.IsTooNear(request.Due) ? OutcomeMessages.TooLate(request.Item, "its time is too near") : null;
    }

    /// <summary>What the read alone decides; null: the change is to be sent.</summary>
    private async Task<Step?> Decide(ChangeRequest request, LiveObject? there)
    {
        if (there is null)
        {
            return request.Desired is null
                ? await Done(request, requestId: null)
                : new Step.Over(OutcomeMessages.Gone(request.Item));
        }

        if (there.IsOut)
        {
            return WentOut(request, there);
        }

        if (request.Desired is { } desired && IsThereAlready(request.Baseline, desired, there))
        {
            return await Done(request, requestId: null);
        }

        return Drift(request, there) is { } code && !MayOverwrite(request, code)
            ? new Step.Over(OutcomeMessages.Drifted(request.Item, code))
            : null;
    }

    private static bool IsThereAlready(Payload baseline, Payload desired, LiveObject there) =>
        WireComparison.IsThereAlready(
            baseline.Wire is { } sent ? WireComparison.Parse(sent) : [],
            ChangePatch.Wire(desired),
            there.Fields
        );

    /// <summary>The code of what stands there, where that is not what we left.</summary>
    private static string? Drift(ChangeRequest request, LiveObject there) =>
        request.Baseline.Wire is { } sent
        && WireComparison.Parse(sent) is var wire
        && !WireComparison.Differences(wire, there.Fields).IsEmpty
            ? WireComparison.CodeOf(wire, there.Fields)
            : null;

    private static bool MayOverwrite(ChangeRequest request, string code) =>
        request.Client.Live.OverwritesDrift || request.Recorded.Overwrite == code;

    private async Task<Step> Send(ChangeRequest request, LiveObject there)
    {
        run.Results.Say(new ApplyEvent.Sending(request.Item.Kind, request.Item.Client, request.Item.Key));
        var (account, kind, id) = (request.Client.Account, request.Item.Kind, request.Id);
        var requestId = run.RequestIds.Next();
        // Until it is read again, nobody knows whether it is there, and what it says.
        var ledger = run.Dependencies.Ledger;
        run.Sightings.Add(account, ObjectRead.Changing(kind, id, run.Now, request.Look.Events, ledger.Run));
        if (request.Desired is not { } desired)
        {
            return await Conclude(
                request,
                await request.Api.Remove(account, kind, id, requestId, CancellationToken.None)
            );
        }

        var patch = ChangePatch.Write(request.Baseline, desired, there);
        return await Conclude(
            request,
            await request.Api.Change(account, kind, id, patch, requestId, CancellationToken.None)
        );
    }

    /// <summary>Design §6's second table.</summary>
    private async Task<Step> Conclude(ChangeRequest request, ChangeAnswer answer)
    {
        switch (answer)
        {
            case ChangeAnswer.Accepted accepted:
                run.Limiters.For(request.Api).Succeeded();
                return await ReadBack(request, accepted);
            case ChangeAnswer.TooLate late:
                return new Step.Over(
                    OutcomeMessages.TooLate(request.Item, $"LeadPanther says: {late.Message.TrimEnd('.')}")
                );
            case ChangeAnswer.NotOffered { Status: 404 } when await Read(request, CancellationToken.None) is null:
                // It was deleted between our read and our request.
                return new Step.Again("it was deleted in LeadPanther meanwhile", TimeSpan.Zero);
            case ChangeAnswer.NotOffered:
                await run.Dependencies.Ledger.MarkNotOffered(
                    request.Client.Account,
                    request.Operation.Name,
                    CancellationToken.None
                );
                return new Step.Over(OutcomeMessages.ByHand(request.Item));
            case ChangeAnswer.Rejected rejected:
                return new Step.Over(
                    Refused(request, rejected.Status, OutcomeMessages.ChangeRejected(request.Item, rejected))
                );
            case ChangeAnswer.Throttled throttled:
                run.Limiters.For(request.Api).Throttled(throttled.RetryAfter ?? TimeSpan.FromSeconds(1));
                return new Step.Again("LeadPanther answered 429 (too many requests)", throttled.RetryAfter);
            case ChangeAnswer.Unclear unclear:
                return new Step.Again(unclear.Why, null);
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer, null);
        }
    }

    private async Task<Step> ReadBack(ChangeRequest request, ChangeAnswer.Accepted accepted)
    {
        if (request.Desired is not { } desired)
        {
            return await Read(request, CancellationToken.None) is null
                ? await Done(request, accepted.RequestId)
                : new Step.Over(OutcomeMessages.StillThere(request.Item));
        }

        var there =
            accepted.Object is { } shown
            && ChangePatch.Changed(request.Baseline, desired).All(field => shown.Shows(field.Key))
                ? Saw(request, shown, run.Now)
                : await Read(request, CancellationToken.None);
        if (there is null)
        {
            return new Step.Over(OutcomeMessages.Gone(request.Item));
        }

        // A post that went out meanwhile has another state than was sent, and that is all right.
        var differences = WireComparison
            .Differences(ChangePatch.Wire(desired), there.Fields)
            .RemoveAll(found => there.IsOut && found.Field == "status");
        return differences.IsEmpty ? await Done(request, accepted.RequestId)
            : there.IsOut ? WentOut(request, there)
            : new Step.Over(OutcomeMessages.NotTaken(request.Item, differences));
    }

    private static Step.Over WentOut(ChangeRequest request, LiveObject there) =>
        new(OutcomeMessages.TooLate(request.Item, $"LeadPanther shows it as {there.Status}"));

    private async Task<Step> Done(ChangeRequest request, string? requestId)
    {
        var (slug, kind, key) = (request.Item.Client, request.Item.Kind, request.Item.Key);
        LedgerEvent done =
            request.Desired is { } desired ? new Updated(slug, kind, key, desired, requestId) { Id = request.Id }
            : kind == Kind.Post ? new Deleted(slug, kind, key, requestId) { Id = request.Id }
            : new Archived(slug, kind, key, requestId) { Id = request.Id };
        await run.Recorder.Record(request.Client.Account, done);
        return new Step.Over(OutcomeMessages.Changed(request.Item, request.Operation, requestId));
    }

    /// <param name="cancellationToken">None behind a request: what was changed is written down, whoever asks to stop.</param>
    private async Task<LiveObject?> Read(ChangeRequest request, CancellationToken cancellationToken)
    {
        var at = run.Now;
        var there = await request.Api.Get(request.Client.Account, request.Item.Kind, request.Id, cancellationToken);
        return Saw(request, there, at);
    }

    private LiveObject? Saw(ChangeRequest request, LiveObject? there, Instant at)
    {
        run.Sightings.Add(
            request.Client.Account,
            new ObjectRead(request.Item.Kind, request.Id, there, at, request.Look.Events)
        );
        return there;
    }

    private ItemOutcome Refused(ChangeRequest request, int? status, ItemOutcome outcome)
    {
        run.StopFor(status, request.Hold, outcome.Item.Sentence);
        return outcome;
    }

    private Task Wait(ChangeRequest request, Step.Again again, int tried)
    {
        var wait = again.Asked ?? Backoff.After(tried, run.Dependencies.Random());
        var item = request.Item;
        run.Results.Say(new ApplyEvent.Retrying(item.Kind, item.Client, item.Key, again.Why, wait));
        return Task.Delay(wait, run.Dependencies.Clock, run.StopSignal.Token);
    }

    private abstract record Step
    {
        public sealed record Over(ItemOutcome Outcome) : Step;

        /// <param name="Asked">How long LeadPanther asks to wait; null: back off.</param>
        public sealed record Again(string Why, TimeSpan? Asked) : Step;
    }
}
