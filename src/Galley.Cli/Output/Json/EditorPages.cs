namespace Galley.Cli.Output.Json;

/// <summary><c>editor --out DIR</c>.</summary>
internal sealed record EditorPages(string Index, int Clients, int Files, long Bytes);
