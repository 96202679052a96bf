using System.Collections.Immutable;

namespace Galley.Api;

/// <summary>A field of which Galley uses only these values.</summary>
/// <param name="IsInAnswer">Whether LeadPanther answers it, rather than Galley sends it.</param>
/// <param name="Field">Where it stands in the body: names parted by dots, <c>[]</c> for the items of a list.</param>
public sealed record ApiValue(ApiOperation Operation, bool IsInAnswer, string Field, ImmutableArray<string> Values);
