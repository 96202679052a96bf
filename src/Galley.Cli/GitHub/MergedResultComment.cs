using Galley.Applying.Results;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Workspaces;
using Galley.Rendering.Comments;
using Galley.Rendering.Json;
using Galley.Rendering.Text;
using Galley.Rules;

namespace Galley.Cli.GitHub;

/// <summary><c>galley comment --result FILE…</c>: reports the results of all shards as one.</summary>
internal static class MergedResultComment
{
    /// <param name="expected">How many shards there were; null when unknown.</param>
    public static async Task<int> Run(Shell shell, CommonOptions common, IReadOnlyList<string> files, int? expected)
    {
        var workspace = Workspace.Open(shell, common);
        using var github = GitHubOutput.Open(shell, common, workspace);
        var result = ApplyResultJson.Merged([
            .. files.Select(file =>
                ApplyResultJson.Parse(
                    FileArgument.Text(shell, file, "name a file that `galley apply --shard I/N --out FILE` saved"),
                    Path.GetFileName(file)
                )
            ),
        ]);
        if (expected > files.Count)
        {
            result = WithMissing(result, expected.Value - files.Count);
        }

        shell.Out.Write(ApplyResultText.Write(result));
        var plan = await workspace
            .Planner(null, ValidationPurpose.Plan)
            .Outline(workspace.Slugs, inShort: false, shell.Stop);
        await github.Report(result, result.ExitCode, plan.Clients, ObjectTexts.Of(workspace.Repository));
        await github.UpdateIssue();
        return (int)result.ExitCode;
    }

    private static ApplyResult WithMissing(ApplyResult result, int missing)
    {
        var words =
            $"Incomplete: {Plural.Format(missing, "shard")} gave no result. Look at the jobs of the shards. The "
            + "next apply does what is left.";
        return result with
        {
            Error = result.Error is null ? words : $"{result.Error} {words}",
            IsRefusal = false,
            Need = ExitCodePriority.Highest([result.Need, ExitCode.Error]),
        };
    }
}
