using System.Collections.Immutable;

namespace Galley.Content;

/// <summary>How links to a client's own pages are marked.</summary>
/// <param name="Domains">In lower case; those below them count, too.</param>
/// <param name="Campaign">Of posts without a campaign of their own; null for none.</param>
public sealed record Utm(ImmutableArray<string> Domains, string Source, string Medium, string? Campaign);
