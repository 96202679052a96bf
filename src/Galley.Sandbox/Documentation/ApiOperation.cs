namespace Galley.Sandbox.Documentation;

/// <summary>One operation of the API.</summary>
/// <param name="Name">As fault rules and the request log call it.</param>
/// <param name="Path">Below the base URL, and below <c>/clients/{clientId}</c> too if <see cref="IsNested"/>.</param>
/// <param name="Scope">§ Scope Checklist; null where any valid key will do.</param>
internal sealed record ApiOperation(string Name, string Method, string Path, string? Scope)
{
    /// <summary>It has a direct route and one for an agency's clients.</summary>
    public bool IsNested { get; init; } = true;

    public bool NeedsKey { get; init; } = true;

    /// <summary>The documented query parameters.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    public bool HasBody => Method is "POST" or "PATCH";
}
