using Galley.Testing;
using Galley.Testing.GitHub;
using Galley.Testing.Http;

namespace Galley.GitHub.Tests;

public sealed class GitHubReporterTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Test]
    public async Task Report_Twice_EditsTheOneComment()
    {
        await using var fixture = new JobFixture();
        using var reporter = fixture.Reporter();

        await reporter.Report(JobFixture.Report("First."), Never);
        await reporter.Report(JobFixture.Report("Second."), Never);

        var only = fixture.GitHub.Comments.Single();
        Assert.That((only.Thread, only.Author, only.Edits), Is.EqualTo((7, FakeGitHub.Bot, 1)));
        Assert.That(only.Body, Does.StartWith("Second."));
        Assert.That(fixture.Said, Is.Empty);
    }

    /// <summary>Two runs at once can each have created one.</summary>
    [Test]
    public async Task Report_WithTwoCommentsOfOurs_EditsBoth()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Comment(7, FakeGitHub.Bot, $"Old.\n\n{JobFixture.Marker}");
        fixture.GitHub.Comment(7, FakeGitHub.Bot, $"Twin.\n\n{JobFixture.Marker}");
        using var reporter = fixture.Reporter();

        await reporter.Report(JobFixture.Report("New."), Never);

        Assert.That(fixture.GitHub.Comments.Select(comment => comment.Body), Has.Exactly(2).StartWith("New."));
    }

    [Test]
    public async Task Report_AmongThreePagesOfOthersAndADecoy_FindsItsOwn()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Comment(7, "mallory", $"Looks like galley's.\n\n{JobFixture.Marker}\n");
        for (var i = 0; i < 250; i++)
        {
            fixture.GitHub.Comment(7, "somebody", $"Comment {i}");
        }

        fixture.GitHub.Comment(7, FakeGitHub.Bot, $"Another workflow quotes it: {JobFixture.Marker} and goes on.");
        var own = fixture.GitHub.Comment(7, FakeGitHub.Bot, $"Old.\n\n{JobFixture.Marker}");
        using var reporter = fixture.Reporter();

        await reporter.Report(JobFixture.Report("New."), Never);

        Assert.That(fixture.GitHub.Comments, Has.Count.EqualTo(253));
        Assert.That(
            fixture.GitHub.Comments.Where(comment => comment.Edits > 0).Select(comment => comment.Id),
            Is.EqualTo(new[] { own.Id })
        );
    }

    [Test]
    public async Task Report_WithAPersonsToken_WritesUnderThatName()
    {
        await using var fixture = new JobFixture { GitHub = { Login = "editor" } };
        fixture.GitHub.Comment(7, FakeGitHub.Bot, $"The bot's.\n\n{JobFixture.Marker}");
        using var reporter = fixture.Reporter();

        await reporter.Report(JobFixture.Report(), Never);

        Assert.That(
            fixture.GitHub.Comments.Select(comment => comment.Author),
            Is.EqualTo(new[] { FakeGitHub.Bot, "editor" })
        );
    }

    [TestCase(502)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task Report_WhenTheAnswerToACreateIsLost_LooksAgainBeforeItMakesAnother(int status)
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Fail("POST", "/comments", Reply.Json(status, "{}"), thenDoes: true);
        using var reporter = fixture.Reporter();

        await reporter.Report(JobFixture.Report(), Never);

        Assert.That(fixture.GitHub.Comments, Has.Count.EqualTo(1));
        Assert.That(
            fixture.GitHub.Requests.Count(request =>
                request.Method == "POST" && request.Target.EndsWith("/comments", StringComparison.Ordinal)
            ),
            Is.EqualTo(1)
        );
        Assert.That(fixture.Said, Is.Empty);
    }

    [Test]
    public async Task Report_WhenACreateWasNotDone_MakesItAfterAll()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Fail("POST", "/comments", Reply.Json(502, "{}"));
        using var reporter = fixture.Reporter();

        await reporter.Report(JobFixture.Report(), Never);

        Assert.That(fixture.GitHub.Comments, Has.Count.EqualTo(1));
    }

    [TestCase(429)]
    [TestCase(403)]
    public async Task Report_AtASecondaryLimit_WaitsAsLongAsItIsTold(int status)
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Fail(
            "POST",
            "/comments",
            Reply.Json(status, """{"message":"You have exceeded a secondary rate limit."}""", "Retry-After: 47")
        );
        using var reporter = fixture.Reporter();

        await reporter.Report(JobFixture.Report(), Never);

        Assert.That(fixture.GitHub.Comments, Has.Count.EqualTo(1));
        Assert.That(fixture.Clock.Waits, Does.Contain(TimeSpan.FromSeconds(47)));
        Assert.That(fixture.Said, Is.Empty);
    }

    [Test]
    public async Task Report_WithATokenThatOnlyReads_LeavesItToTheSummary()
    {
        await using var fixture = new JobFixture { GitHub = { IsReadOnly = true } };
        using var folder = new TemporaryFolder();
        var summary = Path.Combine(folder.Path, "summary.md");
        using var reporter = fixture.Reporter(fixture.Run with { SummaryFile = summary });

        await reporter.Report(JobFixture.Report("Three to send."), Never);

        Assert.That(await File.ReadAllTextAsync(summary), Is.EqualTo("Three to send."));
        Assert.That(
            fixture.Said,
            Is.EqualTo(
                new[]
                {
                    "GitHub does not let this job's token write the comment. The job summary has everything.",
                    "GitHub does not let this job's token set the commit's status. The job summary has everything.",
                }
            )
        );
        Assert.That(fixture.Clock.Waits.Where(wait => wait < TimeSpan.FromMinutes(1)), Is.Empty);
    }

    [Test]
    public async Task Report_WhenGitHubIsDown_SaysSoAndEnds()
    {
        await using var fixture = new JobFixture();
        using var reporter = fixture.Reporter(
            fixture.Run with
            {
                ApiUrl = new Uri(LoopbackServer.UrlOfNobody() + "/"),
            }
        );

        await reporter.Report(JobFixture.Report(), Never);

        Assert.That(fixture.Said, Has.Count.EqualTo(2).And.All.EndWith("This does not change the result."));
    }

    [Test]
    public async Task Report_WithoutNews_LeavesTheCommentThatIsThere()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Comment(7, FakeGitHub.Bot, $"What went out.\n\n{JobFixture.Marker}");
        using var reporter = fixture.Reporter();

        await reporter.Report(JobFixture.Report("Nothing to do.") with { IsNews = false }, Never);

        Assert.That(fixture.GitHub.Comments.Single().Body, Does.StartWith("What went out."));
    }

    [TestCase(ExitCode.Fine, "success")]
    [TestCase(ExitCode.PersonNeeded, "success")]
    [TestCase(ExitCode.ContentInvalid, "failure")]
    [TestCase(ExitCode.SomeFailed, "failure")]
    [TestCase(ExitCode.Refused, "error")]
    public async Task Report_SetsTheStatusOfTheCommitThatPeopleSee(ExitCode outcome, string state)
    {
        await using var fixture = new JobFixture();
        using var reporter = fixture.Reporter();

        await reporter.Report(JobFixture.Report(new string('x', 200), outcome), Never);

        var status = fixture.GitHub.Statuses.Single();
        Assert.That((status.Sha, status.State, status.Context), Is.EqualTo((JobFixture.Head, state, "galley/plan")));
        Assert.That(status.Description, Has.Length.EqualTo(140).And.EndsWith("…"));
        Assert.That(status.TargetUrl, Is.EqualTo("https://github.com/acme/content/actions/runs/77"));
    }

    [Test]
    public async Task MergedPullRequest_OfAPushedMerge_IsFound()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.MergedFrom[JobFixture.Merge] = 12;
        using var reporter = fixture.Reporter();
        using var other = fixture.Reporter(fixture.Run with { Sha = JobFixture.Head });

        Assert.That(await reporter.MergedPullRequest(Never), Is.EqualTo(12));
        Assert.That(await other.MergedPullRequest(Never), Is.Null);
    }

    [Test]
    public async Task MergedPullRequest_ThatGitHubKnowsOnlyLater_IsAskedForAgain()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.MergedFrom[JobFixture.Merge] = 12;
        fixture.GitHub.Fail("GET", "/pulls", Reply.Json(200, "[]"));
        using var reporter = fixture.Reporter(fixture.Run with { EventName = "push" });

        Assert.That(await reporter.MergedPullRequest(Never), Is.EqualTo(12));
        Assert.That(fixture.Clock.Waits, Does.Contain(TimeSpan.FromSeconds(5)));
    }

    [TestCase("Launch the guide (#12)\n\nMore words (#13)", 12)]
    [TestCase("Merge pull request #12 from acme/launch\n\nLaunch", 12)]
    [TestCase("Launch the guide (#99)", null)]
    [TestCase("Fixes #12 at last", null)]
    [TestCase("", null)]
    public async Task MergedPullRequest_ThatGitHubNeverLists_IsTheMergedOneOfTheMessage(string message, int? number)
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.LastCommits[""] = (JobFixture.Merge, message);
        fixture.GitHub.Merged.Add(12);
        using var reporter = fixture.Reporter(fixture.Run with { EventName = "push" });

        Assert.That(await reporter.MergedPullRequest(Never), Is.EqualTo(number));
        Assert.That(fixture.Said, Is.Empty);
    }

    [Test]
    public async Task PullRequestsOf_Files_AreThoseOfTheirLastCommits()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.LastCommits["a.md"] = (JobFixture.Merge, "A");
        fixture.GitHub.LastCommits["b.md"] = (JobFixture.Head, "B (#13)");
        fixture.GitHub.LastCommits["c.md"] = ("3333333333333333333333333333333333333333", "A direct push");
        fixture.GitHub.MergedFrom[JobFixture.Merge] = 12;
        fixture.GitHub.Merged.Add(13);
        using var reporter = fixture.Reporter();

        Assert.That(
            await reporter.PullRequestsOf(["a.md", "b.md", "c.md", "d.md"], Never),
            Is.EquivalentTo(new Dictionary<string, int> { ["a.md"] = 12, ["b.md"] = 13 })
        );
    }
}
