using Galley.Content;
using Galley.Ledger;
using Galley.Planning;
using NodaTime;
using NodaTime.Extensions;

namespace Galley.Publishing;

/// <summary>
/// Carries out a plan: what may be sent is checked first, then clients go side by side, each create at most once.
/// </summary>
public sealed class Publisher(PublisherTools tools, PublisherOptions options)
{
    /// <param name="stop">Starts nothing new; what is under way is finished and written down.</param>
    public async Task<ApplyEnd> Apply(IReadOnlyList<PlannedClient> clients, CancellationToken stop)
    {
        if (CreateLimit.WhyNot(clients, options) is { } tooMany)
            return new ApplyEnd.Refused(tooMany);
        using var brake = new Brake(stop);
        using var run = PublisherRun.Start(tools, options, brake);
        PreflightReport report;
        try
        {
            report = await Prepare(clients, brake);
        }
        catch (GalleyException refused)
        {
            return new ApplyEnd.Refused(refused.Message, refused.ExitCode);
        }

        return await CarryOut(run, clients, report);
    }

    /// <summary>Stopped by a person before the checks ended: then nothing was sent, and all of it is not started.</summary>
    private async Task<PreflightReport> Prepare(IReadOnlyList<PlannedClient> clients, Brake brake)
    {
        try
        {
            var report = await new Preflight(tools.ApiFor, tools.Clock.GetUtcNow().ToInstant()).Check(clients, brake.Token);
            // All at once, so that they share a write: on a branch each alone would be a push.
            await Task.WhenAll(clients.Select(planned => planned.Content.Client).OfType<Client>().Select(client => Bind(client, report, brake.Token)));
            return report;
        }
        catch (OperationCanceledException) when (brake.Token.IsCancellationRequested)
        {
            return PreflightReport.Empty;
        }
    }

    private async Task Bind(Client client, PreflightReport report, CancellationToken cancel)
    {
        if (!report.Identities.TryGetValue(client.Slug, out var identity) || report.Held.ContainsKey(client.Slug))
            return;
        await tools.Ledger.Bind(new LedgerBinding(tools.ApiFor(client).BaseUrl, client.Account.Id, identity.Owner.UserId), cancel);
    }

    private async Task<ApplyEnd> CarryOut(PublisherRun run, IReadOnlyList<PlannedClient> clients, PreflightReport report)
    {
        try
        {
            run.Journal.Say(new PublishEvent.Begun(clients.Count, clients.Sum(client => client.Creates().Count())));
            foreach (var client in clients) Tell(run.Journal, client);
            await Task.WhenAll(clients.Where(client => client.Content.Client is not null).Select(client => CarryOut(run, client, report)));
            return new ApplyEnd.CarriedOut(run.Journal.Result(run.Brake, report.Warnings));
        }
        catch (Exception fault)
        {
            run.Brake.Pull(Words.BrokenOff(fault));
            return new ApplyEnd.BrokenOff(run.Journal.Result(run.Brake, report.Warnings), fault);
        }
    }

    private static void Tell(Journal journal, PlannedClient client)
    {
        foreach (var action in client.Plan.Actions)
        {
            if (PlannedEnds.Of(client.Plan.Slug, action, client.Content.Client?.Zone ?? DateTimeZone.Utc) is { } ended)
                journal.AddPlanned(ended);
            if (PlannedEnds.IsByHand(action))
                journal.AddByHand();
        }
    }

    private async Task CarryOut(PublisherRun run, PlannedClient planned, PreflightReport report)
    {
        var client = planned.Content.Client!;
        if (report.Held.TryGetValue(client.Slug, out var why))
        {
            foreach (var action in planned.Creates()) run.Journal.Add(Words.GrantMissing(PlannedEnds.ItemOf(client.Slug, action), why));
            return;
        }

        if (!planned.Creates().Any() && !planned.Moves().Any())
            return;
        try
        {
            await new ClientRun(run, client, tools.ApiFor(client)).CarryOut(planned);
        }
        catch (Exception unforeseen)
        {
            // The others finish what they have begun, and start nothing.
            run.Brake.Pull(Words.BrokenOff(unforeseen));
            throw;
        }
    }
}
