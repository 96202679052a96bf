using System.CommandLine;
using Galley.Cli.GitHub;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Workspaces;
using Galley.Planning.Sharding;

namespace Galley.Cli.Commands;

/// <summary><c>galley comment</c>: what a job hears and says in comments, beside the runs that speak for themselves.</summary>
internal static class CommentCommand
{
    private static readonly Option<bool> Command = new("--command")
    {
        Description =
            "Take the `/galley …` lines of the comment that started this job, from GALLEY_COMMAND, and answer there.",
    };
    private static readonly Option<string[]> Plans = Files(
        "--plan",
        "Say the plans that `galley plan --shard --out` saved, as one, on the pull request. A folder stands for the .json files below it."
    );
    private static readonly Option<string[]> Results = Files(
        "--result",
        "Say the results that `galley apply --shard --out` saved, as one, on the pull request that was merged. A folder stands for the .json files below it."
    );
    private static readonly Option<string?> Matrix = new("--matrix")
    {
        HelpName = "JSON",
        Description =
            "What `galley shards` printed: a shard of it that handed in nothing is named. Without it, every shard must have.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command("comment", "Hear and answer comments on GitHub, in a job of GitHub Actions.")
        {
            Command,
            Plans,
            Results,
            Matrix,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var shards = parsed.GetValue(Matrix) is { } matrix
            ? ShardMatrix.Parse(matrix)
            : default(IReadOnlyCollection<Shard>?);
        return (parsed.GetValue(Command), parsed.GetValue(Plans), parsed.GetValue(Results)) switch
        {
            (true, not { Length: > 0 }, not { Length: > 0 }) => SlashCommandRunner.Run(shell, common),
            (false, { Length: > 0 } plans, not { Length: > 0 }) => MergedPlanComment.Run(
                shell,
                common,
                ShardFiles.Find(shell, plans),
                shards
            ),
            (false, not { Length: > 0 }, { Length: > 0 } results) => MergedResultComment.Run(
                shell,
                common,
                ShardFiles.Find(shell, results),
                shards?.Count
            ),
            _ => throw new GalleyException(
                "Add one of --command, --plan FILE… and --result FILE…: `galley comment --help` says what each does."
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
