using Galley.Api;
using Galley.Applying.Results;
using Galley.Applying.Stopping;
using Galley.Content;
using Galley.Ledger;
using Galley.Payloads;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying.Changing;

/// <summary>One change or removal of what LeadPanther holds.</summary>
/// <param name="Item">Names it.</param>
/// <param name="Recorded">What the ledger says that LeadPanther holds; it has an id.</param>
/// <param name="Desired">What the file says, with its wire body; null to remove the object.</param>
/// <param name="Look">What the account's lists showed before, and how many events its ledger had when this was planned.</param>
/// <param name="Due">The earlier of the times that the post has and is to have; null where it has none.</param>
internal sealed record ChangeRequest(
    ApplyItem Item,
    Client Client,
    ILeadPanther Api,
    LedgerObject Recorded,
    Payload? Desired,
    Instant? Due,
    ClientHold Hold,
    AccountSight Look
)
{
    public string Id => Recorded.Id!;

    public ApiOperation Operation =>
        Desired is null ? ApiOperations.Remove(Item.Kind) : ApiOperations.Update(Item.Kind);

    public Payload Baseline => new RecordedObject(Recorded).Payload;
}
