using Octokit;
using Octokit.Internal;

namespace Galley.GitHub;

/// <summary>The one door to GitHub: every request goes through its client, with patience.</summary>
internal sealed class GitHubDoor : IDisposable
{
    private readonly HttpClientAdapter _http = new(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    private readonly GitHubClient _client;
    private readonly Patience _patience;

    public GitHubDoor(GitHubRun run, GitHubToken token, TimeProvider clock, string version)
    {
        (Run, Clock, _patience) = (run, clock, new Patience(clock));
        var credentials = new InMemoryCredentialStore(new Credentials(token.Value));
        _client = new GitHubClient(new Connection(new ProductHeaderValue("galley", version), run.ApiUrl, credentials, _http, new SimpleJsonSerializer()));
    }

    public GitHubRun Run { get; }
    public TimeProvider Clock { get; }

    /// <summary>A read, an edit or a status: repeated until it is clear that it was done.</summary>
    public async Task<T> Ask<T>(Func<IGitHubClient, Task<T>> request, CancellationToken cancel) =>
        await _patience.Repeatable.ExecuteAsync(async token => await request(_client).WaitAsync(token), cancel);

    /// <summary>A create: sent again only after an answer that says it was not done.</summary>
    public async Task<T> Create<T>(Func<IGitHubClient, Task<T>> request, CancellationToken cancel) =>
        await _patience.Once.ExecuteAsync(async token => await request(_client).WaitAsync(token), cancel);

    public void Dispose() => _http.Dispose();
}
