using System.CommandLine;
using Galley.Authoring.Scheduling;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;

namespace Galley.Cli.Commands;

/// <summary><c>galley schedule</c>: writes a time into each file with <c>scheduled_at: next-slot</c>.</summary>
internal static class ScheduleCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command(
            "schedule",
            "Give each post with `scheduled_at: next-slot` its client's next free slot. Shows the times, then writes them into the files."
        )
        {
            TimeWriter.Yes,
            TimeWriter.DryRun,
        };
        command.SetAction(parsed => (int)Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static ExitCode Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var limits = workspace.Repository.Settings.Limits;
        var changes =
            from content in workspace.Slugs.Select(workspace.Repository.Read)
            let client = content.Client
            where client is not null
            from change in SlotFilling.For(content, client!, limits, workspace.Now)
            select (client, change);
        return new TimeWriter(shell, common, workspace).Write(
            parsed,
            [.. changes],
            "No post has `scheduled_at: next-slot`, so there is nothing to do."
        );
    }
}
