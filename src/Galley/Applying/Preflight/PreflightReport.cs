using System.Collections.Immutable;
using Galley.Api;

namespace Galley.Applying.Preflight;

/// <summary>What the API says of the keys and accounts that a run needs.</summary>
/// <param name="Identities">By client: whose key serves it.</param>
/// <param name="Held">By client: why nothing may be sent for it.</param>
public sealed record PreflightReport(
    ImmutableDictionary<string, Identity> Identities,
    ImmutableSortedDictionary<string, string> Held,
    ImmutableArray<string> Warnings
)
{
    public static readonly PreflightReport Empty = new(
        ImmutableDictionary<string, Identity>.Empty,
        ImmutableSortedDictionary<string, string>.Empty,
        []
    );
}
