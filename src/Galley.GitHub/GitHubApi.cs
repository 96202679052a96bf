using Octokit;
using Octokit.Internal;

namespace Galley.GitHub;

/// <summary>The one door to GitHub: every request goes through its client, with patience.</summary>
internal sealed class GitHubApi : IDisposable
{
    private const int MostTries = 4;

    private static readonly ApiOptions HundredAPage = new() { PageSize = 100 };

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
    }

    public WorkflowRun Run { get; }
    public TimeProvider Clock { get; }

    /// <summary>A read, an edit or a status: repeated until it is clear that it was done.</summary>
    public async Task<T> Ask<T>(Func<IGitHubClient, Task<T>> request, CancellationToken cancellationToken) =>
        await _retries.Repeatable.ExecuteAsync(
            async token => await request(_client).WaitAsync(token),
            cancellationToken
        );

    /// <summary>A create: sent again only after an answer that says it was not done.</summary>
    public async Task<T> Create<T>(Func<IGitHubClient, Task<T>> request, CancellationToken cancellationToken) =>
        await _retries.Once.ExecuteAsync(async token => await request(_client).WaitAsync(token), cancellationToken);

    /// <summary>Every page of a list.</summary>
    /// <param name="path">Below the repository.</param>
    public Task<IReadOnlyList<T>> All<T>(string path, CancellationToken cancellationToken)
    {
        var address = new Uri($"repos/{Run.Owner}/{Run.Repository}/{path}", UriKind.Relative);
        return Ask(client => new ApiConnection(client.Connection).GetAll<T>(address, HundredAPage), cancellationToken);
    }

    /// <summary>Repeats what looks first and then makes what is missing, after each answer that leaves open whether something was made.</summary>
    public async Task UntilClear(Func<Task> lookAndMake, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await lookAndMake();
                return;
            }
            catch (Exception failure)
                when (attempt < MostTries
                    && !cancellationToken.IsCancellationRequested
                    && GitHubRetryPolicy.IsUnclear(failure)
                )
            {
                await Task.Delay(GitHubRetryPolicy.BackOff(attempt), Clock, cancellationToken);
            }
        }
    }

    public void Dispose() => _http.Dispose();
}
