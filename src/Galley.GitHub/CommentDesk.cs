using Octokit;

namespace Galley.GitHub;

/// <summary>One comment a thread and marker: found by the marker and its author, edited in place, made when there is none.</summary>
internal sealed class CommentDesk(GitHubDoor door, Author author)
{
    private const int MostTries = 4;

    private static readonly ApiOptions HundredAPage = new() { PageSize = 100 };

    private readonly (string Owner, string Repository) _at = (door.Run.Owner, door.Run.Repository);

    /// <param name="replaces">Whether a comment that is there already gives way to this one.</param>
    public async Task Put(int thread, string marker, string body, bool replaces, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await TryPut(thread, marker, body, replaces, cancel);
                return;
            }
            catch (Exception failure) when (attempt < MostTries && !cancel.IsCancellationRequested && Patience.IsUnclear(failure))
            {
                // GitHub may have stored it and lost only the answer: wait, then look before another is made.
                await Task.Delay(Patience.BackOff(attempt), door.Clock, cancel);
            }
        }
    }

    private async Task TryPut(int thread, string marker, string body, bool replaces, CancellationToken cancel)
    {
        if (await Find(thread, marker, cancel) is not { } mine)
            await door.Create(client => client.Issue.Comment.Create(_at.Owner, _at.Repository, thread, body), cancel);
        else if (replaces && mine.Body != body)
            await door.Ask(client => client.Issue.Comment.Update(_at.Owner, _at.Repository, mine.Id, body), cancel);
    }

    private async Task<IssueComment?> Find(int thread, string marker, CancellationToken cancel)
    {
        // Octokit's own method for this adds a sort order, which GitHub describes for a repository's comments but not for a thread's.
        var address = new Uri($"repos/{_at.Owner}/{_at.Repository}/issues/{thread}/comments", UriKind.Relative);
        var comments = await door.Ask(client => new ApiConnection(client.Connection).GetAll<IssueComment>(address, HundredAPage), cancel);
        foreach (var comment in comments)
            if (IsMarked(comment.Body, marker) && await author.Wrote(comment.User, cancel))
                return comment;
        return null;
    }

    /// <summary>At its end: what is quoted within a comment is somebody else's.</summary>
    private static bool IsMarked(string? body, string marker) => body?.TrimEnd().EndsWith(marker, StringComparison.Ordinal) == true;
}
