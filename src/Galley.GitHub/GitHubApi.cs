using Octokit;
using Octokit.Internal;

namespace Galley.GitHub;

/// <summary>
/// Every request to GitHub goes through here: it is repeated where that helps, and all of them together take a limited
/// time, so that no answer of GitHub keeps a run from its end.
/// </summary>
internal sealed class GitHubApi : IDisposable
{
    private const int MostTries = 4;

    /// <summary>Of a hundred entries each.</summary>
    private const int MostPages = 100;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    private readonly HttpClientAdapter _http = new(() =>
        new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
    );
    private readonly GitHubClient _client;
    private readonly GitHubRetryPolicy _retries;

    public GitHubApi(WorkflowRun run, GitHubToken token, TimeProvider clock, string version)
    {
        (Run, Clock, _retries) = (run, clock, new GitHubRetryPolicy(clock));
        var credentials = new InMemoryCredentialStore(new Credentials(token.Value));
        _client = new GitHubClient(
            new Connection(
                new ProductHeaderValue("galley", version),
                run.ApiUrl,
                credentials,
                _http,
                new SimpleJsonSerializer()
            )
        );
        _client.SetRequestTimeout(RequestTimeout);
    }

    public WorkflowRun Run { get; }
    public TimeProvider Clock { get; }

    /// <summary>A read, an edit or a status: repeated until it is clear that it was done.</summary>
    public Task<T> Send<T>(Func<IGitHubClient, Task<T>> request, CancellationToken cancellationToken) =>
        _retries.Repeat(() => request(_client), cancellationToken);

    /// <summary>A create: sent again only after an answer that says that nothing was created.</summary>
    public Task<T> Create<T>(Func<IGitHubClient, Task<T>> request, CancellationToken cancellationToken) =>
        _retries.Once(() => request(_client), cancellationToken);

    /// <summary>Every page of a list. Pages are counted here: a link to the next one could lead anywhere.</summary>
    /// <param name="path">Below the repository.</param>
    public async Task<IReadOnlyList<T>> ReadAll<T>(
        string path,
        IDictionary<string, string> query,
        CancellationToken cancellationToken
    )
    {
        var address = new Uri($"repos/{Run.Owner}/{Run.Repository}/{path}", UriKind.Relative);
        var all = new List<T>();
        for (var page = 1; page <= MostPages; page++)
        {
            var asked = new Dictionary<string, string>(query) { ["per_page"] = "100", ["page"] = $"{page}" };
            var answer = await Send(client => client.Connection.Get<List<T>>(address, asked), cancellationToken);
            all.AddRange(answer.Body);
            if (!answer.HttpResponse.ApiInfo.Links.ContainsKey("next"))
            {
                return all;
            }

            if (answer.Body.Count == 0)
            {
                break;
            }
        }

        throw new InvalidOperationException("GitHub's list of pages does not end.");
    }

    /// <summary>
    /// Repeats an action that looks first and then creates what is missing, after each answer that leaves open whether
    /// something was created.
    /// </summary>
    public async Task UntilClear(Func<Task> lookAndCreate, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await lookAndCreate();
                return;
            }
            catch (Exception failure)
                when (attempt < MostTries
                    && !cancellationToken.IsCancellationRequested
                    && GitHubRetryPolicy.IsUnclear(failure)
                )
            {
                await _retries.Wait(GitHubRetryPolicy.BackOff(attempt), cancellationToken);
            }
        }
    }

    public Task Wait(TimeSpan wait, CancellationToken cancellationToken) => _retries.Wait(wait, cancellationToken);

    public void Dispose() => _http.Dispose();
}
