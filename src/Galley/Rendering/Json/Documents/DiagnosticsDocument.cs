namespace Galley.Rendering.Json.Documents;

/// <summary>What <c>galley validate --format json</c> prints.</summary>
internal sealed record DiagnosticsDocument(IEnumerable<DiagnosticDocument> Diagnostics);
