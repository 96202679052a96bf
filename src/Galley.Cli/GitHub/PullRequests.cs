using System.Collections.Immutable;
using Galley.Cli.Hosting;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.GitHub;

namespace Galley.Cli.GitHub;

/// <summary>Finds the base that a pull request is compared with.</summary>
internal static class PullRequests
{
    /// <summary>What to say of a pull request whose merge publishes nothing; empty for the others.</summary>
    public static ImmutableArray<string> Notices(string? baseBranch, string? publishingBranch) =>
        baseBranch is null || publishingBranch is null || baseBranch == publishingBranch
            ? []
            :
            [
                $"This pull request is for the branch `{baseBranch}`, and only `{publishingBranch}` publishes. So its merge sends nothing: "
                    + $"that happens when these changes reach `{publishingBranch}`.",
            ];

    /// <summary>Null outside a pull request and a merge queue, and when the base is not available.</summary>
    public static async Task<BaseContent?> OpenBase(Shell shell, Workspace workspace, WorkflowRun run)
    {
        var (head, branch) = run switch
        {
            { PullRequest: { } pull } => (pull.HeadSha, pull.BaseSha),
            { MergeGroup: { } group } => (group.HeadSha, group.BaseSha),
            _ => default,
        };
        if (head is null)
        {
            return null;
        }

        try
        {
            var root = workspace.Repository.Root;
            return await BaseContent.Open(root, await PullRequestBase.Find(root, head, branch, shell.Stop), shell.Stop);
        }
        catch (GalleyException missing)
        {
            // Without a base everything is shown, which is more than needed but never less.
            shell.Error.WriteLine(
                $"galley: {missing.Message} Until then the plan shows everything, not only the changes of this pull request."
            );
            return null;
        }
    }
}
