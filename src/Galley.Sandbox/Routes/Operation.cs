using Galley.Sandbox.Answers;

namespace Galley.Sandbox.Routes;

/// <summary>One documented workflow.</summary>
/// <param name="Name">As fault rules and the request log call it.</param>
/// <param name="Path">Below the base URL, and below <c>/clients/{clientId}</c> too if <paramref name="IsNested"/>.</param>
/// <param name="Scope">§ Scope Checklist; null where any valid key will do.</param>
/// <param name="Query">The documented query parameters.</param>
internal sealed record Operation(
    string Name,
    string Method,
    string Path,
    string? Scope,
    bool IsNested,
    IReadOnlyList<string> Query,
    Func<Call, Answer> Handle
)
{
    public bool HasBody => Method == HttpMethods.Post;
}
