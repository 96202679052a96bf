using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Testing;

/// <summary>A change or removal as it reached the API.</summary>
/// <param name="Number">From 1, over all changes and removals.</param>
/// <param name="Wire">Null for a removal.</param>
public sealed record SentChange(int Number, Kind Kind, Account Account, string Id, string? Wire, string RequestId);
