using System.Collections.Immutable;
using Galley.Content;
using Galley.Ledger;
using NodaTime;

namespace Galley.Planning;

/// <summary>
/// Accounts that the ledger holds and no client.yaml names any more. LeadPanther still publishes what it was given for
/// them, so that is work by hand, as it is for any file that is gone.
/// </summary>
internal sealed class RemovedClients(Repository repository, ILedger ledger, Instant now)
{
    /// <summary>Those of which something is left: live and not past, or in doubt. A damaged ledger may hold something, too.</summary>
    /// <param name="named">Accounts that a client names.</param>
    public async Task<ImmutableArray<PlannedClient>> Plan(
        IEnumerable<string> named,
        CancellationToken cancellationToken
    )
    {
        var gone = ImmutableArray.CreateBuilder<PlannedClient>();
        foreach (var account in ledger.Header.Clients.Keys.Except(named))
        {
            var planned = Plan(account, await ledger.ReadOrHold(account, cancellationToken));
            if (!planned.Plan.Actions.IsEmpty || planned.Ledger.Oddity is not null)
            {
                gone.Add(planned);
            }
        }

        return gone.ToImmutable();
    }

    private PlannedClient Plan(string account, ClientLedger clientLedger)
    {
        // The folder's last name, unless another account's folder has it today.
        var slug = clientLedger.Slug is { } last && !repository.Slugs.Contains(last) ? last : account;
        var zone = repository.Settings.TimeZone is { } id
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc
            : DateTimeZone.Utc;
        var client = new Client
        {
            Slug = slug,
            SourceMap = new AbsentSourceMap($"{ContentRoot.ClientsFolder}/{slug}/client.yaml"),
            Name = slug,
            Account = new Account(account, IsDirect: false),
            Zone = zone,
        };
        var plan = ClientPlanner.Plan(
            new PlanningInput
            {
                Content = new ClientContent { Slug = slug, Client = client },
                Settings = repository.Settings,
                Now = now,
                Ledger = clientLedger,
                IsInFlight = ledger.IsInFlight,
                IsRemoved = true,
            }
        );
        return new PlannedClient(new ClientContent { Slug = slug }, clientLedger, plan with { IsGone = true });
    }
}
