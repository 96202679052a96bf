using Galley.Diagnostics;

namespace Galley.Content.Yaml;

/// <summary>What is wrong with a text, before its file is known.</summary>
internal sealed record Fault(DiagnosticCode Code, Position At, string Message, string Help);
