using Galley.Rendering.Issue;
using Galley.Testing.GitHub;
using Galley.Testing.Http;

namespace Galley.GitHub.Tests;

/// <summary>Whatever GitHub answers, a run ends as it would have ended, soon, with a sentence in its log.</summary>
public sealed class OddAnswerTests
{
    private const string Id = "\"id\":1,\"body\":\"x\",\"user\":{\"login\":\"github-actions[bot]\"}";

    private static readonly string[] Bodies =
    [
        "",
        "null",
        "{}",
        "[]",
        "[null]",
        "[[]]",
        "7",
        "\"text\"",
        "{",
        "<html>",
        "[{}]",
        "[{\"id\":\"one\",\"number\":\"two\",\"body\":3,\"user\":4}]",
        "[{\"id\":99999999999999999999}]",
        "[{\"number\":1.5}]",
        $"[{{{Id},\"created_at\":\"yesterday\"}}]",
        $"[{{{Id},\"author_association\":\"NOBODY_KNOWS\"}}]",
        "[{\"number\":1,\"state\":\"half-open\",\"body\":\"<!-- galley:issue -->\",\"user\":{\"login\":\"x\"}}]",
        "{\"login\":null}",
        "{\"login\":{}}",
        "{\"permission\":null}",
        "{\"message\":[]}",
        "{\"id\":\"one\",\"body\":null,\"user\":null}",
    ];

    private static readonly (string Method, string Path)[] Calls =
    [
        ("GET", "/user"),
        ("GET", "/comments"),
        ("POST", "/comments"),
        ("PATCH", "/comments/"),
        ("POST", "/statuses/"),
        ("GET", "/pulls"),
        ("GET", "/commits?"),
        ("GET", "/issues?"),
        ("POST", "/issues"),
        ("PATCH", "/issues/"),
        ("GET", "/permission"),
    ];

    [Test]
    public async Task AnyAnswerToAnyCall_ThrowsNothing(
        [ValueSource(nameof(Calls))] (string Method, string Path) call,
        [Values(200, 201, 204, 302, 400, 403, 404, 422, 429, 500)] int status
    )
    {
        foreach (var body in Bodies)
        {
            await using var fixture = new JobFixture();
            fixture.GitHub.Comment(7, FakeGitHub.Bot, $"Old.\n\n{JobFixture.Marker}");
            fixture.GitHub.Issue(FakeGitHub.Bot, $"Old.\n{GalleyIssue.Marker}");
            fixture.GitHub.FailAlways(call.Method, call.Path, Reply.Json(status, body));
            using var reporter = fixture.Reporter();

            await DoEverything(reporter);
        }
    }

    [TestCase("/comments", "[]")]
    [TestCase("/issues?", "[]")]
    [TestCase("/comments", """[{"id":1,"body":"x","user":{"login":"somebody"}}]""")]
    public async Task PagesWithoutEnd_AreLeft(string path, string body)
    {
        await using var fixture = new JobFixture();
        var next = $"Link: <{fixture.GitHub.Url}/repos/acme/content/issues/7/comments?page=2>; rel=\"next\"";
        fixture.GitHub.FailAlways("GET", path, Reply.Json(200, body, next));
        using var reporter = fixture.Reporter();

        await DoEverything(reporter);

        Assert.That(fixture.GitHub.Requests, Has.Count.LessThan(500));
        Assert.That(fixture.Said, Has.Some.Contains("pages"));
    }

    [Test]
    public async Task LimitsWithoutEnd_AreLeftAfterAWhile()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.FailAlways("", "/repos", Reply.Json(429, "{}", "Retry-After: 590"));
        using var reporter = fixture.Reporter();
        var begun = fixture.Clock.GetUtcNow();

        await DoEverything(reporter);

        Assert.That(fixture.Clock.GetUtcNow() - begun, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(21)));
    }

    private static async Task DoEverything(GitHubReporter reporter)
    {
        var never = CancellationToken.None;
        await reporter.Report(JobFixture.Report("New."), never);
        await reporter.MergedPullRequest(never);
        await reporter.PullRequestsOf(["clients/northwind/posts/launch.md"], never);
        await reporter.UpdateIssue(
            _ => new IssueRevision(
                $"Two.\n{GalleyIssue.Marker}",
                IsOpen: true,
                [new IssueNotice("<!-- new 1 -->", "New.\n<!-- new 1 -->")],
                $"Told.\n{GalleyIssue.Marker}"
            ),
            never
        );
        await reporter.MayWrite("anna", never);
        await reporter.IsOurs(new EventComment(1, 7, "anna"), never);
        await reporter.HasAnswered(7, "<!-- a -->", never);
        await reporter.Answer(7, "<!-- a -->", "Done.\n<!-- a -->", never);
    }
}
