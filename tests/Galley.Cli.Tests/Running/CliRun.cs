using System.Text.Json.Nodes;
using Galley.Cli.Hosting;

namespace Galley.Cli.Tests.Running;

/// <summary>One run of the whole command line, in this process, with streams, environment, folder and clock of its own.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public JsonNode Json => JsonNode.Parse(Out)!;

    public static Task<CliRun> In(string directory, params string[] args) => In(directory, [], args);

    public static Task<CliRun> In(
        string directory,
        Dictionary<string, string> environment,
        string[] args,
        CancellationToken stop = default
    ) => Run(directory, environment, args, answers: null, threads: null, stop);

    /// <summary>A person sits at a terminal and answers each question with a line.</summary>
    public static Task<CliRun> OnTerminal(string directory, string[] answers, params string[] args) =>
        Run(directory, [], args, string.Join('\n', answers), threads: null, CancellationToken.None);

    /// <summary>A person watches a terminal of so many columns.</summary>
    public static Task<CliRun> OnTerminal(
        string directory,
        int width,
        Dictionary<string, string> environment,
        string[] args
    ) => Run(directory, environment, args, "", threads: null, CancellationToken.None, width);

    /// <summary>On another clock than the system's.</summary>
    public static Task<CliRun> OnClock(
        TimeProvider clock,
        string directory,
        Dictionary<string, string> environment,
        string[] args
    ) => Run(directory, environment, args, answers: null, threads: null, CancellationToken.None, clock: clock);

    /// <summary>With so many clients read at once.</summary>
    public static Task<CliRun> OnThreads(int threads, string directory, params string[] args) =>
        Run(directory, [], args, answers: null, threads, CancellationToken.None);

    /// <summary>Whatever reads the log goes away as soon as it sees <paramref name="words"/>, for one line.</summary>
    public static Task<CliRun> WithALogThatBreaks(
        string words,
        string directory,
        Dictionary<string, string> environment,
        string[] args
    ) =>
        Run(
            directory,
            environment,
            args,
            answers: null,
            threads: null,
            CancellationToken.None,
            log: new BreakingLog(words)
        );

    /// <summary>All but the instant: a run's clock ticks on, so no two begin at the same.</summary>
    public CliRun WithoutNow =>
        this with
        {
            Out = System.Text.RegularExpressions.Regex.Replace(Out, "\"now\": \"[^\"]*\"", "\"now\""),
        };

    private static async Task<CliRun> Run(
        string directory,
        Dictionary<string, string> environment,
        string[] args,
        string? answers,
        int? threads,
        CancellationToken stop,
        int width = 100,
        StringWriter? log = null,
        TimeProvider? clock = null
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = log ?? new StringWriter();
        error.NewLine = "\n";
        var shell = new Shell
        {
            In = new(answers is null ? TextReader.Null : new StringReader(answers)),
            IsTerminal = answers is not null,
            Width = width,
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            Environment = name => environment.GetValueOrDefault(name),
            Directory = directory,
            Clock = clock ?? TestClock.System,
            Threads = threads ?? Environment.ProcessorCount,
            Stop = stop,
        };
        var exitCode = await App.Run(args, shell);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }

    private sealed class BreakingLog(string words) : StringWriter
    {
        private bool _broke;

        public override void Write(string? value)
        {
            if (!_broke && value?.Contains(words, StringComparison.Ordinal) == true)
            {
                _broke = true;
                throw new IOException("Broken pipe.");
            }

            base.Write(value);
        }
    }
}
