using Octokit;

namespace Galley.GitHub;

/// <summary>What a job with rights asks about the pull request of another run: it believes GitHub, and no file of that run.</summary>
public sealed partial class GitHubReporter
{
    /// <summary>GitHub lists no more files of a pull request.</summary>
    public const int MostPullRequestFiles = 3_000;

    /// <summary>A page, which opens in the browser; several pages, packed.</summary>
    private static readonly string[] Previews = ["preview.html", "previews"];

    /// <summary>The open pull requests whose last commit is the one that another run was about; null when GitHub does not answer.</summary>
    public async Task<IReadOnlyList<OpenPullRequest>?> PullRequestsAt(EventRun run, CancellationToken cancellationToken)
    {
        IReadOnlyList<OpenPullRequest>? found = null;
        await Try("find the pull request of the other run", async () =>
        {
            var pulls = await _api!.ReadAll<PullRequest>(
                "pulls",
                new Dictionary<string, string> { ["state"] = "open", ["head"] = $"{run.Owner}:{run.Branch}" },
                cancellationToken
            );
            found =
            [
                .. pulls
                    .Where(pull => pull.Head.Sha == run.HeadSha)
                    .Select(pull => new OpenPullRequest(pull.Number, pull.Base.Ref)
                    {
                        Head = pull.Head.Repository is { } from ? (from.FullName, pull.Head.Ref) : null,
                    }),
            ];
        });
        return found;
    }

    /// <summary>The paths that a pull request changes, old names included; null when GitHub does not answer.</summary>
    public async Task<IReadOnlyList<string>?> PathsOf(int pullRequest, CancellationToken cancellationToken) =>
        (await FilesOf(pullRequest, cancellationToken))
            ?.SelectMany(file => new[] { file.Path, file.Before })
            .OfType<string>()
            .Distinct()
            .ToList();

    /// <summary>Sets the status <c>galley/preview</c>, with a link to the page that another run uploaded, if it did.</summary>
    public async Task LinkPreview(EventRun run, CancellationToken cancellationToken)
    {
        long? artifact = null;
        await Try("find the preview of the other run", async () =>
        {
            var list = await _api!.Send(
                client =>
                    client.Actions.Artifacts.ListWorkflowArtifacts(
                        _run.Owner,
                        _run.Repository,
                        long.Parse(run.Id, System.Globalization.CultureInfo.InvariantCulture)
                    ),
                cancellationToken
            );
            artifact = Previews
                .Select(name => list.Artifacts.FirstOrDefault(one => one.Name == name)?.Id)
                .FirstOrDefault(id => id is not null);
        });
        if (artifact is { } id)
        {
            await SetStatus(
                "galley/preview",
                CommitState.Success,
                "The posts of this pull request as LinkedIn will show them",
                new Uri($"{_run.Page}/artifacts/{id}"),
                cancellationToken
            );
        }
    }
}
