namespace Galley.Cli.Output.Json;

/// <summary><c>calendar</c> and <c>export</c>.</summary>
internal sealed record CalendarFile(string File, int Posts);
