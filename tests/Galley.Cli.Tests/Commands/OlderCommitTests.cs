using Galley.Cli.Tests.Running;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Testing;

namespace Galley.Cli.Tests.Commands;

/// <summary>
/// An old commit publishes nothing that a newer one took out: a job that is run again, a clone that is behind, a branch
/// that was set back.
/// </summary>
internal sealed class OlderCommitTests
{
    private const string Now = "2026-06-08T09:00:00Z";
    private const string Launch = "clients/northwind/posts/launch.md";

    private TemporaryFolder _folder = null!;
    private SandboxServer _sandbox = null!;
    private GitClone _remote = null!;
    private GitClone _author = null!;
    private int _jobs;

    [SetUp]
    public async Task Open()
    {
        _folder = new TemporaryFolder();
        _sandbox = await SandboxServer.Start(
            new SandboxOptions
            {
                Clock = new FixedClock(DateTimeOffset.Parse(Now, System.Globalization.CultureInfo.InvariantCulture)),
                Accounts = SandboxAccounts.Default,
            }
        );
        _remote = GitClone.Bare(_folder["remote.git"]);
        _author = _remote.Clone(_folder["author"]);
        _author.Commit(
            "clients/northwind/client.yaml",
            "name: Northwind Traders\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: America/New_York\n"
        );
        Push();
        Assert.That((await Run(_author, "ledger", "init")).ExitCode, Is.Zero);
    }

    [TearDown]
    public async Task Close()
    {
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task JobThatIsRunAgain_AfterThePostWasTakenOut_SendsNothing(bool appliesTheNewerOne)
    {
        var old = WritePost("launch");
        WritePost("other");
        var first = JobAt(old);
        File.Delete(_author.Folder + "/" + Launch);
        var newer = CommitAndPush("clients/northwind/posts/third.md", Post("third"));
        if (appliesTheNewerOne)
        {
            Assert.That((await Apply(JobAt("main"))).ExitCode, Is.Zero);
        }

        var sent = Sent;
        var again = await Apply(first);

        Assert.That(again.ExitCode, Is.EqualTo((int)ExitCode.Refused), again.Error);
        Assert.That(again.Error, Does.Contain(newer[..7]).And.Contain("--allow-older-commit"));
        Assert.That(Sent, Is.EqualTo(sent));
        Assert.That(TextsInLeadPanther, Has.None.Contains("launch"));
    }

    [Test]
    public async Task OlderCommit_ThatIsMeant_Goes()
    {
        var old = JobAt(WritePost("launch"));
        WritePost("other");

        var run = await Apply(old, "--allow-older-commit");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(TextsInLeadPanther.Single(), Does.Contain("launch"));
    }

    [Test]
    public async Task NewestCommit_InAJobWithoutHistory_GoesEachTime()
    {
        foreach (var key in new[] { "launch", "other", "third" })
        {
            WritePost(key);
            var run = await Apply(JobAt("main"));
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Error, Does.Not.Contain("can't tell whether"));
        }

        Assert.That(TextsInLeadPanther, Has.Length.EqualTo(3));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task BranchThatWasSetBack_SaysWhichCommitWasApplied_UntilANewOneComes(bool isShallow)
    {
        var old = WritePost("launch");
        WritePost("other");
        var newer = WritePost("third");
        await Apply(JobAt("main"));
        _author.Git("reset", "--quiet", "--hard", old);
        _author.Git("push", "--quiet", "--force", "origin", "main");

        var refused = await Apply(isShallow ? JobAt("main") : _remote.Clone(_folder["whole"]));

        Assert.That(refused.ExitCode, Is.EqualTo((int)ExitCode.Refused), refused.Error);
        Assert.That(refused.Error, Does.Contain(newer[..7]));
        Assert.That(TextsInLeadPanther, Has.Length.EqualTo(3));

        WritePost("fourth");
        var run = await Apply(JobAt("main"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(TextsInLeadPanther, Has.Length.EqualTo(2), "what the branch no longer has is deleted");
    }

    [Test]
    public async Task JobOfACommit_ThatTheBranchNoLongerHas_SendsNothing()
    {
        var old = WritePost("launch");
        WritePost("other");
        var first = JobAt("main");
        _author.Git("reset", "--quiet", "--hard", old);
        _author.Git("push", "--quiet", "--force", "origin", "main");

        var run = await Apply(first);

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Refused), run.Error);
        Assert.That(run.Error, Does.Contain(old[..7]));
        Assert.That(Sent, Is.Zero);
    }

    [Test]
    public async Task RewrittenHistory_WhoseOldCommitsNobodyHas_GoesOn_AndSaysThatItCantTell()
    {
        WritePost("launch");
        await Apply(JobAt("main"));
        _author.Git("checkout", "--quiet", "--orphan", "rewritten");
        _author.Git("branch", "--quiet", "-D", "main");
        _author.Git("branch", "--quiet", "-m", "main");
        WritePost("other", force: true);
        _remote.Git("reflog", "expire", "--expire=now", "--all");
        _remote.Git("gc", "--quiet", "--prune=now");

        var run = await Apply(JobAt("main"));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Contain("can't tell"));
        Assert.That(TextsInLeadPanther, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task CloneThatIsBehind_SendsNothing_AndOneThatIsAheadGoes()
    {
        WritePost("launch");
        var behind = _remote.Clone(_folder["behind"]);
        var ahead = WritePost("other");

        var refused = await Apply(behind, job: false);
        Assert.That(refused.ExitCode, Is.EqualTo((int)ExitCode.Refused), refused.Error);
        Assert.That(refused.Error, Does.Contain(ahead[..7]).And.Contain("main"));
        Assert.That(Sent, Is.Zero);

        behind.Git("pull", "--quiet", "--rebase");
        behind.Commit("clients/northwind/posts/mine.md", Post("mine", day: 20));
        var run = await Apply(behind, job: false);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(TextsInLeadPanther, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task PersonsWord_OnABranchOfTheirOwn_HoldsNobodyUp()
    {
        WritePost("launch");
        await Apply(JobAt("main"));
        var person = _remote.Clone(_folder["person"]);
        person.Git("checkout", "--quiet", "-b", "review");
        person.Commit("clients/northwind/posts/mine.md", Post("mine", day: 20));
        Assert.That((await Run(person, "forget", "post", "northwind/launch")).ExitCode, Is.Zero);

        var run = await Apply(JobAt("main"));

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.PersonNeeded), run.Error);
    }

    private int Sent => _sandbox.Requests.Count(request => request.Method != "GET");

    private string[] TextsInLeadPanther => [.. _sandbox.Posts.Select(post => post.Text)];

    private static string Post(string key, int day = 15) =>
        $"---\nstatus: scheduled\nscheduled_at: 2026-06-{day} {10 + (key.Length + key[0]) % 10}:00\n---\nThe words of {key}.\n";

    private string WritePost(string key, bool force = false) =>
        CommitAndPush($"clients/northwind/posts/{key}.md", Post(key), force);

    /// <summary>The commit.</summary>
    private string CommitAndPush(string file, string text, bool force = false)
    {
        _author.Commit(file, text);
        Push(force);
        return _author.Git("rev-parse", "HEAD").Trim();
    }

    private void Push(bool force = false) =>
        _author.Git(["push", "--quiet", .. force ? ["--force"] : Array.Empty<string>(), "origin", "HEAD:main"]);

    private GitClone JobAt(string reference) => GitClone.OfJob(_folder[$"job-{++_jobs}"], _remote.Folder, reference);

    private Task<CliRun> Apply(GitClone clone, params string[] args) => Apply(clone, job: true, args);

    private Task<CliRun> Apply(GitClone clone, bool job, params string[] args) => Run(clone, job, ["apply", .. args]);

    private Task<CliRun> Run(GitClone clone, params string[] args) => Run(clone, job: false, args);

    private Task<CliRun> Run(GitClone clone, bool job, string[] args)
    {
        var environment = new Dictionary<string, string>
        {
            ["LEADPANTHER_API_URL"] = _sandbox.ApiUrl.ToString(),
            ["LEADPANTHER_API_KEY"] = SandboxAccounts.AgencySecret,
        };
        if (job)
        {
            environment["GITHUB_ACTIONS"] = "true";
            environment["GITHUB_REF"] = "refs/heads/main";
            environment["GITHUB_SHA"] = clone.Git("rev-parse", "HEAD").Trim();
        }

        return CliRun.In(clone.Folder, environment, [.. args, "--ledger", "git:galley-ledger", "--now", Now]);
    }
}
