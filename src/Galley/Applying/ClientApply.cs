using Galley.Api;
using Galley.Applying.Creating;
using Galley.Applying.Limits;
using Galley.Applying.Media;
using Galley.Applying.Results;
using Galley.Content;
using Galley.Ledger.Events;
using Galley.Planning;

namespace Galley.Applying;

/// <summary>Brings one client's part of the ledger to what its plan says, planning again whenever another run was first.</summary>
internal sealed class ClientApply(ApplyRun run, Client client, ILeadPanther api)
{
    private readonly ClientHold _hold = new();

    private readonly Dictionary<ObjectKey, CreateAttempts> _attempts = [];

    public async Task CarryOut(PlannedClient planned)
    {
        await RecordMoves(planned);
        var uploads = new MediaUploader(run, client, api, _hold);
        IReadOnlyList<PlanAction> left = [.. planned.Creates()];
        while (left.Count > 0)
        {
            left = await new ApplyPass(run, planned, api, uploads, _hold, AttemptsOf).CarryOut(left);
            if (left.Count == 0)
            {
                return;
            }

            if (await Replan() is not { } again)
            {
                foreach (var action in left)
                {
                    Add(new ItemOutcome(ApplyOutcome.NotStarted, run.StopSignal.NotStarted(Item(action))));
                }

                return;
            }

            planned = again;
            left = Remaining(planned, left);
        }
    }

    private CreateAttempts AttemptsOf(ObjectKey of)
    {
        lock (_attempts)
        {
            return _attempts.TryGetValue(of, out var attempts) ? attempts : _attempts[of] = new CreateAttempts();
        }
    }

    private async Task RecordMoves(PlannedClient planned)
    {
        LedgerEvent[] moves =
        [
            .. planned.Moves().Select(move => new Moved(client.Slug, move.Kind, move.Key, move.From!)),
        ];
        if (moves.Length == 0 || run.StopSignal.Token.IsCancellationRequested)
        {
            return;
        }

        await run.Recorder.Record(client.Account, moves);
        foreach (var move in planned.Moves())
        {
            Add(OutcomeMessages.Moved(Item(move), move.From!));
        }
    }

    private async Task<PlannedClient?> Replan()
    {
        try
        {
            return await run.Dependencies.Replan(client.Slug, run.StopSignal.Token);
        }
        catch (OperationCanceledException) when (run.StopSignal.Token.IsCancellationRequested)
        {
            return null;
        }
        catch (GalleyException failure)
        {
            run.StopSignal.Pull(failure.Message);
            return null;
        }
    }

    /// <summary>What is still to be created, and only what this run set out to create: the limit and the saved plan were checked for that.</summary>
    private List<PlanAction> Remaining(PlannedClient planned, IReadOnlyList<PlanAction> left)
    {
        var remaining = new List<PlanAction>();
        foreach (var before in left)
        {
            var now = planned.Plan.Actions.FirstOrDefault(action =>
                action.Kind == before.Kind && action.Key == before.Key
            );
            if (now is { Type: ActionType.Create } && now.PayloadSha256 == before.PayloadSha256)
            {
                remaining.Add(now);
            }
            else if (now is null || now.Type is ActionType.Create or ActionType.Cancel)
            {
                Add(OutcomeMessages.KeepsChanging(Item(before)));
            }
            else
            {
                Add(PlannedOutcomes.For(client.Slug, now, client.Zone) ?? OutcomeMessages.DoneElsewhere(Item(now)));
            }
        }

        return remaining;
    }

    private ApplyItem Item(PlanAction action) => PlannedOutcomes.ItemOf(client.Slug, action);

    private void Add(ItemOutcome ended) => run.Results.Add(ended);
}
