using Galley.Api;
using Galley.Applying.Limits;
using Galley.Applying.Results;
using Galley.Content;
using Galley.Ledger;
using Galley.Payloads;
using NodaTime;

namespace Galley.Applying.Creating;

/// <summary>One create, with all that it needs already there.</summary>
/// <param name="Item">Names it.</param>
/// <param name="Wire">The payload's wire body: never null here.</param>
/// <param name="Expected">What the plan saw of it in the ledger.</param>
/// <param name="Due">A scheduled post's time.</param>
internal sealed record CreateRequest(
    ApplyItem Item,
    Account Account,
    ILeadPanther Api,
    Payload Payload,
    string Wire,
    LedgerObject? Expected,
    Instant? Due,
    ClientHold Hold
);
