using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Testing;

/// <summary>A create as it reached the API.</summary>
/// <param name="Number">From 1, over all creates.</param>
public sealed record SentCreate(int Number, Kind Kind, Account Account, string Wire, string RequestId);
