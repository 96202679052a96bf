using Galley.Cli.Hosting;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.GitHub;

namespace Galley.Cli.GitHub;

/// <summary>What a job's pull request is compared with.</summary>
internal static class PullRequests
{
    /// <summary>Null outside a pull request, and where its base can't be had.</summary>
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
            // All that is planned is then shown, which is more than was asked for.
            shell.Error.WriteLine(
                $"galley: {missing.Message} Until then the plan shows everything, not only what this pull request does."
            );
            return null;
        }
    }
}
