namespace Galley.Diagnostics;

/// <summary>A problem as people and programs read it (schemas/plan.schema.json, <c>diagnostics</c>).</summary>
public sealed record Diagnostic(string Code, Severity Severity, string Message, string Path, Position At, string Help)
{
    /// <summary>The client whose folder the file is in; null for files of the whole repository.</summary>
    public string? Client { get; init; }

    /// <summary>The base has it too, in a file that this change does not touch. It is listed, but fails nothing.</summary>
    public bool OnBase { get; init; }

    /// <summary>Whether a command ends with "content invalid" because of it.</summary>
    public bool Fails => Severity == Severity.Error && !OnBase;
}
