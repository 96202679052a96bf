using System.Text.Json.Serialization;
using Galley.Diagnostics;

namespace Galley.Rendering.Json.Documents;

/// <summary>
/// A problem in the plan's form. <c>fix</c> and <c>on_base</c> stand there only where there is one, and where it is
/// true.
/// </summary>
internal sealed record DiagnosticDocument(
    string Code,
    Severity Severity,
    string Message,
    string Path,
    int Line,
    int Column,
    string Help,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FixDocument? Fix = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool OnBase = false
)
{
    public static DiagnosticDocument From(Diagnostic found) =>
        new(
            found.Code,
            found.Severity,
            found.Message,
            found.Path,
            found.At.Line,
            found.At.Column,
            found.Help,
            FixDocument.From(found.Fix),
            found.OnBase
        );

    public Diagnostic ToDiagnostic() =>
        new(Code, Severity, Message, Path, new Position(Line, Column), Help) { Fix = Fix?.ToFix(), OnBase = OnBase };
}

/// <summary>A certain correction: what stands from one place to another is replaced by a text.</summary>
internal sealed record FixDocument(int Line, int Column, int EndLine, int EndColumn, string Text)
{
    public static FixDocument? From(Fix? fix) =>
        fix is null ? null : new(fix.Start.Line, fix.Start.Column, fix.End.Line, fix.End.Column, fix.Text);

    public Fix ToFix() => new(new Position(Line, Column), new Position(EndLine, EndColumn), Text);
}
