namespace Galley.Cli.Output.Json;

/// <summary><c>fix</c>.</summary>
/// <param name="Written">False for <c>--check</c>.</param>
/// <param name="Files">From the content root, with <c>/</c>.</param>
/// <param name="Left">Problems without a certain correction.</param>
internal sealed record FixedFiles(bool Written, IReadOnlyList<string> Files, int Left);
