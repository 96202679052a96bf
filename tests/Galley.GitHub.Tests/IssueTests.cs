using System.Collections.Immutable;
using Galley.Rendering.Issue;
using Galley.Testing.GitHub;
using Galley.Testing.Http;

namespace Galley.GitHub.Tests;

public sealed class IssueTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Test]
    public async Task TendIssue_Twice_EditsTheOneIssue()
    {
        await using var fixture = new JobFixture();
        using var reporter = fixture.Reporter();

        await reporter.UpdateIssue(_ => Wanted("First."), Never);
        await reporter.UpdateIssue(_ => Wanted("Second."), Never);

        var only = fixture.GitHub.Issues.Single();
        Assert.That(
            (only.Author, only.State, only.Edits, only.Title, only.Labels.Single()),
            Is.EqualTo((FakeGitHub.Bot, "open", 1, GalleyIssue.Title, "galley"))
        );
        Assert.That(only.Body, Does.StartWith("Second."));
        Assert.That(fixture.Said, Is.Empty);
    }

    [Test]
    public async Task TendIssue_AmongThreePagesOfOthersAndADecoy_FindsItsOwn()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Issue("mallory", Body("Everything was told."));
        for (var i = 0; i < 250; i++)
        {
            fixture.GitHub.Issue("somebody", $"Issue {i}");
        }

        fixture.GitHub.Issue(FakeGitHub.Bot, $"Another workflow's, which quotes {GalleyIssue.Marker} and goes on.");
        fixture.GitHub.Issue(FakeGitHub.Bot, Body("Somebody took its label away."), "open", "other");
        var own = fixture.GitHub.Issue(FakeGitHub.Bot, Body("Old."));
        using var reporter = fixture.Reporter();
        string? seen = null;

        await reporter.UpdateIssue(
            before =>
            {
                seen = before;
                return Wanted("New.");
            },
            Never
        );

        Assert.That(seen, Is.EqualTo(own.Body));
        Assert.That(fixture.GitHub.Issues, Has.Count.EqualTo(254));
        Assert.That(
            fixture.GitHub.Issues.Where(issue => issue.Edits > 0).Select(issue => issue.Number),
            Is.EqualTo(new[] { own.Number })
        );
    }

    [Test]
    public async Task TendIssue_WithNothingLeft_ClosesIt_AndReopensIt()
    {
        await using var fixture = new JobFixture();
        using var reporter = fixture.Reporter();

        await reporter.UpdateIssue(_ => Wanted("Nothing.") with { IsOpen = false }, Never);
        Assert.That(fixture.GitHub.Issues, Is.Empty);
        await reporter.UpdateIssue(_ => Wanted("One."), Never);
        await reporter.UpdateIssue(_ => Wanted("Nothing.") with { IsOpen = false }, Never);
        Assert.That(fixture.GitHub.Issues.Single().State, Is.EqualTo("closed"));
        await reporter.UpdateIssue(_ => Wanted("Two."), Never);

        Assert.That(fixture.GitHub.Issues.Single().State, Is.EqualTo("open"));
    }

    [Test]
    public async Task TendIssue_OfTwoThatTwoRunsMade_KeepsTheOlder()
    {
        await using var fixture = new JobFixture();
        var older = fixture.GitHub.Issue(FakeGitHub.Bot, Body("One."));
        fixture.GitHub.Issue(FakeGitHub.Bot, Body("Twin."));
        using var reporter = fixture.Reporter();

        await reporter.UpdateIssue(_ => Wanted("Now."), Never);

        Assert.That(
            fixture.GitHub.Issues.Select(issue => (issue.Number == older.Number, issue.State)),
            Is.EqualTo(new[] { (true, "open"), (false, "closed") })
        );
    }

    [TestCase("POST", "/issues")]
    [TestCase("POST", "/comments")]
    [TestCase("PATCH", "/issues/")]
    public async Task TendIssue_WhenAnAnswerIsLost_MakesNothingTwice(string method, string path)
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Fail(method, path, Reply.Json(502, "{}"), thenDoes: true);
        using var reporter = fixture.Reporter();

        await reporter.UpdateIssue(_ => Wanted("One.", "a", "b"), Never);

        Assert.That(fixture.GitHub.Issues.Single().Body, Is.EqualTo(Body("One. Told.")));
        Assert.That(
            fixture.GitHub.Comments.Select(comment => comment.Body),
            Is.EqualTo(new[] { "a\n<!-- a -->", "b\n<!-- b -->" })
        );
        Assert.That(fixture.Said, Is.Empty);
    }

    [Test]
    public async Task TendIssue_WhoseNewsStandsThereAlready_TellsItNoMore()
    {
        await using var fixture = new JobFixture();
        var own = fixture.GitHub.Issue(FakeGitHub.Bot, Body("Old."));
        fixture.GitHub.Comment(own.Number, "mallory", "b\n<!-- b -->");
        for (var i = 0; i < 250; i++)
        {
            fixture.GitHub.Comment(own.Number, "somebody", $"Comment {i}");
        }

        fixture.GitHub.Comment(own.Number, FakeGitHub.Bot, "a\n<!-- a -->\n");
        using var reporter = fixture.Reporter();

        await reporter.UpdateIssue(_ => Wanted("One.", "a", "b"), Never);

        Assert.That(
            fixture
                .GitHub.Comments.Where(comment => comment.Author == FakeGitHub.Bot)
                .Select(comment => comment.Body[0]),
            Is.EqualTo(new[] { 'a', 'b' })
        );
    }

    [Test]
    public async Task TendIssue_WithATokenThatOnlyReads_SaysSo()
    {
        await using var fixture = new JobFixture { GitHub = { IsReadOnly = true } };
        using var reporter = fixture.Reporter();

        Assert.That(await reporter.UpdateIssue(_ => Wanted("One."), Never), Is.False);
        Assert.That(
            fixture.Said,
            Is.EqualTo(
                new[] { "GitHub does not let this job's token write the galley issue. The job summary has everything." }
            )
        );
    }

    [Test]
    public async Task Report_WithAnAppsToken_SaysUnderWhichNameToLook()
    {
        await using var fixture = new JobFixture { GitHub = { AppName = "press[bot]" } };
        using var reporter = fixture.Reporter();

        await reporter.Report(JobFixture.Report(), Never);

        Assert.That(
            fixture.Said.Single(),
            Does.Contain("GitHub shows press[bot], not github-actions[bot], as the author of what this job writes.")
        );
    }

    [Test]
    public async Task Report_WithAnAppsTokenWhoseNameIsSaid_EditsTheOneComment()
    {
        await using var fixture = new JobFixture { GitHub = { AppName = "press[bot]" } };
        using var reporter = fixture.Reporter(fixture.Run with { Login = "press[bot]" });

        await reporter.Report(JobFixture.Report("First."), Never);
        await reporter.Report(JobFixture.Report("Second."), Never);

        Assert.That(fixture.GitHub.Comments.Single().Body, Does.StartWith("Second."));
        Assert.That(fixture.Said, Is.Empty);
    }

    [TestCase("admin", true)]
    [TestCase("write", true)]
    [TestCase("maintain", true)]
    [TestCase("read", false)]
    [TestCase("none", false)]
    public async Task MayWrite_GoesByWhatGitHubSays(string permission, bool may)
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Permissions["anna"] = permission;
        using var reporter = fixture.Reporter();

        Assert.That(await reporter.MayWrite("anna", Never), Is.EqualTo(may));
    }

    [TestCase("")]
    [TestCase("../../user")]
    [TestCase("anna/permission?x=")]
    [TestCase("\u0430nna")]
    public async Task MayWrite_OfWhatIsNoName_AsksNobody(string login)
    {
        await using var fixture = new JobFixture();
        using var reporter = fixture.Reporter();

        Assert.That(await reporter.MayWrite(login, Never), Is.False);
        Assert.That(fixture.GitHub.Requests, Is.Empty);
    }

    [Test]
    public async Task MayWrite_WhenGitHubCantSay_IsUnknown()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Fail(
            "GET",
            "/permission",
            Reply.Json(403, """{"message":"Resource not accessible by integration"}""")
        );
        using var reporter = fixture.Reporter();

        Assert.That(await reporter.MayWrite("anna", Never), Is.Null);
        Assert.That(fixture.Said, Has.Count.EqualTo(1));
    }

    private static IssueRevision Wanted(string words, params ImmutableArray<string> news) =>
        new(
            Body(words),
            IsOpen: true,
            [.. news.Select(word => new IssueNotice($"<!-- {word} -->", $"{word}\n<!-- {word} -->"))],
            Body(words + " Told.")
        );

    private static string Body(string words) => $"{words}\n\n{GalleyIssue.Marker}";
}
