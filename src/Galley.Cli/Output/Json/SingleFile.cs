namespace Galley.Cli.Output.Json;

/// <summary><c>preview --single-file</c>.</summary>
internal sealed record SingleFile(string File, long Bytes);
