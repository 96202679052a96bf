namespace Galley.Authoring.Editor;

/// <summary>What is wrong with the file that is being written.</summary>
/// <param name="Field">The top-level field that it is about; null for the whole file.</param>
/// <param name="Severity">error, warning or note.</param>
public sealed record EntryProblem(string? Field, string Severity, string Code, string Message, string Help);
