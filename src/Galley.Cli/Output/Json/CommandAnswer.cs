namespace Galley.Cli.Output.Json;

/// <summary><c>done</c>, <c>sent</c>, <c>not-sent</c>, <c>forget</c> and <c>adopt</c>.</summary>
internal sealed record CommandAnswer(bool Taken, string Message);
