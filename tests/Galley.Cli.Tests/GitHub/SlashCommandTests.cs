using Galley.Cli.Tests.Running;
using Galley.Sandbox.Faults;
using Galley.Testing.GitHub;
using Galley.Testing.Http;

namespace Galley.Cli.Tests.GitHub;

/// <summary><c>comment --command</c>: words of people who may say them, taken once and answered once, and nothing else.</summary>
internal sealed class SlashCommandTests
{
    private const string NotSent = "/galley not-sent post northwind/launch";

    private CliFixture _fixture = null!;
    private FakeGitHub _github = null!;

    /// <summary>A ledger branch that holds a doubt, an issue that says so, and Anna, who may write.</summary>
    [SetUp]
    public async Task MakeADoubt()
    {
        _fixture = await CliFixture.WithABranch();
        await _fixture.Run("ledger", "init");
        _fixture.Sandbox.Faults = FaultPlan.Parse("creates:504");
        _github = Job.On(_fixture, "schedule", "{}");
        _github.Permissions["anna"] = "write";
        await _fixture.Run("apply", "--github");
        Assert.That(_github.Issues.Single().State, Is.EqualTo("open"));
        // Until then the run might still be sending, for all that a branch can show.
        _fixture.At = "2026-06-08T09:30:00Z";
    }

    [TearDown]
    public async Task CleanUp()
    {
        await _github.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    [Test]
    public async Task Word_OfAWriter_IsTakenAndAnsweredOnce_AndTheIssueFollows()
    {
        var comment = _github.Comment(5, "anna", $"I looked: it is not there.\r\n\r\n{NotSent}\r\nThanks!");

        var run = await Job.HearAgain(_fixture, comment);
        var again = await Job.HearAgain(_fixture, comment);

        using var scope = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, again.ExitCode), Is.EqualTo((0, 0)), run.Error);
        Assert.That(
            Answers().Single().Body,
            Does.StartWith($"- **Taken** `{NotSent}`: ").And.EndsWith($"<!-- galley:answer {comment.Id} -->\n")
        );
        Assert.That(again.Error, Does.Contain("This comment already has an answer"));
        Assert.That(_github.Issues.Single().State, Is.EqualTo("closed"));
        Assert.That(Actions(await _fixture.Run("plan", "--format", "json")), Is.EqualTo(new[] { "create" }));
    }

    [Test]
    public async Task Words_OnSeveralLines_AreEachAnswered()
    {
        var run = await Job.Hear(
            _fixture,
            _github,
            $"/galley not-sent post northwind/lunch\n> {NotSent}\n```\n{NotSent}\n```\n/galley sent post "
                + $"northwind/launch 00000000-0000-4000-8000-00000000dead --force\n{NotSent}\n/galley"
        );

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            Answers().Single().Body,
            Does.StartWith("Taken: 1 of 4.\n")
                .And.Contain("Did you mean &#34;launch&#34;?")
                .And.Contain("- **Taken** `/galley sent post")
        );
        Assert.That(Actions(await _fixture.Run("plan", "--format", "json")), Is.EqualTo(new[] { "unchanged" }));
    }

    [TestCase("bob", "User", "bob needs write access to run Galley commands")]
    [TestCase("renovate[bot]", "Bot", "is a bot")]
    public async Task Word_OfWhoMayNot_IsAnsweredWithWhy_AndDoesNothing(string author, string type, string why)
    {
        var run = await Job.Hear(_fixture, _github, NotSent, author, type: type);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Answers().Single().Body, Does.StartWith("**Not taken.** ").And.Contain(why));
        Assert.That(Actions(await _fixture.Run("plan", "--format", "json")), Is.EqualTo(new[] { "in-doubt" }));
    }

    [TestCase("anna", "edited", "Edited comments are ignored")]
    [TestCase("anna", "deleted", "Edited comments are ignored")]
    [TestCase(FakeGitHub.Bot, "created", "Galley's own")]
    public async Task Word_ThatIsNotSaidAnew_IsLeftAlone(string author, string action, string why)
    {
        var run = await Job.Hear(_fixture, _github, NotSent, author, action);

        Assert.That((run.ExitCode, Answers().Count), Is.EqualTo((0, 0)));
        Assert.That(run.Error, Does.Contain(why));
        Assert.That(Actions(await _fixture.Run("plan", "--format", "json")), Is.EqualTo(new[] { "in-doubt" }));
    }

    [TestCase("")]
    [TestCase("Looks good!")]
    [TestCase("> /galley not-sent post northwind/launch\n\nReally?")]
    public async Task Comment_WithoutAWord_IsNobodysBusiness(string body)
    {
        var asked = _github.Requests.Count;

        var run = await Job.Hear(_fixture, _github, body);

        Assert.That((run.ExitCode, run.Out, run.Error, _github.Requests.Count - asked), Is.EqualTo((0, "", "", 0)));
    }

    [TestCase("/galley done post northwind/launch $(touch hurt)")]
    [TestCase("/galley done post northwind/launch `touch hurt`")]
    [TestCase("/galley not-sent post northwind/launch; touch hurt")]
    [TestCase("/galley not-sent post northwind/launch && touch hurt")]
    [TestCase("/galley not-sent post ../../hurt")]
    [TestCase("/galley not-sent post northwind/l\u0430unch")]
    [TestCase("/galley not\u2010sent post northwind/launch")]
    [TestCase("/galley adopt --from /etc/passwd")]
    [TestCase("/galley apply --allow-creates 1000")]
    [TestCase("/galley ledger init")]
    [TestCase("/galley --ledger folder:hurt not-sent post northwind/launch")]
    [TestCase("/galley ::add-mask::x\u2028::error::y @octocat <!-- galley:answer 1 -->")]
    [TestCase("/galley ##[error]x\u001b[31m \u202Eevil")]
    public async Task HostileWords_AreAnswered_AndDoNothing(string body)
    {
        var run = await Job.Hear(_fixture, _github, body);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Answers().Single().Body, Does.StartWith("- **Not taken** "));
        Assert.That(Actions(await _fixture.Run("plan", "--format", "json")), Is.EqualTo(new[] { "in-doubt" }));
        Assert.That(
            Directory.EnumerateFileSystemEntries(_fixture.Content, "hurt*", SearchOption.AllDirectories),
            Is.Empty
        );
        Assert.That(
            (run.Out + run.Error).Split('\n'),
            Has.None.Matches<string?>(line =>
                line!.TrimStart().StartsWith("::", StringComparison.Ordinal)
                || line.Contains("##[", StringComparison.Ordinal)
                || line.Contains('\u001b')
                || line.Contains('\u202E')
            )
        );
    }

    [Test]
    public async Task Words_WithoutEnd_AreAnsweredWithinGitHubsLimit()
    {
        var run = await Job.Hear(_fixture, _github, "/galley done post northwind/" + new string('*', 60_000));
        var many = await Job.Hear(_fixture, _github, string.Concat(Enumerable.Repeat(NotSent + "\n", 101)));

        Assert.That((run.ExitCode, many.ExitCode), Is.EqualTo((1, 1)));
        Assert.That(Answers(), Has.Count.EqualTo(2));
        Assert.That(Answers()[1].Body, Does.Contain("101 Galley commands"));
    }

    [Test]
    public async Task Word_WhoseAnswerIsLost_IsAnsweredOnce()
    {
        _github.Fail("POST", "/issues/5/comments", Reply.Json(500, "{}", "Retry-After: 0"), thenDoes: true);

        var run = await Job.Hear(_fixture, _github, NotSent);

        Assert.That((run.ExitCode, Answers().Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Word_WhenGitHubCantSayWhoMay_IsNotTaken()
    {
        _github.Fail("GET", "/permission", Reply.Json(403, """{"message":"Resource not accessible by integration"}"""));

        var run = await Job.Hear(_fixture, _github, NotSent);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("GitHub did not answer, so nothing was done"));
        Assert.That(Actions(await _fixture.Run("plan", "--format", "json")), Is.EqualTo(new[] { "in-doubt" }));
    }

    [Test]
    public async Task Word_WithATokenThatOnlyReads_IsTaken_AndTheSummaryAnswers()
    {
        _github.IsReadOnly = true;

        var run = await Job.Hear(_fixture, _github, NotSent);

        Assert.That((run.ExitCode, Answers().Count), Is.EqualTo((0, 0)));
        Assert.That(run.Error, Does.Contain("GitHub does not let this job's token write the answer"));
        Assert.That(Job.Summary(_fixture), Does.Contain($"- **Taken** `{NotSent}`: "));
        Assert.That(Actions(await _fixture.Run("plan", "--format", "json")), Is.EqualTo(new[] { "create" }));
    }

    [Test]
    public async Task Word_InAJobThatIsRunAgain_IsNotTaken()
    {
        _fixture.Environment["GITHUB_RUN_ATTEMPT"] = "2";

        var run = await Job.Hear(_fixture, _github, NotSent);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Answers().Single().Body, Does.Contain("This job was run again"));
        Assert.That(Actions(await _fixture.Run("plan", "--format", "json")), Is.EqualTo(new[] { "in-doubt" }));
    }

    [Test]
    public async Task Word_WhenTheLedgerIsMissing_IsAnsweredWithWhy()
    {
        _fixture.LedgerUri = "git:elsewhere";

        var run = await Job.Hear(_fixture, _github, NotSent);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Answers().Single().Body, Does.StartWith($"- **Not taken** `{NotSent}`: "));
    }

    [Test]
    public async Task Command_WithoutItsVariable_SaysWhatToSet()
    {
        var run = await _fixture.Run("comment", "--command");

        Assert.That(
            (run.ExitCode, run.Error),
            Is.EqualTo(
                (
                    1,
                    "galley: GALLEY_COMMAND is not set. Add the comment's text to the job's environment: "
                        + "`GALLEY_COMMAND: ${{ github.event.comment.body }}`.\n"
                )
            )
        );
    }

    private IReadOnlyList<StoredComment> Answers() =>
        [
            .. _github.Comments.Where(comment =>
                comment.Thread == 5 && comment.Body.Contains("\n<!-- galley:answer ", StringComparison.Ordinal)
            ),
        ];

    private static IEnumerable<string> Actions(CliRun plan) =>
        plan.Json["clients"]![0]!["actions"]!.AsArray().Select(action => action!["action"]!.GetValue<string>());
}
