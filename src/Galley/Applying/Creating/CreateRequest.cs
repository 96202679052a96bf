using Galley.Api;
using Galley.Applying.Results;
using Galley.Applying.Stopping;
using Galley.Content;
using Galley.Payloads;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying.Creating;

/// <summary>One create, with all that it needs already there.</summary>
/// <param name="Item">Names it.</param>
/// <param name="Wire">The payload's wire body: never null here.</param>
/// <param name="LastSeen">The last event about the account in the ledger that the plan was made from.</param>
/// <param name="Due">A scheduled post's time.</param>
internal sealed record CreateRequest(
    ApplyItem Item,
    Client Client,
    ILeadPanther Api,
    Payload Payload,
    string Wire,
    string? LastSeen,
    Instant? Due,
    ClientHold Hold,
    AttemptCounts Attempts,
    UnclaimedObjects Unclaimed
)
{
    public Account Account => Client.Account;
}
