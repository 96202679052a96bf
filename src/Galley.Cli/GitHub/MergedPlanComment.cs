using System.Collections.Immutable;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Workspaces;
using Galley.Planning;
using Galley.Planning.Sharding;
using Galley.Rendering.Comments;
using Galley.Rendering.Json;
using Galley.Rendering.Text;

namespace Galley.Cli.GitHub;

/// <summary><c>galley comment --plan FILE…</c>: reports the plans of all shards as one.</summary>
internal static class MergedPlanComment
{
    public static async Task<int> Run(
        Shell shell,
        CommonOptions common,
        IReadOnlyList<string> files,
        IReadOnlyCollection<Shard>? expected,
        string? reportTo
    )
    {
        var workspace = Workspace.Open(shell, common);
        using var github = GitHubOutput.Open(shell, common, workspace);
        var plans = files
            .Select(file =>
                PlanJson.Parse(
                    FileArgument.Text(shell, file, "name a file that `galley plan --shard I/N --out FILE` saved"),
                    Path.GetFileName(file)
                )
            )
            .ToList();
        var merged = MergedPlan.Merge(plans, expected, PlanLimits.From(workspace.Repository.Settings.Limits));
        using var @base = await PullRequests.OpenBase(shell, workspace, github.Run);
        var notices = Notices(merged, workspace.Repository.Slugs.Length);
        var outcome = merged.Missing.IsEmpty ? PlanExitCode.For(merged.Plan, detailed: true) : ExitCode.Error;

        shell.Out.WriteLine(PlanText.Totals(merged.Plan));
        foreach (var notice in notices)
        {
            shell.Error.WriteLine($"galley: {notice}");
        }

        await github.Report(merged.Plan, ObjectTexts.Of(workspace.Repository), @base, outcome, reportTo, notices);
        return (int)(merged.Missing.IsEmpty ? PlanExitCode.For(merged.Plan, detailed: false) : ExitCode.Error);
    }

    private static ImmutableArray<string> Notices(MergedPlan merged, int all)
    {
        var notices = ImmutableArray.CreateBuilder<string>();
        if (!merged.Missing.IsEmpty)
        {
            notices.Add(
                $"Incomplete: there is no plan of {(merged.Missing.Length == 1 ? "shard" : "the shards")} "
                    + $"{string.Join(", ", merged.Missing)}. Look at the jobs of the shards."
            );
        }

        if (merged.Plan.Clients.Length < all)
        {
            notices.Add($"Planned: {merged.Plan.Clients.Length:N0} of {all:N0} clients.");
        }

        return notices.ToImmutable();
    }
}
