using System.Collections.Immutable;
using Galley.Api;
using Galley.Planning;

namespace Galley.Applying.Looking;

/// <summary>What one look at an account gave.</summary>
/// <param name="Warnings">What could not be read, and what that means.</param>
/// <param name="NotOffered">Operations that this API was found not to offer.</param>
public sealed record AccountLook(
    LiveState State,
    ImmutableArray<string> Warnings,
    ImmutableArray<ApiOperation> NotOffered
);
