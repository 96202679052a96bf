using System.Collections.Immutable;
using Galley.Content;
using Galley.Ledger;
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
public sealed class Planner(Repository repository, ILedger? ledger, Proofreader proofreader, Instant now)
{
    private readonly ImmutableArray<Diagnostic> _ofRepository = proofreader.OfRepository();

    /// <summary>What a refresh read, by client.</summary>
    public Func<string, LiveState> Live { get; init; } = _ => LiveState.Unread;

    /// <summary>How many clients are read at once. What comes of it is the same for any number.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    public async Task<PlannedRepository> Plan(IReadOnlyList<string> slugs, CancellationToken cancel)
    {
        var planned = ImmutableArray.CreateBuilder<PlannedClient>(slugs.Count);
        var diagnostics = new List<Diagnostic>(_ofRepository);
        await foreach (var (client, found) in SideBySide.InOrder(slugs, AtOnce, slug => PlanOne(slug, cancel), cancel))
        {
            planned.Add(client);
            diagnostics.AddRange(found);
        }

        var namesAll = slugs.Count == repository.Slugs.Length && planned.All(client => client.Content.Client is not null);
        var gone = namesAll ? await Gone(planned, cancel) : [];
        planned.AddRange(gone);
        diagnostics.AddRange(gone.Select(client => PlanDiagnostics.ClientGone(client, ContentRoot.SettingsFile)));
        var plan = new Plan
        {
            Now = now,
            LedgerId = ledger?.Header.LedgerId,
            Clients = [.. planned.Select(client => client.Plan)],
            Diagnostics = [],
        };
        diagnostics.AddRange(OfTheWhole(plan));
        return new PlannedRepository(plan with { Diagnostics = DiagnosticOrder.Sorted(diagnostics) }, planned.ToImmutable()) { NamesAllAccounts = namesAll };
    }

    /// <summary>What is left of a client whose folder is gone; null when nothing is, or a client.yaml can't be read that may name its account.</summary>
    public async Task<PlannedClient?> TryPlanGone(string slug, CancellationToken cancel)
    {
        var named = repository.Slugs.Select(name => repository.Read(name).Client?.Account.Id).ToList();
        if (ledger is null || named.Contains(null)) return null;
        return (await new GoneClients(repository, ledger, now).Plan(named.OfType<string>(), cancel)).FirstOrDefault(client => client.Plan.Slug == slug);
    }

    /// <summary>The content's own diagnostics alone, sorted.</summary>
    public async Task<ImmutableArray<Diagnostic>> Validate(IReadOnlyList<string> slugs, CancellationToken cancel)
    {
        var diagnostics = new List<Diagnostic>(_ofRepository);
        await foreach (var found in SideBySide.InOrder(slugs, AtOnce, slug => ValidateOne(slug, cancel), cancel)) diagnostics.AddRange(found);
        return DiagnosticOrder.Sorted(diagnostics);
    }

    private async Task<ImmutableArray<Diagnostic>> ValidateOne(string slug, CancellationToken cancel)
    {
        var content = repository.Read(slug);
        return proofreader.Of(content, await Known(content, cancel));
    }

    /// <summary>One client again, from the ledger as it is now.</summary>
    public async Task<PlannedClient> PlanAgain(string slug, CancellationToken cancel) => (await PlanOne(slug, cancel)).Client;

    private async Task<(PlannedClient Client, ImmutableArray<Diagnostic> Diagnostics)> PlanOne(string slug, CancellationToken cancel)
    {
        var content = repository.Read(slug);
        var known = await Known(content, cancel);
        var diagnostics = proofreader.Of(content, known);
        var plan = ClientPlanner.Plan(new PlanningInput
        {
            Content = content,
            Settings = repository.Settings,
            Now = now,
            Ledger = known,
            Live = Live(slug),
            HasErrors = _ofRepository.Where(found => found.Client is null || found.Client == slug).Concat(diagnostics).Any(found => found.Severity == Severity.Error),
            IsInFlight = ledger is null ? _ => false : ledger.IsInFlight,
        });
        return (new PlannedClient(content, known, plan), [.. diagnostics, .. PlanDiagnostics.Of(plan, content)]);
    }

    private async Task<ClientLedger> Known(ClientContent content, CancellationToken cancel) =>
        ledger is not null && content.Client is { } client
            ? await ledger.Read(client.Account.Id, cancel)
            : ClientLedger.Empty(content.Client?.Account.Id ?? "");

    private IEnumerable<Diagnostic> OfTheWhole(Plan plan)
    {
        if (ledger is null) yield return PlanDiagnostics.NoLedger(ContentRoot.SettingsFile);
        var creates = plan.Count(ActionType.Create);
        var limit = repository.Settings.Limits.MaxCreates;
        if (creates > limit) yield return PlanDiagnostics.TooManyCreates(creates, limit, ContentRoot.SettingsFile);
    }

    private async Task<ImmutableArray<PlannedClient>> Gone(IEnumerable<PlannedClient> planned, CancellationToken cancel) => ledger is null
        ? []
        : await new GoneClients(repository, ledger, now).Plan([.. planned.Select(client => client.Content.Client!.Account.Id)], cancel);
}
