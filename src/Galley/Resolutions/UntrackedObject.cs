using System.Collections.Immutable;
using Galley.Diagnostics;

namespace Galley.Resolutions;

/// <summary>An id that people's traces show and the ledger lacks.</summary>
/// <param name="Keyword">That the traces name; null when none does.</param>
/// <param name="Traces">How many leads and activities show it.</param>
/// <param name="Lines">What a person may say of it, likeliest first.</param>
public sealed record UntrackedObject(Kind Kind, string Id, string? Keyword, int Traces, ImmutableArray<string> Lines);
