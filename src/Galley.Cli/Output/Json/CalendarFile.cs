namespace Galley.Cli.Output.Json;

/// <summary><c>calendar</c>.</summary>
internal sealed record CalendarFile(string File, int Posts);
