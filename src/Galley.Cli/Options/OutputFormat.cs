namespace Galley.Cli.Options;

/// <summary>The form in which a command prints its result: each is a value of <c>--format</c>, in lower case.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,
}
