using System.CommandLine;
using System.CommandLine.Invocation;
using NodaTime;

namespace Galley.Cli.Hosting;

/// <summary><c>galley --version</c>: Galley's version, and that of the time zone data, which decides what a local time means.</summary>
internal sealed class FormatVersion(Shell shell) : SynchronousCommandLineAction
{
    public static Option<bool> Option(Shell shell) =>
        new("--version")
        {
            Description = "Galley's version and that of its time zone data.",
            Action = new FormatVersion(shell),
        };

    public override int Invoke(ParseResult parseResult)
    {
        shell.Out.WriteLine($"galley {ProductVersion.Version} (time zones {DateTimeZoneProviders.Tzdb.VersionId})");
        return (int)ExitCode.Fine;
    }
}
