namespace Galley.Diagnostics;

/// <summary>A problem as people and programs read it (schemas/plan.schema.json, <c>diagnostics</c>).</summary>
public sealed record Diagnostic(string Code, Severity Severity, string Message, string Path, Position At, string Help)
{
    /// <summary>Whose folder it is in; null for the repository's own files.</summary>
    public string? Client { get; init; }

    /// <summary>On the base already, and its file untouched: listed, but never a reason to fail.</summary>
    public bool OnBase { get; init; }

    /// <summary>Whether it makes a command end with "content invalid".</summary>
    public bool Fails => Severity == Severity.Error && !OnBase;
}
