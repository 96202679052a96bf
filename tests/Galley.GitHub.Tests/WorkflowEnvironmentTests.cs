using Galley.Testing;

namespace Galley.GitHub.Tests;

public sealed class WorkflowEnvironmentTests
{
    private const string PullRequest = """
        {"pull_request":{"number":7,"head":{"sha":"aaa","repo":{"full_name":"fork/content"}},
        "base":{"sha":"bbb","repo":{"full_name":"acme/content"}}}}
        """;

    private const string Comment = """
        {"action":"created","issue":{"number":9,"pull_request":{}},
        "comment":{"id":3000000000,"body":"/galley done","user":{"login":"anna","type":"User"}}}
        """;

    [Test]
    public void Read_APullRequestFromAFork_KnowsItsCommits()
    {
        var run = Read(PullRequest);

        Assert.That(run.PullRequest, Is.EqualTo(new EventPullRequest(7, "aaa", "bbb")));
        Assert.That(run.Commit, Is.EqualTo("aaa"));
        Assert.That(
            run.Files("my content/").AbsoluteUri,
            Is.EqualTo("https://github.com/acme/content/blob/aaa/my%20content/")
        );
    }

    [Test]
    public void Read_APullRequest_KnowsItsBaseAndWhatPublishes()
    {
        var run = Read(
            """{"repository":{"default_branch":"trunk"},"pull_request":{"number":7,"head":{"sha":"aaa"}"""
                + ""","base":{"ref":"dev","sha":"bbb"} } }"""
        );

        Assert.That((run.PullRequest!.BaseBranch, run.DefaultBranch), Is.EqualTo(("dev", "trunk")));
    }

    [Test]
    public void Read_AMergeQueue_KnowsItsCommits() =>
        Assert.That(
            Read("""{"merge_group":{"head_sha":"aaa","base_sha":"bbb"} }""").MergeGroup,
            Is.EqualTo(new EventMergeGroup("aaa", "bbb"))
        );

    [Test]
    public void Read_TheEndOfAnotherRun_KnowsWhatThatWasAbout() =>
        Assert.That(
            Read(
                """{"workflow_run":{"id":3000000000"""
                    + ""","event":"pull_request","head_sha":"aaa","head_branch":"june","head_repository":{"owner":{"login":"fork"} } } }"""
            ).Origin,
            Is.EqualTo(new EventRun("3000000000", "pull_request", "aaa", "june", "fork"))
        );

    [Test]
    public void Read_AComment_KnowsWhoSaidWhatWhere() =>
        Assert.That(Read(Comment).Comment, Is.EqualTo(new EventComment(3_000_000_000, 9, "anna") { IsNew = true }));

    [TestCase("edited", "anna", "User", false, false)]
    [TestCase("deleted", "anna", "User", false, false)]
    [TestCase("created", "renovate[bot]", "Bot", true, true)]
    [TestCase("created", "renovate[bot]", "User", true, true)]
    public void Read_AComment_KnowsWhetherAPersonJustWroteIt(
        string action,
        string login,
        string type,
        bool isNew,
        bool isByBot
    )
    {
        var comment = Read(
            $$$"""{"action":"{{{action}}}","issue":{"number":9},"comment":{"id":3,"user":{"login":"{{{login}}}","type":"{{{type}}}"} } }"""
        ).Comment!;

        Assert.That((comment.IsNew, comment.IsByBot), Is.EqualTo((isNew, isByBot)));
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("""{"pull_request":null,"comment":7,"issue":{"number":"9"}}""")]
    [TestCase("""{"workflow_run":{"id":"7","event":"push"},"merge_group":[]}""")]
    public void Read_AnyOtherEvent_HasNeither(string payload)
    {
        var run = Read(payload);

        Assert.That(
            (run.PullRequest, run.Comment, run.Commit),
            Is.EqualTo(((EventPullRequest?)null, (EventComment?)null, "sha"))
        );
    }

    [TestCase("""{"action":"\ud800","issue":{"number":5},"comment":{"id":1,"user":{"login":"a"}}}""")]
    [TestCase("""{"issue":{"numbe\ud800r":5},"comment":{"id":1,"user":{"login":"a"}}}""")]
    [TestCase("""{"pull_request":{"number":7,"head":{"sha":"\ud800"},"base":{"sha":"b"}}}""")]
    public void Read_BrokenText_IsRefusedInWords(string payload) =>
        Assert.That(
            () => Read(payload),
            Throws.TypeOf<GalleyException>().With.Message.Contain("GITHUB_EVENT_PATH names a file with broken text")
        );

    [Test]
    public void Read_OutsideActions_SaysWhatToDo() =>
        Assert.That(
            () => WorkflowEnvironment.Read(_ => null),
            Throws
                .TypeOf<GalleyException>()
                .With.Message.Contain("GITHUB_REPOSITORY is not set here")
                .And.Message.Contain("Leave --github out")
        );

    [Test]
    public void Read_AnUnencryptedApi_IsRefused() =>
        Assert.That(
            () => Read("{}", ("GITHUB_API_URL", "http://example.com")),
            Throws.TypeOf<GalleyException>().With.Message.Contain("http://example.com")
        );

    [TestCase("/work", "/work", "")]
    [TestCase("/work", "/work/a/b", "a/b/")]
    [TestCase("/work", "/elsewhere", "")]
    public void PrefixOf_AContentRoot_IsTheRepositorys(string workspace, string root, string prefix) =>
        Assert.That(Read("{}", ("GITHUB_WORKSPACE", workspace)).PrefixOf(root), Is.EqualTo(prefix));

    [Test]
    public void Token_InWords_IsNotShown() =>
        Assert.That($"{Read("{}", ("GITHUB_TOKEN", "s3cret"))}", Does.Not.Contain("s3cret"));

    private static WorkflowRun Read(string payload, params (string Name, string Value)[] more)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "event.json");
        File.WriteAllText(file, payload);
        var environment = new Dictionary<string, string>
        {
            ["GITHUB_REPOSITORY"] = "acme/content",
            ["GITHUB_EVENT_NAME"] = "any",
            ["GITHUB_SHA"] = "sha",
            ["GITHUB_EVENT_PATH"] = file,
        };
        foreach (var (name, value) in more)
        {
            environment[name] = value;
        }

        return WorkflowEnvironment.Read(environment.GetValueOrDefault);
    }
}
