using Octokit;

namespace Galley.GitHub;

/// <summary>Comments of ours on one thread, each found again by the mark on its last line and by its author: none is made twice.</summary>
/// <param name="thread">The issue's or pull request's number.</param>
internal sealed class StickyComment(GitHubApi api, BotIdentity author, int thread)
{
    private readonly (string Owner, string Repository) _at = (api.Run.Owner, api.Run.Repository);

    /// <summary>One comment a marker: edited in place, made when there is none.</summary>
    /// <param name="replaces">Whether a comment that is there already gives way to this one.</param>
    public Task Put(string marker, string body, bool replaces, CancellationToken cancellationToken) =>
        api.UntilClear(
            async () =>
            {
                if (await Find(marker, cancellationToken) is not { } mine)
                {
                    await Make(body, cancellationToken);
                }
                else if (replaces && mine.Body != body)
                {
                    await api.Ask(
                        client => client.Issue.Comment.Update(_at.Owner, _at.Repository, mine.Id, body),
                        cancellationToken
                    );
                }
            },
            cancellationToken
        );

    /// <summary>Makes those that are not there yet, in order. To be repeated after an answer that is unclear.</summary>
    /// <param name="comments">Each with how its last line begins.</param>
    public async Task PutNew(
        IReadOnlyCollection<(string Mark, string Body)> comments,
        CancellationToken cancellationToken
    )
    {
        var mine = await Mine(cancellationToken);
        foreach (var (mark, body) in comments)
        {
            if (!mine.Any(comment => IsMarked(comment.Body, mark)))
            {
                await Make(body, cancellationToken);
            }
        }
    }

    public async Task<bool> Has(string mark, CancellationToken cancellationToken) =>
        await Find(mark, cancellationToken) is not null;

    private async Task Make(string body, CancellationToken cancellationToken)
    {
        var made = await api.Create(
            client => client.Issue.Comment.Create(_at.Owner, _at.Repository, thread, body),
            cancellationToken
        );
        author.Learn(made.User);
    }

    private async Task<IssueComment?> Find(string mark, CancellationToken cancellationToken) =>
        (await Mine(cancellationToken)).FirstOrDefault(comment => IsMarked(comment.Body, mark));

    private async Task<IReadOnlyList<IssueComment>> Mine(CancellationToken cancellationToken)
    {
        // Octokit's own method for this adds a sort order, which GitHub describes for a repository's comments but not for a thread's.
        var comments = await api.All<IssueComment>($"issues/{thread}/comments", cancellationToken);
        var login = await author.Login(cancellationToken);
        return [.. comments.Where(comment => BotIdentity.IsSame(comment.User, login))];
    }

    /// <summary>On its last line: what is quoted within a comment is somebody else's.</summary>
    private static bool IsMarked(string? body, string mark)
    {
        var text = body?.TrimEnd() ?? "";
        return text[(text.LastIndexOf('\n') + 1)..].StartsWith(mark, StringComparison.Ordinal);
    }
}
