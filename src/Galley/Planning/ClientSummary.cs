using System.Collections.Immutable;
using Galley.Diagnostics;

namespace Galley.Planning;

/// <summary>What is said of one client, without the content and the ledger that it was made from: those may be large, and many.</summary>
/// <param name="Account">The client's account; null when client.yaml can't be read.</param>
/// <param name="Diagnostics">Of the content and of the plan, in no order.</param>
internal sealed record ClientSummary(string? Account, ClientPlan Plan, ImmutableArray<Diagnostic> Diagnostics);
