namespace Galley.Sandbox.State;

/// <summary>Something that the API documentation doesn't allow.</summary>
/// <param name="Request">The number of the request that did it.</param>
public sealed record SandboxViolation(int Request, string Call, string What)
{
    public override string ToString() => $"request {Request}, {Call}: {What}";
}
