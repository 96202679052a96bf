namespace Galley.Cli.Hosting;

/// <summary>
/// Everything outside the process that a command may touch: its streams, environment, folder, clock and stop signal.
/// Tests pass in their own.
/// </summary>
internal sealed record Shell
{
    /// <summary>Standard input; opened by the first command that reads it.</summary>
    public required Lazy<TextReader> In { get; init; }

    /// <summary>Results, which people may pipe into another program.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Everything else: progress, messages, problems.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input and output as bytes, for a protocol that is no text.</summary>
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;

    /// <inheritdoc cref="OpenInput"/>
    public Func<Stream> OpenOutput { get; init; } = () => Stream.Null;

    /// <summary>Whether a person is watching, so that colour and live progress make sense.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Columns.</summary>
    public int Width { get; init; } = 100;

    public required Func<string, string?> Environment { get; init; }
    public required string Directory { get; init; }
    public required TimeProvider Clock { get; init; }

    /// <summary>How many clients are read at once. The result never depends on it.</summary>
    public int Threads { get; init; } = System.Environment.ProcessorCount;

    /// <summary>Set by the first Ctrl-C or SIGTERM: start nothing new.</summary>
    public CancellationToken Stop { get; init; }
}
