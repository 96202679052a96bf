using Galley.Testing.GitHub;
using Galley.Testing.Time;

namespace Galley.GitHub.Tests;

/// <summary>A job on a GitHub that is not the real one.</summary>
internal sealed class JobFixture : IAsyncDisposable
{
    public const string Marker = "<!-- galley:plan -->";
    public const string Head = "1111111111111111111111111111111111111111";
    public const string Merge = "2222222222222222222222222222222222222222";

    public FakeGitHub GitHub { get; } = new();

    public EagerTime Clock { get; } =
        new(new DateTimeOffset(2026, 6, 8, 9, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(1));

    public List<string> Said { get; } = [];

    public WorkflowRun Run =>
        new()
        {
            EventName = "pull_request",
            Owner = "acme",
            Repository = "content",
            Sha = Merge,
            ApiUrl = new Uri(GitHub.Url + "/"),
            ServerUrl = new Uri("https://github.com/"),
            Token = new GitHubToken("a-token"),
            RunId = "77",
            PullRequest = new EventPullRequest(7, Head, Merge),
        };

    public static RunReport Report(string words = "All is well.", ExitCode outcome = ExitCode.Fine) =>
        new()
        {
            Thread = 7,
            Marker = Marker,
            Comment = $"{words}\n\n{Marker}\n",
            Summary = words,
            Context = "galley/plan",
            Outcome = outcome,
            Description = words,
        };

    public GitHubReporter Reporter(WorkflowRun? run = null) => new(run ?? Run, Clock, "1.2.3", Said.Add);

    public ValueTask DisposeAsync() => GitHub.DisposeAsync();
}
