using NodaTime;

namespace Galley.Reporting;

/// <summary>Between which readings the figures lie.</summary>
/// <param name="From">The last one before the span; null when there is none.</param>
/// <param name="To">The last one within it.</param>
public sealed record ReadingSpan(Instant? From, Instant To);
