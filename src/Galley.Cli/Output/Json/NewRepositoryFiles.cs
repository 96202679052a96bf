namespace Galley.Cli.Output.Json;

/// <summary><c>init</c>.</summary>
/// <param name="Kept">Files that already existed.</param>
internal sealed record NewRepositoryFiles(IReadOnlyList<string> Written, IReadOnlyList<string> Kept);
