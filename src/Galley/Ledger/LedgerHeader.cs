using System.Collections.Immutable;
using NodaTime;

namespace Galley.Ledger;

/// <summary>ledger.json.</summary>
/// <param name="Format">1.</param>
/// <param name="LedgerId">Random, printed by <c>ledger init</c> and committed as <c>ledger_id</c>.</param>
/// <param name="Api">The API base URL that its ids belong to; null until the first apply.</param>
/// <param name="Clients">Account id to its owner's user id, sorted. A listed client without its file is damage.</param>
public sealed record LedgerHeader(
    int Format,
    string LedgerId,
    string? Api,
    ImmutableSortedDictionary<string, string> Clients
)
{
    private static readonly Duration AskAgainAfter = Duration.FromDays(7);

    /// <summary>By the name of the operation, when the API was last found not to offer it.</summary>
    public ImmutableSortedDictionary<string, Instant> NotOffered { get; init; } =
        ImmutableSortedDictionary.Create<string, Instant>(StringComparer.Ordinal);

    /// <summary>Whether an operation need not be tried: the API did not offer it less than 7 days ago.</summary>
    public bool Lacks(string operation, Instant now) =>
        NotOffered.TryGetValue(operation, out var at) && now < at + AskAgainAfter;

    /// <summary>Refuses an API whose ids the ledger does not hold: all that is live would look gone there.</summary>
    public void RequireApi(string url)
    {
        if (Api is { } api && api != url)
        {
            throw new GalleyException(
                $"The ledger {LedgerId} belongs to {api}, and this run would ask {url}. "
                    + $"Set LEADPANTHER_API_URL to {api}, or name another ledger with --ledger."
            );
        }
    }
}

/// <param name="Api">The base URL, without a slash at its end.</param>
/// <param name="Account">The client's account id.</param>
/// <param name="Owner">The <c>owner.user_id</c> that <c>GET /me</c> gave for the key in use.</param>
public sealed record LedgerBinding(string Api, string Account, string Owner);
