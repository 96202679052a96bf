namespace Galley.Cli.Serving;

/// <summary>The page asks for something that it may not do. Its message is shown there.</summary>
internal sealed class RefusedRequestException(string message) : Exception(message);
