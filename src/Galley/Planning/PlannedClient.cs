using Galley.Content;
using Galley.Ledger;

namespace Galley.Planning;

/// <summary>A client's plan with what it was made from: all that the publisher needs to carry it out.</summary>
public sealed record PlannedClient(ClientContent Content, ClientLedger Ledger, ClientPlan Plan);
