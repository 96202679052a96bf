using Galley.Diagnostics;

namespace Galley.Content.Yaml;

/// <summary>What is wrong with a text, before it is known whose file it is.</summary>
internal sealed record Fault(DiagnosticCode Code, Position At, string Message, string Help);
