using System.CommandLine;
using Galley.Cli.GitHub;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Workspaces;
using Galley.GitHub;
using Galley.Planning;
using Galley.Planning.Sharding;
using Galley.Rules;

namespace Galley.Cli.Commands;

/// <summary>
/// <c>galley shards</c>: how many machines the work needs, as a matrix for GitHub Actions. Sends nothing, and needs
/// no API key.
/// </summary>
internal static class ShardsCommand
{
    private static readonly Option<int?> Max = NumberOption.Create(
        "--max",
        "At most N shards. Default: 20.",
        1,
        Shard.Most
    );
    private static readonly Option<bool> GitHub = new("--github")
    {
        Description =
            "In a job of a pull request: only the clients that it touches. Otherwise: those with something to apply.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "shards",
            "Print the shards that have work, as the matrix of a workflow (one line of JSON)."
        )
        {
            Max,
            GitHub,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var busy = parsed.GetValue(GitHub) ? await Touched(shell, workspace) : await ToBeSent(shell, common, workspace);
        var shards = ShardMatrix.Split(busy, parsed.GetValue(Max) ?? 20);
        shell.Out.WriteLine(ShardMatrix.Write(shards));
        if (!common.IsQuiet)
        {
            shell.Error.WriteLine(
                $"{busy.Count:N0} of {workspace.Slugs.Count:N0} clients have work, in {Plural.Format(shards.Length, "shard")}."
            );
        }

        return (int)ExitCode.Fine;
    }

    private static async Task<IReadOnlyCollection<string>> Touched(Shell shell, Workspace workspace)
    {
        using var @base = await PullRequests.OpenBase(shell, workspace, WorkflowEnvironment.Read(shell.Environment));
        return [.. workspace.Slugs.Where(slug => @base?.Touches(slug) ?? true)];
    }

    private static async Task<IReadOnlyCollection<string>> ToBeSent(
        Shell shell,
        CommonOptions common,
        Workspace workspace
    )
    {
        await using var ledger = await workspace.TryOpenLedger(workspace.LedgerOptions());
        var (plan, _) = await workspace.Planner(ledger, ValidationPurpose.Plan).Plan(workspace.Slugs, shell.Stop);
        // Problems of no single client are shown only here: a shard does not know all clients.
        new DiagnosticPrinter(shell, common, workspace).Write([
            .. plan.Diagnostics.Where(diagnostic => diagnostic.Client is null),
        ]);
        return
        [
            .. plan.Clients.Where(client => client.Actions.Any(ActionTable.IsChange)).Select(client => client.Slug),
        ];
    }
}
