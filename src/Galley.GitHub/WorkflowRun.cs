namespace Galley.GitHub;

/// <summary>The workflow run that galley is part of, as GitHub Actions describes it in the environment and in the event's file.</summary>
public sealed record WorkflowRun
{
    /// <summary>pull_request, push, schedule, workflow_dispatch, issue_comment …</summary>
    public required string EventName { get; init; }
    public required string Owner { get; init; }
    public required string Repository { get; init; }

    /// <summary>GITHUB_SHA. In a pull request this is the merge that GitHub tried, which no page shows: see <see cref="Commit"/>.</summary>
    public required string Sha { get; init; }
    public required Uri ApiUrl { get; init; }
    public required Uri ServerUrl { get; init; }

    /// <summary>Null when the job hands none over: then only the summary and the annotations speak.</summary>
    public GitHubToken? Token { get; init; }

    /// <summary>The name under which the token writes, where the job says it.</summary>
    public string? Login { get; init; }
    public string? RunId { get; init; }

    /// <summary>From 1; more when somebody ran the job again.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The checkout's folder.</summary>
    public string? Workspace { get; init; }

    /// <summary>The file whose Markdown becomes the job's summary.</summary>
    public string? SummaryFile { get; init; }
    public EventPullRequest? PullRequest { get; init; }
    public EventMergeGroup? MergeGroup { get; init; }
    public EventComment? Comment { get; init; }

    /// <summary>workflow_run: the run that this one is about.</summary>
    public EventRun? Origin { get; init; }

    /// <summary>The branch that publishes; null if the event does not say.</summary>
    public string? DefaultBranch { get; init; }

    public string FullName => $"{Owner}/{Repository}";

    /// <summary>The commit that people see: the pull request's own head, or what was pushed.</summary>
    public string Commit => PullRequest?.HeadSha ?? Sha;

    public Uri Page => new(ServerUrl, $"{FullName}{(RunId is null ? "" : $"/actions/runs/{RunId}")}");

    /// <summary>Where the content's files can be looked at, with a slash at its end.</summary>
    /// <param name="prefix">Of the content root in the repository: empty, or with a slash at its end.</param>
    /// <param name="revision">The commit that people see, unless another is named.</param>
    public Uri Files(string prefix, string? revision = null) =>
        new(ServerUrl, $"{FullName}/blob/{revision ?? Commit}/{Escaped(prefix)}");

    /// <summary>Where a pull request's author can edit the content's files, with a slash at its end; null where nobody knows.</summary>
    /// <param name="prefix">Of the content root in the repository: empty, or with a slash at its end.</param>
    /// <param name="head">The repository and branch that the pull request comes from.</param>
    public Uri? Editor(string prefix, (string Repository, string Branch)? head) =>
        head is var (repository, branch)
            ? new(ServerUrl, $"{Escaped(repository)}/edit/{Escaped(branch)}/{Escaped(prefix)}")
            : null;

    /// <summary>The content root's path in the repository: empty, or with a slash at its end.</summary>
    public string PrefixOf(string root)
    {
        if (Workspace is null)
        {
            return "";
        }

        var path = Path.GetRelativePath(Workspace, root).Replace(Path.DirectorySeparatorChar, '/');
        return
            path == "." || path == ".." || path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path)
            ? ""
            : path + "/";
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
