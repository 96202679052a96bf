using Galley.Rendering.Issue;
using Octokit;

namespace Galley.GitHub;

/// <summary>Our one issue in the repository: found by its label, the mark on its last line, and its author.</summary>
internal sealed class StickyIssue(GitHubApi api, BotIdentity author)
{
    private static readonly Dictionary<string, string> Query = new()
    {
        ["labels"] = GalleyIssue.Label,
        ["state"] = "all",
    };

    private readonly (string Owner, string Repository) _at = (api.Run.Owner, api.Run.Repository);

    /// <param name="write">
    /// Makes the revision from the issue's current body, or from null. Nothing is written when no issue is there or
    /// wanted.
    /// </param>
    public Task Update(Func<string?, IssueRevision> write, CancellationToken cancellationToken) =>
        api.UntilClear(() => TryUpdate(write, cancellationToken), cancellationToken);

    private async Task TryUpdate(Func<string?, IssueRevision> write, CancellationToken cancellationToken)
    {
        var found = await Mine(cancellationToken);
        var mine = found.Count == 0 ? null : found[0];
        var revision = write(mine?.Body);
        if (mine is null && !revision.IsOpen)
        {
            return;
        }

        mine = mine is null
            ? await Open(revision.Body, cancellationToken)
            : await Edit(mine, revision.Body, revision.IsOpen, cancellationToken);
        foreach (var twin in found.Skip(1).Where(IsOpen))
        {
            await Edit(twin, twin.Body, isOpen: false, cancellationToken);
        }

        if (revision.News.IsEmpty)
        {
            return;
        }

        await new StickyComment(api, author, mine.Number).PutNew(
            [.. revision.News.Select(notices => (notices.Mark, notices.Comment))],
            cancellationToken
        );
        await Edit(mine, revision.BodyOnceTold, revision.IsOpen, cancellationToken);
    }

    /// <summary>The one to use comes first: an open one, or else the oldest. Two runs at once can have created two.</summary>
    private async Task<IReadOnlyList<Issue>> Mine(CancellationToken cancellationToken)
    {
        // Octokit's own method adds a filter that GitHub does not document for a repository's issues.
        var issues = await api.ReadAll<Issue>("issues", Query, cancellationToken);
        var mine = new List<Issue>();
        foreach (
            var issue in issues.Where(issue =>
                issue.PullRequest is null
                && issue.Body?.TrimEnd().EndsWith(GalleyIssue.Marker, StringComparison.Ordinal) == true
            )
        )
        {
            if (await author.Wrote(issue.User, cancellationToken))
            {
                mine.Add(issue);
            }
        }

        return [.. mine.OrderByDescending(IsOpen).ThenBy(issue => issue.Number)];
    }

    private async Task<Issue> Open(string body, CancellationToken cancellationToken)
    {
        await author.Login(cancellationToken);
        var issue = new NewIssue(GalleyIssue.Title) { Body = body };
        issue.Labels.Add(GalleyIssue.Label);
        var made = await api.Create(client => client.Issue.Create(_at.Owner, _at.Repository, issue), cancellationToken);
        author.Learn(made.User);
        return made;
    }

    private async Task<Issue> Edit(Issue issue, string body, bool isOpen, CancellationToken cancellationToken)
    {
        if (issue.Body == body && IsOpen(issue) == isOpen)
        {
            return issue;
        }

        var change = new IssueUpdate { Body = body, State = isOpen ? ItemState.Open : ItemState.Closed };
        return await api.Send(
            client => client.Issue.Update(_at.Owner, _at.Repository, issue.Number, change),
            cancellationToken
        );
    }

    private static bool IsOpen(Issue issue) => issue.State.Value == ItemState.Open;
}
