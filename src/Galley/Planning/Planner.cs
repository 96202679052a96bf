using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Planning.Cache;
using Galley.Rules;
using NodaTime;

namespace Galley.Planning;

/// <summary>A repository's plan, with each client's content and ledger beside it for whoever carries it out.</summary>
public sealed record PlannedRepository(Plan Plan, ImmutableArray<PlannedClient> Clients)
{
    /// <summary>Every client of the repository is in it, and each client.yaml could be read: an account that none names is gone.</summary>
    public bool NamesAllAccounts { get; init; }
}

/// <summary>
/// Reads, proves and plans client after client. Pure but for reading files and the ledger: no network, no key, nothing written.
/// </summary>
/// <param name="ledger">Null when there is none yet: everything is then new.</param>
public sealed class Planner(Repository repository, ILedger? ledger, Validator validator, Instant now)
{
    private readonly ImmutableArray<Diagnostic> _ofRepository = validator.OfRepository();

    /// <summary>What this run read, by client; null: what an earlier run saw is taken instead (<see cref="LastLook"/>).</summary>
    public Func<string, LiveState?> Live { get; init; } = _ => null;

    /// <summary>galley.yaml's, unless a person allows more for this run.</summary>
    public PlanLimits Limits { get; init; } = PlanLimits.From(repository.Settings.Limits);

    /// <summary>How many clients are read at once. What comes of it is the same for any number.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Content that was read already; null, also of a client: its files are read.</summary>
    public Func<string, ClientContent?>? Held { get; init; }

    /// <summary>Of which clients <see cref="Plan"/> keeps files and ledger. Those of all would need gigabytes.</summary>
    public Func<PlannedClient, bool> Keeps { get; init; } = _ => true;

    /// <summary>Where what was said the last time is kept; null: everything is read anew.</summary>
    public ResultCache? Cache { get; init; }

    /// <summary>The plan, with all that it was made from: for whoever carries it out, or compares it.</summary>
    public async Task<PlannedRepository> Plan(IReadOnlyList<string> slugs, CancellationToken cancellationToken)
    {
        var planned = ImmutableArray.CreateBuilder<PlannedClient>(slugs.Count);
        var outlines = new List<ClientSummary>(slugs.Count);
        await foreach (
            var (client, summary) in OrderedParallel.InOrder(
                slugs,
                AtOnce,
                slug => PlanAndRelease(slug, cancellationToken),
                cancellationToken
            )
        )
        {
            planned.Add(client);
            outlines.Add(summary);
        }

        var gone = await Gone(outlines, cancellationToken);
        planned.AddRange(gone);
        var whole = Whole(outlines, gone);
        return new PlannedRepository(
            whole,
            [.. planned.Zip(whole.Clients, (client, plan) => client with { Plan = plan })]
        )
        {
            NamesAllAccounts = NamesAll(outlines),
        };
    }

    private async Task<(PlannedClient Client, ClientSummary Outline)> PlanAndRelease(
        string slug,
        CancellationToken cancellationToken
    )
    {
        var (client, summary) = await PlanOne(slug, _ => Live(slug), cancellationToken);
        return (Keeps(client) ? client : client.Released(), summary);
    }

    /// <summary>The same plan alone. No client's content is kept, and of a client that is as it was nothing is read.</summary>
    /// <param name="inShort">Of what gets no line of its own, only the numbers: <see cref="ClientPlan.Counted"/>.</param>
    public async Task<Plan> Outline(IReadOnlyList<string> slugs, bool inShort, CancellationToken cancellationToken)
    {
        var cache = Memory();
        var outlines = new List<ClientSummary>(slugs.Count);
        await foreach (
            var summary in OrderedParallel.InOrder(
                slugs,
                AtOnce,
                slug => Recall(cache, slug, () => Outlined(slug, cancellationToken), cancellationToken),
                cancellationToken
            )
        )
        {
            outlines.Add(inShort ? summary with { Plan = summary.Plan.InShort(now) } : summary);
        }

        return Whole(outlines, await Gone(outlines, cancellationToken));
    }

    /// <summary>
    /// What is left of a client whose folder is gone; null when nothing is, or a client.yaml can't be read that may
    /// name its account.
    /// </summary>
    public async Task<PlannedClient?> TryPlanGone(string slug, CancellationToken cancellationToken)
    {
        var named = repository.Slugs.Select(name => repository.ReadClient(name)?.Account.Id).ToList();
        if (ledger is null || named.Contains(null))
        {
            return null;
        }

        return (
            await new RemovedClients(repository, ledger, now).Plan(named.OfType<string>(), cancellationToken)
        ).FirstOrDefault(client => client.Plan.Slug == slug);
    }

    /// <summary>The content's own diagnostics alone, sorted.</summary>
    public async Task<ImmutableArray<Diagnostic>> Validate(
        IReadOnlyList<string> slugs,
        CancellationToken cancellationToken
    )
    {
        var cache = Memory();
        var diagnostics = new List<Diagnostic>(_ofRepository);
        await foreach (
            var summary in OrderedParallel.InOrder(
                slugs,
                AtOnce,
                slug => Recall(cache, slug, () => Validated(slug, cancellationToken), cancellationToken),
                cancellationToken
            )
        )
        {
            diagnostics.AddRange(summary.Diagnostics);
        }

        return DiagnosticOrder.Sorted(diagnostics);
    }

    /// <summary>One client again, from the ledger as it is now.</summary>
    public async Task<PlannedClient> PlanAgain(string slug, LiveState live, CancellationToken cancellationToken) =>
        (await PlanOne(slug, live.StillTrue, cancellationToken)).Client;

    private PlanCache? Memory() =>
        Cache is { } cache && validator.Question is { } question
            ? new PlanCache(cache, repository, ledger, question, now)
            : null;

    private async Task<ClientSummary> Recall(
        PlanCache? cache,
        string slug,
        Func<Task<(ClientSummary Outline, Interval? Steady)>> find,
        CancellationToken cancellationToken
    ) => cache is null ? (await find()).Outline : await cache.Recall(slug, WhyHeld(slug), find, cancellationToken);

    /// <summary>What is wrong with the repository as a whole, or with this client's place in it.</summary>
    private string? WhyHeld(string slug)
    {
        var errors = _ofRepository.Where(found => found.Severity == Severity.Error).ToList();
        return errors.Exists(found => found.Client is null) ? ActionFactory.SharedFilesHaveErrors
            : errors.Exists(found => found.Client == slug) ? ActionFactory.FilesHaveErrors
            : null;
    }

    private async Task<(ClientSummary Outline, Interval? Steady)> Validated(
        string slug,
        CancellationToken cancellationToken
    )
    {
        var content = repository.Read(slug);
        var clientLedger = await Known(content, cancellationToken);
        var plan = new ClientPlan(slug, null, null, []);
        return (
            new ClientSummary(content.Client?.Account.Id, plan, validator.Validate(content, clientLedger)),
            ValidityInterval.Around(now, content, clientLedger, repository.Settings)
        );
    }

    private async Task<(ClientSummary Outline, Interval? Steady)> Outlined(
        string slug,
        CancellationToken cancellationToken
    )
    {
        var (client, summary) = await PlanOne(slug, _ => Live(slug), cancellationToken);
        return (summary, ValidityInterval.Around(now, client.Content, client.Ledger, repository.Settings));
    }

    private async Task<(PlannedClient Client, ClientSummary Outline)> PlanOne(
        string slug,
        Func<ClientLedger, LiveState?> live,
        CancellationToken cancellationToken
    )
    {
        var content = Held?.Invoke(slug) ?? repository.Read(slug);
        var clientLedger = await Known(content, cancellationToken);
        var diagnostics = validator.Validate(content, clientLedger);
        var (plan, bugs) = await Guarded(content, async () => ClientPlanner.Plan(
                new PlanningInput
                {
                    Content = content,
                    Settings = repository.Settings,
                    Now = now,
                    Ledger = clientLedger,
                    Live = live(clientLedger) ?? await SeenEarlier(clientLedger, cancellationToken),
                    WhyHeld = WhyHeld(slug)
                        ?? (
                            diagnostics.Any(found => found.Severity == Severity.Error)
                                ? ActionFactory.FilesHaveErrors
                                : null
                        ),
                    IsInFlight = ledger is null ? _ => false : ledger.IsInFlight,
                    IsNotOffered = operation => ledger?.Header.Lacks(operation, now) == true,
                }
            ));
        var summary = new ClientSummary(
            content.Client?.Account.Id,
            plan,
            [.. diagnostics, .. PlanDiagnostics.For(plan, content), .. OddLedger(clientLedger, content), .. bugs]
        );
        return (new PlannedClient(content, clientLedger, plan), summary);
    }

    /// <summary>Of a client that a bug of ours can't take there is no plan, and the others go on.</summary>
    private static async Task<(ClientPlan Plan, ImmutableArray<Diagnostic> Bugs)> Guarded(
        ClientContent content,
        Func<Task<ClientPlan>> plan
    )
    {
        try
        {
            return (await plan(), []);
        }
#pragma warning disable CA1031 // A bug that one client triggers must not stop the other clients.
        catch (Exception bug) when (bug is not (GalleyException or OperationCanceledException))
#pragma warning restore CA1031
        {
            return (
                new ClientPlan(content.Slug, content.Client?.Name, content.Client?.Zone.Id, []),
                [PlanDiagnostics.Bug(bug, content.Slug)]
            );
        }
    }

    private async Task<ClientLedger> Known(ClientContent content, CancellationToken cancellationToken) =>
        ledger is not null && content.Client is { } client
            ? await ledger.ReadOrHold(client.Account.Id, cancellationToken)
            : ClientLedger.Empty(content.Client?.Account.Id ?? "");

    private async Task<LiveState> SeenEarlier(ClientLedger clientLedger, CancellationToken cancellationToken) =>
        ledger is not null
        && !clientLedger.Objects.IsEmpty
        && await ledger.ReadLive(clientLedger.Account, cancellationToken) is { } record
            ? LastLook.Recall(record, clientLedger)
            : LiveState.Unread;

    private static IEnumerable<Diagnostic> OddLedger(ClientLedger ledger, ClientContent content) =>
        content.Client is { } client ? PlanDiagnostics.OddLedger(ledger, content.Slug, client.SourceMap.Path) : [];

    private Plan Whole(List<ClientSummary> clients, ImmutableArray<PlannedClient> gone)
    {
        var plan = new Plan
        {
            Now = now,
            LedgerId = ledger?.Header.LedgerId,
            Clients = Limits.Hold(clients.Select(client => client.Plan).Concat(gone.Select(client => client.Plan))),
            Diagnostics = [],
        };
        var ofClients = clients.SelectMany(client => client.Diagnostics);
        var ofGone = gone.Select(client => PlanDiagnostics.ClientGone(client, ContentRoot.SettingsFile));
        return plan with
        {
            Diagnostics = DiagnosticOrder.Sorted([.. _ofRepository, .. ofClients, .. ofGone, .. OfTheWhole(plan)]),
        };
    }

    /// <summary>Whether every account is known that any client here names: else one that seems gone may not be.</summary>
    private bool NamesAll(List<ClientSummary> clients) =>
        clients.Count == repository.Slugs.Length && clients.TrueForAll(client => client.Account is not null);

    /// <summary>galley.yaml does not say where the ledger is, because it has an error.</summary>
    private bool IsLedgerUnknown => LedgerUri.TryParse(repository.Settings.Ledger) is null;

    private IEnumerable<Diagnostic> OfTheWhole(Plan plan)
    {
        if (ledger is null && !IsLedgerUnknown)
        {
            yield return PlanDiagnostics.NoLedger(ContentRoot.SettingsFile);
        }

        foreach (var problem in PlanDiagnostics.OverLimit(plan.Clients, ContentRoot.SettingsFile))
        {
            yield return problem;
        }
    }

    private async Task<ImmutableArray<PlannedClient>> Gone(
        List<ClientSummary> clients,
        CancellationToken cancellationToken
    ) =>
        !NamesAll(clients) || ledger is null
            ? []
            : await new RemovedClients(repository, ledger, now).Plan(
                [.. clients.Select(client => client.Account!)],
                cancellationToken
            );
}
