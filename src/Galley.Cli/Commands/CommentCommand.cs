using System.CommandLine;
using Galley.Cli.GitHub;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Workspaces;
using Galley.Planning.Sharding;

namespace Galley.Cli.Commands;

/// <summary><c>galley comment</c>: handles commands in comments, and reports the plans and results of shards.</summary>
internal static class CommentCommand
{
    private static readonly Option<bool> Command = new("--command")
    {
        Description =
            "Run the `/galley …` lines of the comment that started this job (from GALLEY_COMMAND), and answer there.",
    };
    private static readonly Option<string[]> Plans = Files(
        "--plan",
        "Report the plans that `galley plan --shard --out` saved, as one, on the pull request. A folder means all .json files in it."
    );
    private static readonly Option<string[]> Results = Files(
        "--result",
        "Report the results that `galley apply --shard --out` saved, as one, on the merged pull request. A "
            + "folder means all .json files in it."
    );
    private static readonly Option<string?> Report = new("--report")
    {
        HelpName = "FILE",
        Description =
            "In a job that another workflow's run started: write on its pull request what `galley plan --report-to` saved there.",
    };
    private static readonly Option<string?> Matrix = new("--matrix")
    {
        HelpName = "JSON",
        Description =
            "The output of `galley shards`. Shards of it without a file are named. Without it, every shard must have a file.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "comment",
            "Run commands from comments, and report shards, in a job of GitHub Actions."
        )
        {
            Command,
            Plans,
            Results,
            Matrix,
            Report,
            GitHubOutput.ReportTo,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var shards = parsed.GetValue(Matrix) is { } matrix
            ? ShardMatrix.Parse(matrix)
            : default(IReadOnlyCollection<Shard>?);
        var reportTo = parsed.GetValue(GitHubOutput.ReportTo) is { } save
            ? FileArgument.ToWrite(shell, save, "--report-to", "report.json")
            : null;
        return (parsed.GetValue(Command), parsed.GetValue(Plans), parsed.GetValue(Results)) switch
        {
            (false, not { Length: > 0 }, not { Length: > 0 }) when parsed.GetValue(Report) is { } report =>
                PlanReportComment.Run(shell, common, report),
            (true, not { Length: > 0 }, not { Length: > 0 }) => SlashCommandRunner.Run(shell, common),
            (false, { Length: > 0 } plans, not { Length: > 0 }) => MergedPlanComment.Run(
                shell,
                common,
                ShardFiles.Find(shell, plans),
                shards,
                reportTo
            ),
            (false, not { Length: > 0 }, { Length: > 0 } results) => MergedResultComment.Run(
                shell,
                common,
                ShardFiles.Find(shell, results),
                shards?.Count
            ),
            _ => throw new GalleyException(
                "Add one of --command, --plan FILE…, --result FILE… and --report FILE. Run `galley comment --help` to see what each does."
            ),
        };
    }

    private static Option<string[]> Files(string name, string description) =>
        new(name)
        {
            HelpName = "FILE",
            Description = description,
            AllowMultipleArgumentsPerToken = true,
        };
}
