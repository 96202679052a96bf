using Galley.Cli.Tests.Running;
using Galley.Testing.GitHub;

namespace Galley.Cli.Tests.GitHub;

/// <summary>A pull request’s two jobs: its own, which may only read, and one of the default branch, which writes.</summary>
internal abstract class PlanJobs
{
    protected const string Head = "1111111111111111111111111111111111111111";

    protected const string PullRequest = $$$"""
        {"repository":{"default_branch":"main"},"pull_request":{"number":7,"head":{"sha":"{{{Head}}}","repo":{"full_name":"acme/content"} },
        "base":{"ref":"main","sha":"{{{Job.Merge}}}","repo":{"full_name":"acme/content"} } } }
        """;

    protected const string Ended = $$$"""
        {"repository":{"default_branch":"main"},"workflow_run":{"id":55,"event":"pull_request","head_sha":"{{{Head}}}","head_branch":"june",
        "head_repository":{"owner":{"login":"acme"} } } }
        """;

    protected CliFixture Fixture { get; private set; } = null!;

    protected FakeGitHub GitHub { get; private set; } = null!;

    protected string Report => Path.Combine(Path.GetDirectoryName(Fixture.Content)!, "report.json");

    [SetUp]
    public async Task SetUp()
    {
        Fixture = await CliFixture.WithOnePost();
        GitHub = Job.On(Fixture, "pull_request", PullRequest);
        await Fixture.Run("ledger", "init");
    }

    [TearDown]
    public async Task CleanUp()
    {
        await GitHub.DisposeAsync();
        await Fixture.DisposeAsync();
    }

    protected void Open(string @base, params string[] files) =>
        GitHub.OpenPullRequests.Add(new StoredPullRequest(7, Head, "june", "acme", @base) { Files = files });

    protected Task<CliRun> PlanJob()
    {
        Job.Next(Fixture, "pull_request", PullRequest);
        Fixture.Environment.Remove("GITHUB_TOKEN");
        return Fixture.Run("plan", "--github", "--report-to", Report);
    }

    protected Task<CliRun> CommentJob()
    {
        Job.Next(Fixture, "workflow_run", Ended);
        Fixture.Environment["GITHUB_TOKEN"] = "a-token";
        return Fixture.Run("comment", "--report", Report);
    }
}
