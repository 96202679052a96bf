using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying.Preflight;

/// <summary>
/// Asks the API, before anything is sent, whether this run's calls will be allowed: who each key is, its scopes, and the grants.
/// A bad key or a missing scope stops the run; a bad grant or account holds its client.
/// </summary>
public sealed class PreflightCheck(Func<Client, ILeadPanther> apiFor, Instant now)
{
    private readonly ImmutableDictionary<string, Identity>.Builder _identities = ImmutableDictionary.CreateBuilder<
        string,
        Identity
    >();
    private readonly ImmutableSortedDictionary<string, string>.Builder _held = ImmutableSortedDictionary.CreateBuilder<
        string,
        string
    >(StringComparer.Ordinal);
    private readonly ImmutableArray<string>.Builder _warnings = ImmutableArray.CreateBuilder<string>();

    /// <summary>For a plan, which sends nothing: a scope that the key lacks is then a warning.</summary>
    public bool IsForPlan { get; init; }

    /// <inheritdoc cref="ApplyDependencies.ClockCheck"/>
    public ClockCheck? ClockCheck { get; init; }

    /// <summary>Checks the clients that have something to create; the others need no API.</summary>
    public async Task<PreflightReport> Check(IEnumerable<PlannedClient> clients, CancellationToken cancellationToken)
    {
        var withWork = clients.Where(client => client.Content.Client is not null && NeedsApi(client));
        foreach (
            var key in withWork.GroupBy(client => apiFor(client.Content.Client!), ReferenceEqualityComparer.Instance)
        )
        {
            await Check((ILeadPanther)key.Key!, [.. key], cancellationToken);
        }

        return new PreflightReport(_identities.ToImmutable(), _held.ToImmutable(), _warnings.ToImmutable());
    }

    private static bool NeedsApi(PlannedClient client) => client.Writes().Any() || client.Questions().Any();

    private async Task Check(
        ILeadPanther api,
        IReadOnlyList<PlannedClient> clients,
        CancellationToken cancellationToken
    )
    {
        // Both are reads, and need nothing of one another. What becomes of the second is looked at only where the first allows it.
        var identity = Identify(api, cancellationToken);
        var known = clients.All(IsDirect)
            ? Task.FromResult<Dictionary<string, ClientAccount>>([])
            : Accounts(api, cancellationToken);
        try
        {
            await Check(await identity, known, clients);
        }
        finally
        {
            await ((Task)known).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
            );
        }
    }

    private async Task Check(
        Identity identity,
        Task<Dictionary<string, ClientAccount>> known,
        IReadOnlyList<PlannedClient> clients
    )
    {
        if (ScopeNeeds.Lack(identity, clients, now) is { } lack)
        {
            Report(lack);
            return;
        }

        var accounts = await known;
        foreach (var planned in clients)
        {
            var client = planned.Content.Client!;
            _identities[client.Slug] = identity;
            var why = client.Account.IsDirect
                ? AccountCheck.WhyDirectIsHeld(client, identity)
                : AccountCheck.WhyAgencyIsHeld(client, accounts.GetValueOrDefault(client.Account.Id));
            if (why is not null)
            {
                _held[client.Slug] = why;
            }
            else if (accounts.GetValueOrDefault(client.Account.Id)?.Grant is { } grant && !client.Account.IsDirect)
            {
                _warnings.AddRange(
                    AccountCheck.Warnings(
                        client,
                        grant,
                        planned.Writes().Select(action => Scopes.ToCreate(action.Kind)).Distinct()
                    )
                );
            }
        }
    }

    private void Report(string lack)
    {
        if (!IsForPlan)
        {
            throw new GalleyException(
                $"{lack}, so nothing was sent. Ask LeadPanther to add it to the key, then run apply again; `galley "
                    + "whoami` shows what the key may do."
            );
        }

        _warnings.Add($"{lack}, so an apply would send nothing.");
    }

    private static bool IsDirect(PlannedClient planned) => planned.Content.Client!.Account.IsDirect;

    private async Task<Identity> Identify(ILeadPanther api, CancellationToken cancellationToken)
    {
        try
        {
            var identity = await api.Me(cancellationToken);
            return ClockCheck?.WhyOff(identity.ServerTime) is { } off ? throw new GalleyException(off) : identity;
        }
        catch (ApiException refused) when (refused.Status == 401)
        {
            throw new GalleyException(
                $"LeadPanther does not accept this API key, so nothing was sent. {refused.Message}",
                ExitCode.Error,
                refused
            );
        }
    }

    private static async Task<Dictionary<string, ClientAccount>> Accounts(
        ILeadPanther api,
        CancellationToken cancellationToken
    )
    {
        var accounts = new Dictionary<string, ClientAccount>(StringComparer.OrdinalIgnoreCase);
        await foreach (var account in api.Clients(cancellationToken))
        {
            accounts[account.UserId] = account;
        }

        return accounts;
    }
}
