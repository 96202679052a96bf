using Octokit;

namespace Galley.GitHub;

/// <summary>
/// Our comments on one thread. Each is found again by the mark on its last line and by its author, so none is created
/// twice.
/// </summary>
/// <param name="thread">The issue's or pull request's number.</param>
internal sealed class StickyComment(GitHubApi api, BotIdentity author, int thread)
{
    private static readonly Dictionary<string, string> NoQuery = [];

    private readonly (string Owner, string Repository) _at = (api.Run.Owner, api.Run.Repository);

    /// <summary>
    /// One comment for each marker: edited in place, created when there is none. When two runs at once created two,
    /// both are edited: none of them may stay wrong.
    /// </summary>
    /// <param name="replaces">Whether the body replaces that of an existing comment.</param>
    public Task Put(string marker, string body, bool replaces, CancellationToken cancellationToken) =>
        api.UntilClear(
            async () =>
            {
                var found = await FindAll(marker, cancellationToken);
                if (found.Count == 0)
                {
                    await Create(body, cancellationToken);
                }

                foreach (var mine in found.Where(mine => replaces && mine.Body != body))
                {
                    await api.Send(
                        client => client.Issue.Comment.Update(_at.Owner, _at.Repository, mine.Id, body),
                        cancellationToken
                    );
                }
            },
            cancellationToken
        );

    /// <summary>Creates those that are missing, in order. To be repeated after an unclear answer.</summary>
    /// <param name="comments">Each with the beginning of its last line.</param>
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
                await Create(body, cancellationToken);
            }
        }
    }

    public async Task<bool> Has(string mark, CancellationToken cancellationToken) =>
        (await FindAll(mark, cancellationToken)).Count > 0;

    private async Task Create(string body, CancellationToken cancellationToken)
    {
        var made = await api.Create(
            client => client.Issue.Comment.Create(_at.Owner, _at.Repository, thread, body),
            cancellationToken
        );
        author.Learn(made.User);
    }

    private async Task<List<IssueComment>> FindAll(string mark, CancellationToken cancellationToken) =>
        [.. (await Mine(cancellationToken)).Where(comment => IsMarked(comment.Body, mark))];

    private async Task<IReadOnlyList<IssueComment>> Mine(CancellationToken cancellationToken)
    {
        // Octokit's own method adds a sort order, which GitHub does not document for the comments of a thread.
        var comments = await api.ReadAll<IssueComment>($"issues/{thread}/comments", NoQuery, cancellationToken);
        var login = await author.Login(cancellationToken);
        return [.. comments.Where(comment => BotIdentity.IsSame(comment.User, login))];
    }

    /// <summary>Only on the last line: elsewhere it may be a quotation.</summary>
    private static bool IsMarked(string? body, string mark)
    {
        var text = body?.TrimEnd() ?? "";
        return text[(text.LastIndexOf('\n') + 1)..].StartsWith(mark, StringComparison.Ordinal);
    }
}
