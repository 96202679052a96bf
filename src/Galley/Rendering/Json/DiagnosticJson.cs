using Galley.Diagnostics;
using Galley.Rendering.Json.Documents;

namespace Galley.Rendering.Json;

/// <summary>Diagnostics as programs read them, in the plan's form (schemas/plan.schema.json).</summary>
public static class DiagnosticJson
{
    public static void Write(TextWriter to, IEnumerable<Diagnostic> diagnostics) =>
        RenderingJson.Write(
            to,
            new DiagnosticsDocument(diagnostics.Select(DiagnosticDocument.From)),
            RenderingJson.Default.DiagnosticsDocument
        );
}
