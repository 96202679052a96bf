using Galley.Sandbox.Documentation;

namespace Galley.Sandbox.Requests;

/// <summary>An operation as a path names it.</summary>
/// <param name="ClientId">Null on a direct route.</param>
/// <param name="Id">Of the post or lead magnet in the path.</param>
internal sealed record Route(ApiOperation Operation, string? ClientId, string? Id);
