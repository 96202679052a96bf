using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Diagnostics;

namespace Galley.Rendering.Json;

/// <summary>Diagnostics as programs read them, in the plan's form (schemas/plan.schema.json).</summary>
public static class DiagnosticJson
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IEnumerable<Diagnostic> diagnostics) =>
        new JsonObject { ["diagnostics"] = Array(diagnostics) }.ToJsonString(Layout) + "\n";

    /// <summary>The array alone, for a plan.</summary>
    public static JsonArray Array(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(Object)];

    private static JsonObject Object(Diagnostic diagnostic)
    {
        var json = Fields(diagnostic);
        if (diagnostic.Fix is { } fix)
        {
            json["fix"] = Fields(fix);
        }

        if (diagnostic.OnBase)
        {
            json["on_base"] = true;
        }

        return json;
    }

    private static JsonObject Fields(Fix fix) =>
        new()
        {
            ["line"] = fix.Start.Line,
            ["column"] = fix.Start.Column,
            ["end_line"] = fix.End.Line,
            ["end_column"] = fix.End.Column,
            ["text"] = fix.Text,
        };

    private static JsonObject Fields(Diagnostic diagnostic) =>
        new()
        {
            ["code"] = diagnostic.Code,
            ["severity"] = SeverityName.For(diagnostic.Severity),
            ["message"] = diagnostic.Message,
            ["path"] = diagnostic.Path,
            ["line"] = diagnostic.At.Line,
            ["column"] = diagnostic.At.Column,
            ["help"] = diagnostic.Help,
        };
}
