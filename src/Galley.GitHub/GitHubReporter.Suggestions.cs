using Octokit;

namespace Galley.GitHub;

/// <summary>Corrections to take over with one click, on the lines of a pull request.</summary>
public sealed partial class GitHubReporter
{
    /// <summary>A run: each sends a mail to all who follow the pull request.</summary>
    private const int MostSuggestions = 10;

    /// <summary>The files that a pull request changes; null when GitHub does not tell.</summary>
    public async Task<IReadOnlyList<ChangedFile>?> FilesOf(int pull, CancellationToken cancellationToken)
    {
        IReadOnlyList<ChangedFile>? files = null;
        if (_api is not null)
        {
            await Try("list the files of the pull request", async () =>
                files = await PullRequestFiles.Read(_api, pull, cancellationToken)
            );
        }

        return files;
    }

    /// <summary>Puts each suggestion on its lines, once, where the pull request's own page shows these lines.</summary>
    /// <param name="pull">The pull request's number.</param>
    /// <param name="commit">Its last commit.</param>
    public async Task Suggest(
        int pull,
        string commit,
        IReadOnlyCollection<LineSuggestion> suggestions,
        CancellationToken cancellationToken
    )
    {
        if (suggestions.Count == 0 || _api is null || await FilesOf(pull, cancellationToken) is not { } files)
        {
            return;
        }

        var shown = suggestions
            .Where(one => files.Any(file => file.Path == one.Path && file.Shows(one.First, one.Last)))
            .ToList();
        if (shown.Count > 0)
        {
            await Try("suggest corrections", () => Suggest(_api, pull, commit, shown, cancellationToken));
        }
    }

    private async Task Suggest(
        GitHubApi api,
        int pull,
        string commit,
        IEnumerable<LineSuggestion> suggestions,
        CancellationToken cancellationToken
    )
    {
        var path = $"pulls/{pull}/comments";
        var login = await _author!.Login(cancellationToken);
        var said = (
            await api.ReadAll<PullRequestReviewComment>(path, new Dictionary<string, string>(), cancellationToken)
        )
            .Where(comment => BotIdentity.IsSame(comment.User, login))
            .Select(comment => comment.Body.TrimEnd().Split('\n')[^1])
            .ToHashSet();
        var address = new Uri($"repos/{_run.Owner}/{_run.Repository}/{path}", UriKind.Relative);
        foreach (var suggestion in suggestions.Where(one => !said.Contains(one.Marker)).Take(MostSuggestions))
        {
            await api.Create(
                client =>
                    client.Connection.Post<PullRequestReviewComment>(
                        address,
                        BodyOf(suggestion, commit),
                        accepts: null,
                        contentType: null,
                        parameters: null,
                        cancellationToken
                    ),
                cancellationToken
            );
        }
    }

    /// <summary>Octokit's own body can't name lines.</summary>
    private static Dictionary<string, object> BodyOf(LineSuggestion suggestion, string commit)
    {
        var body = new Dictionary<string, object>
        {
            ["body"] = $"{suggestion.Body}\n{suggestion.Marker}\n",
            ["commit_id"] = commit,
            ["path"] = suggestion.Path,
            ["line"] = suggestion.Last,
            ["side"] = "RIGHT",
        };
        if (suggestion.First < suggestion.Last)
        {
            (body["start_line"], body["start_side"]) = (suggestion.First, "RIGHT");
        }

        return body;
    }
}
