using Galley.Cli.Hosting;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.GitHub;

namespace Galley.Cli.GitHub;

/// <summary>Finds the base that a pull request is compared with.</summary>
internal static class PullRequests
{
    /// <summary>Null outside a pull request, and when its base is not available.</summary>
    public static async Task<BaseContent?> OpenBase(Shell shell, Workspace workspace, WorkflowRun run)
    {
        if (run.PullRequest is not { } pull)
        {
            return null;
        }

        try
        {
            var root = workspace.Repository.Root;
            return await BaseContent.Open(
                root,
                await PullRequestBase.Find(root, pull.HeadSha, pull.BaseSha, shell.Stop),
                shell.Stop
            );
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
