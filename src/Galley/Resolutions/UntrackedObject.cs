using System.Collections.Immutable;
using Galley.Diagnostics;

namespace Galley.Resolutions;

/// <summary>An id that leads or activity show and that is not in the ledger.</summary>
/// <param name="Keyword">The keyword beside it; null when there is none.</param>
/// <param name="Traces">How many leads and activities show it.</param>
/// <param name="Lines">The commands that would settle it, likeliest first.</param>
public sealed record UntrackedObject(Kind Kind, string Id, string? Keyword, int Traces, ImmutableArray<string> Lines);
