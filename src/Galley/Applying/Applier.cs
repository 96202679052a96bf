using Galley.Applying.Preflight;
using Galley.Applying.Results;
using Galley.Applying.Stopping;
using Galley.Content;
using Galley.Ledger;
using Galley.Planning;
using NodaTime;
using NodaTime.Extensions;

namespace Galley.Applying;

/// <summary>
/// Carries out a plan: what may be sent is checked first, then clients go side by side, each create at most once.
/// </summary>
public sealed class Applier(ApplyDependencies dependencies, ApplyOptions options)
{
    /// <param name="stop">Starts nothing new; what is under way is finished and written down.</param>
    public async Task<ApplyCompletion> Apply(IReadOnlyList<PlannedClient> clients, CancellationToken stop)
    {
        if (WhyAllIsHeld(clients) is { } overLimit)
        {
            return new ApplyCompletion.Refused(overLimit);
        }

        using var stopSignal = new StopSignal(stop);
        var run = ApplyRun.Start(dependencies, options, stopSignal);
        PreflightReport report;
        try
        {
            report = await Prepare(clients, stopSignal);
        }
        catch (GalleyException refused)
        {
            return new ApplyCompletion.Refused(refused.Message, refused.ExitCode);
        }

        return await CarryOut(run, clients, report);
    }

    /// <summary>A sentence that refuses where limits hold clients and nothing else is left to do; null when something may go.</summary>
    private static string? WhyAllIsHeld(IReadOnlyList<PlannedClient> clients)
    {
        var held = clients
            .SelectMany(client => client.Plan.Actions)
            .FirstOrDefault(action => action is { Type: ActionType.Held, Reason: Reason.Limit });
        return held is null || clients.Any(client => client.Plan.Actions.Any(ActionTable.IsChange))
            ? null
            : $"Nothing was sent, changed or deleted: {held.Detail}.";
    }

    /// <summary>Stopped by a person before the checks ended: then nothing was sent, and all of it is not started.</summary>
    private async Task<PreflightReport> Prepare(IReadOnlyList<PlannedClient> clients, StopSignal stopSignal)
    {
        try
        {
            var report = await new PreflightCheck(dependencies.ApiFor, dependencies.Clock.GetUtcNow().ToInstant())
            {
                ClockCheck = dependencies.ClockCheck,
            }.Check(clients, stopSignal.Token);
            // All at once, so that they share a write: on a branch each alone would be a push.
            await Task.WhenAll(
                clients
                    .Select(planned => planned.Content.Client)
                    .OfType<Client>()
                    .Select(client => Bind(client, report, stopSignal.Token))
            );
            return report;
        }
        catch (OperationCanceledException) when (stopSignal.Token.IsCancellationRequested)
        {
            return PreflightReport.Empty;
        }
    }

    private async Task Bind(Client client, PreflightReport report, CancellationToken cancellationToken)
    {
        if (!report.Identities.TryGetValue(client.Slug, out var identity) || report.Held.ContainsKey(client.Slug))
        {
            return;
        }

        await dependencies.Ledger.Bind(
            new LedgerBinding(dependencies.ApiFor(client).BaseUrl, client.Account.Id, identity.Owner.UserId),
            cancellationToken
        );
    }

    private async Task<ApplyCompletion> CarryOut(
        ApplyRun run,
        IReadOnlyList<PlannedClient> clients,
        PreflightReport report
    )
    {
        try
        {
            run.Results.Say(new ApplyEvent.Begun(clients.Count, clients.Sum(client => client.Writes().Count())));
            foreach (var client in clients)
            {
                Saw(run, client);
                Tell(
                    run.Results,
                    client,
                    isLookedAt: IsCarriedOut(client) && !report.Held.ContainsKey(client.Plan.Slug)
                );
            }

            await run.MarkChanges(
                clients.Where(client => client.Content.Client is not null && !report.Held.ContainsKey(client.Plan.Slug))
            );
            await Task.WhenAll(
                clients
                    .Where(client => client.Content.Client is not null)
                    .Select(client => CarryOut(run, client, report))
            );
            await run.KeepWhatWasSeen();
            return new ApplyCompletion.Completed(run.Results.Result(run.StopSignal, report.Warnings));
        }
        catch (Exception fault)
        {
            run.StopSignal.PullFor(fault);
            return new ApplyCompletion.Aborted(run.Results.Result(run.StopSignal, report.Warnings), fault);
        }
    }

    /// <summary>What was read before the plan was made.</summary>
    private void Saw(ApplyRun run, PlannedClient planned)
    {
        if (planned.Content.Client is { } client && dependencies.Live(client.Slug) is { Lists.IsEmpty: false } live)
        {
            run.Sightings.Add(client.Account, live, planned.Ledger);
        }
    }

    private static void Tell(ResultCollector results, PlannedClient client, bool isLookedAt)
    {
        // A client that is looked at tells of its questions itself: the look may answer them.
        foreach (
            var action in client.Plan.Actions.Where(action =>
                isLookedAt ? !PlannedWork.IsQuestion(action)
                : IsCarriedOut(client) ? action.Type != ActionType.InDoubt
                : true
            )
        )
        {
            if (
                PlannedOutcomes.For(client.Plan.Slug, action, client.Content.Client?.Zone ?? DateTimeZone.Utc) is
                { } ended
            )
            {
                results.AddPlanned(ended);
            }

            if (PlannedOutcomes.IsByHand(action))
            {
                results.AddByHand();
            }
        }
    }

    /// <summary>Whether there is anything to do for it: else nothing but its client.yaml is asked for.</summary>
    public static bool IsCarriedOut(PlannedClient planned) =>
        planned.Content.Client is not null
        && (planned.Writes().Any() || planned.Moves().Any() || planned.Questions().Any() || planned.Committed().Any());

    private async Task CarryOut(ApplyRun run, PlannedClient planned, PreflightReport report)
    {
        var client = planned.Content.Client!;
        if (report.Held.TryGetValue(client.Slug, out var why))
        {
            foreach (var action in planned.Writes().Concat(planned.Doubts()))
            {
                run.Results.Add(OutcomeMessages.GrantMissing(PlannedOutcomes.ItemOf(client.Slug, action), why));
            }

            return;
        }

        if (!IsCarriedOut(planned))
        {
            return;
        }

        try
        {
            await new ClientApply(run, planned, dependencies.ApiFor(client)).CarryOut();
        }
        catch (Exception unforeseen)
        {
            // The others finish what they have begun, and start nothing.
            run.StopSignal.PullFor(unforeseen);
            throw;
        }
    }
}
