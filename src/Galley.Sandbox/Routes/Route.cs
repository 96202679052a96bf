namespace Galley.Sandbox.Routes;

/// <summary>An operation as a path names it.</summary>
/// <param name="ClientId">Null on a direct route.</param>
/// <param name="Id">Of the post or lead magnet in the path.</param>
internal sealed record Route(Operation Operation, string? ClientId, string? Id);
