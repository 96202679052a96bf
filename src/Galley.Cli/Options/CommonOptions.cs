using System.CommandLine;
using Galley.Api;
using Galley.Cli.Hosting;

namespace Galley.Cli.Options;

/// <summary>The options that every command takes.</summary>
internal sealed record CommonOptions
{
    private static readonly Option<string?> ContentOption = Everywhere<string?>(
        "--content",
        "DIR",
        "The content folder. Default: the nearest folder, from here upward, with galley.yaml or clients/."
    );
    private static readonly Option<string[]> ClientOption = new("--client")
    {
        Recursive = true,
        HelpName = "SLUG",
        Description = "Only this client. You can repeat it.",
        AllowMultipleArgumentsPerToken = false,
    };
    private static readonly Option<string?> LedgerOption = Everywhere<string?>(
        "--ledger",
        "URI",
        "The ledger: folder:PATH or git:BRANCH[@REMOTE]. Default: from galley.yaml, or folder:galley-ledger."
    );
    private static readonly Option<string?> NowOption = Everywhere<string?>(
        "--now",
        "TIME",
        "Start this run's clock at this time, such as 2026-06-08T09:00:00Z. Or set GALLEY_NOW."
    );
    private static readonly Option<string> FormatOption = new("--format")
    {
        Recursive = true,
        Description = "text for people, json for programs. The result goes to stdout, everything else to stderr.",
        DefaultValueFactory = _ => "text",
    };
    private static readonly Option<bool> NoColorOption = Everywhere<bool>(
        "--no-color",
        null,
        "Do not use colour. Or set NO_COLOR."
    );
    private static readonly Option<bool> NoCacheOption = Everywhere<bool>(
        "--no-cache",
        null,
        "Read and check everything again, without the cache."
    );
    private static readonly Option<bool> QuietOption = Everywhere<bool>(
        "--quiet",
        null,
        "Print only the result: no progress, no notes."
    );

    static CommonOptions() =>
        FormatOption.AcceptOnlyFromAmong([.. Enum.GetNames<OutputFormat>().Select(name => name.ToLowerInvariant())]);

    public string? Content { get; private init; }
    public required IReadOnlyList<string> Clients { get; init; }
    public string? Ledger { get; private init; }
    public required RunClock Clock { get; init; }

    /// <summary>Whether --now or GALLEY_NOW set the clock.</summary>
    public bool IsClockSet { get; private init; }

    /// <summary>Null where the clock is a made-up one.</summary>
    public ClockCheck? ClockCheck => IsClockSet ? null : new ClockCheck(Clock);

    public OutputFormat Format { get; private init; }
    public bool HasColor { get; private init; }
    public bool IsQuiet { get; private init; }
    public bool UsesCache { get; private init; }

    /// <summary>
    /// Whether a person is watching a terminal, where tables and bars help. If not, plain lines suit logs and screen
    /// readers.
    /// </summary>
    public bool HasScreen { get; private init; }

    public static void AddTo(Command root)
    {
        foreach (
            var option in new Option[]
            {
                ContentOption,
                ClientOption,
                LedgerOption,
                NowOption,
                FormatOption,
                NoColorOption,
                NoCacheOption,
                QuietOption,
            }
        )
        {
            root.Options.Add(option);
        }
    }

    public static CommonOptions Read(ParseResult parsed, Shell shell)
    {
        var now = parsed.GetValue(NowOption) ?? NotEmpty(shell.Environment("GALLEY_NOW"));
        var format = Enum.Parse<OutputFormat>(parsed.GetValue(FormatOption)!, ignoreCase: true);
        return new CommonOptions
        {
            Content = parsed.GetValue(ContentOption),
            Clients = parsed.GetValue(ClientOption) ?? [],
            Ledger = parsed.GetValue(LedgerOption),
            Clock = new RunClock(shell.Clock, now is null ? null : ParseNow(now)),
            IsClockSet = now is not null,
            Format = format,
            HasColor =
                shell.IsTerminal && !parsed.GetValue(NoColorOption) && NotEmpty(shell.Environment("NO_COLOR")) is null,
            IsQuiet = parsed.GetValue(QuietOption),
            HasScreen = IsScreen(shell) && !parsed.GetValue(QuietOption) && format == OutputFormat.Text,
            UsesCache = !parsed.GetValue(NoCacheOption),
        };
    }

    /// <summary>Whether a person may be watching.</summary>
    public static bool IsScreen(Shell shell) =>
        shell.IsTerminal && NotEmpty(shell.Environment("CI")) is null && shell.Environment("TERM") != "dumb";

    private static DateTimeOffset ParseNow(string text) =>
        NodaTime.Text.OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var time }
            ? time.ToDateTimeOffset()
            : throw new GalleyException(
                $"--now (or GALLEY_NOW) is \"{text}\", which is not a time. Write it like 2026-06-08T09:00:00Z."
            );

    private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static Option<T> Everywhere<T>(string name, string? value, string description) =>
        new(name)
        {
            Recursive = true,
            HelpName = value,
            Description = description,
        };
}
