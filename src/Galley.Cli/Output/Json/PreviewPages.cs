namespace Galley.Cli.Output.Json;

/// <summary><c>preview --out DIR</c>.</summary>
internal sealed record PreviewPages(string Index, int Pages, long LargestBytes);
