using Octokit;

namespace Galley.GitHub;

/// <summary>Comments of ours on one thread, each found again by the mark on its last line and by its author: none is made twice.</summary>
/// <param name="thread">The issue's or pull request's number.</param>
internal sealed class CommentDesk(GitHubDoor door, Author author, int thread)
{
    private readonly (string Owner, string Repository) _at = (door.Run.Owner, door.Run.Repository);

    /// <summary>One comment a marker: edited in place, made when there is none.</summary>
    /// <param name="replaces">Whether a comment that is there already gives way to this one.</param>
    public Task Put(string marker, string body, bool replaces, CancellationToken cancel) => door.UntilClear(async () =>
    {
        if (await Find(marker, cancel) is not { } mine)
            await Make(body, cancel);
        else if (replaces && mine.Body != body)
            await door.Ask(client => client.Issue.Comment.Update(_at.Owner, _at.Repository, mine.Id, body), cancel);
    }, cancel);

    /// <summary>Makes those that are not there yet, in order. To be repeated after an answer that is unclear.</summary>
    /// <param name="comments">Each with how its last line begins.</param>
    public async Task PutNew(IReadOnlyCollection<(string Mark, string Body)> comments, CancellationToken cancel)
    {
        var mine = await Mine(cancel);
        foreach (var (mark, body) in comments)
            if (!mine.Any(comment => IsMarked(comment.Body, mark)))
                await Make(body, cancel);
    }

    public async Task<bool> Has(string mark, CancellationToken cancel) => await Find(mark, cancel) is not null;

    private async Task Make(string body, CancellationToken cancel)
    {
        var made = await door.Create(client => client.Issue.Comment.Create(_at.Owner, _at.Repository, thread, body), cancel);
        author.Learn(made.User);
    }

    private async Task<IssueComment?> Find(string mark, CancellationToken cancel) =>
        (await Mine(cancel)).FirstOrDefault(comment => IsMarked(comment.Body, mark));

    private async Task<IReadOnlyList<IssueComment>> Mine(CancellationToken cancel)
    {
        // Octokit's own method for this adds a sort order, which GitHub describes for a repository's comments but not for a thread's.
        var comments = await door.All<IssueComment>($"issues/{thread}/comments", cancel);
        var login = await author.Login(cancel);
        return [.. comments.Where(comment => Author.IsSame(comment.User, login))];
    }

    /// <summary>On its last line: what is quoted within a comment is somebody else's.</summary>
    private static bool IsMarked(string? body, string mark)
    {
        var text = body?.TrimEnd() ?? "";
        return text[(text.LastIndexOf('\n') + 1)..].StartsWith(mark, StringComparison.Ordinal);
    }
}
