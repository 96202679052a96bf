using System.Text.Json.Serialization;
using Galley.Diagnostics;

namespace Galley.Rendering.Json.Documents;

/// <summary>A problem in the plan's form. <c>on_base</c> stands there only where it is true.</summary>
internal sealed record DiagnosticDocument(
    string Code,
    Severity Severity,
    string Message,
    string Path,
    int Line,
    int Column,
    string Help,
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
            found.OnBase
        );

    public Diagnostic ToDiagnostic() =>
        new(Code, Severity, Message, Path, new Position(Line, Column), Help) { OnBase = OnBase };
}
