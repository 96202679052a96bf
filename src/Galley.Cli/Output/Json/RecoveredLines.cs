namespace Galley.Cli.Output.Json;

/// <summary><c>ledger recover</c>.</summary>
internal sealed record RecoveredLines(int Lines, int Added);
