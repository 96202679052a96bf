using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Galley.Planning.Sharding;
using Galley.Sandbox.Accounts;
using Galley.Testing.GitHub;

namespace Galley.Cli.Tests.Commands;

/// <summary>A matrix of jobs plans and applies in parallel, and speaks once.</summary>
internal sealed class ShardTests
{
    private const int Shards = 2;
    private const string Head = "1111111111111111111111111111111111111111";
    private const string Merge = "2222222222222222222222222222222222222222";

    /// <summary>Two clients of the sandbox's agency, one in each shard.</summary>
    private static readonly (string Slug, string Id)[] Clients =
    [
        ("northwind", "00000000-0000-4000-8000-000000000001"),
        ("acme", "00000000-0000-4000-8000-000000000002"),
    ];

    private CliFixture _fixture = null!;
    private FakeGitHub _github = null!;

    [SetUp]
    public async Task Open()
    {
        _fixture = await CliFixture.Open(
            new SandboxAccounts { Clients = [.. Clients.Select(client => new SandboxClient(client.Id, client.Slug))] }
        );
        _github = new FakeGitHub();
        foreach (var (slug, id) in Clients)
        {
            _fixture.Write(
                $"clients/{slug}/client.yaml",
                $"name: {slug}\nclient_id: {id}\ntime_zone: America/New_York\n"
            );
            foreach (var hour in Enumerable.Range(10, 2))
            {
                _fixture.Write(
                    $"clients/{slug}/posts/at-{hour}.md",
                    $"---\nstatus: scheduled\nscheduled_at: 2026-06-15 {hour}:00\n---\nWords of {slug} at {hour}.\n"
                );
            }
        }

        await _fixture.Run("ledger", "init");
    }

    [TearDown]
    public async Task Close()
    {
        await _github.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    [Test]
    public async Task Shards_Print_OneLineForFromJson()
    {
        var run = await _fixture.Run("shards", "--max", "20");

        Assert.That(run.Out, Is.EqualTo(Matrix + "\n"));
        Assert.That(run.Error, Does.Contain("2 of 2 clients have work, in 2 shards."));
    }

    [Test]
    public async Task Shards_OfNoWork_AreNone()
    {
        await _fixture.Run("apply");

        Assert.That((await _fixture.Run("shards")).Out, Is.EqualTo("{\"shard\":[]}\n"));
    }

    [Test]
    public async Task Plans_OfShards_AreSaidAsOneWholePlan()
    {
        InAJob("pull_request");
        var whole = await _fixture.Run("plan", "--format", "json");
        foreach (var shard in All())
        {
            await _fixture.Run("plan", "--github", "--shard", shard, "--out", PlanOf(shard));
        }

        Assert.That(_github.Comments, Is.Empty, "a shard leaves the word to the whole");

        var run = await _fixture.Run(["comment", "--plan", .. All().Select(PlanOf), "--matrix", Matrix]);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "Plan: 4 to send.\n")), run.Error);
        Assert.That(
            _github.Comments.Single().Body,
            Does.StartWith("**Plan: 4 to send.**")
                .And.Contain("> Words of acme at 11.")
                .And.Contain("> Words of northwind at 10.")
                .And.Not.Contain("[!IMPORTANT]")
        );
        Assert.That(
            _github.Statuses.Single(),
            Is.EqualTo(
                new StoredStatus(
                    Head,
                    "success",
                    "galley/plan",
                    "Plan: 4 to send.",
                    _github.Statuses.Single().TargetUrl
                )
            )
        );
        Assert.That(
            All().Sum(shard => JsonNode.Parse(File.ReadAllText(PlanOf(shard)))!["totals"]!["create"]!.GetValue<int>()),
            Is.EqualTo((int)whole.Json["totals"]!["create"]!)
        );
    }

    [Test]
    public async Task Plan_OfAShardThatIsMissing_IsSaidAndFails()
    {
        InAJob("pull_request");
        await _fixture.Run("plan", "--shard", "1/2", "--out", PlanOf("1/2"));

        var run = await _fixture.Run("comment", "--plan", PlanOf("1/2"), "--matrix", Matrix);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            _github.Comments.Single().Body,
            Does.Contain("> [!IMPORTANT]\n> Incomplete: there is no plan of shard 2/2.")
                .And.Contain("Planned: 1 of 2 clients.")
        );
        Assert.That(_github.Statuses.Single().State, Is.EqualTo("error"));
    }

    [Test]
    public async Task Plans_ThatAreNotOfOneRun_AreRefused()
    {
        InAJob("pull_request");
        await _fixture.Run("plan", "--shard", "1/2", "--out", PlanOf("1/2"));
        await _fixture.Run("plan", "--shard", "2/3", "--out", PlanOf("2/3"));

        var run = await _fixture.Run("comment", "--plan", PlanOf("1/2"), PlanOf("2/3"));

        Assert.That(
            (run.ExitCode, run.Error),
            Is.EqualTo(
                (
                    1,
                    "galley: These plans are not the shards of one plan: they are of 1/2 and 2/3. Hand in the files of one run.\n"
                )
            )
        );
    }

    [Test]
    public async Task Limit_OfCreates_HoldsOverAllShards()
    {
        InAJob("pull_request");
        _fixture.Write("galley.yaml", "limits: {max_creates: 3}\n");
        foreach (var shard in All())
        {
            await _fixture.Run("plan", "--shard", shard, "--out", PlanOf(shard));
        }

        var applied = new List<CliRun>();
        foreach (var shard in All())
        {
            applied.Add(await _fixture.Run("apply", "--shard", shard));
        }

        var comment = await _fixture.Run(["comment", "--plan", .. All().Select(PlanOf)]);

        Assert.That(
            applied.Select(run => run.ExitCode),
            Is.EquivalentTo(new[] { (int)ExitCode.Refused, (int)ExitCode.Fine }),
            "the shard with the client that goes over the limit is refused, the other one goes on"
        );
        Assert.That(applied.Select(run => run.Error), Has.One.Contains("limits.max_creates"));
        Assert.That(_fixture.CreatesReceived, Is.LessThanOrEqualTo(3));
        Assert.That(_github.Comments.Single().Body, Does.StartWith("**Plan: 2 on hold, 2 to send.**"));
        Assert.That(comment.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Results_OfShards_AreSaidAsOne()
    {
        InAJob("push");
        _github.MergedFrom[Merge] = 12;
        foreach (var shard in All())
        {
            await _fixture.Run("apply", "--github", "--shard", shard, "--out", PlanOf(shard));
        }

        Assert.That((_fixture.CreatesReceived, _github.Comments.Count, _github.Statuses.Count), Is.EqualTo((4, 0, 0)));

        var run = await _fixture.Run(["comment", "--result", .. All().Select(PlanOf), "--matrix", Matrix]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(_github.Comments.Single().Thread, Is.EqualTo(12));
        Assert.That(
            _github.Comments.Single().Body,
            Does.StartWith("**Apply: 4 created.**").And.Contain("posts/at-10.md>)").And.Contain("posts/at-11.md>)")
        );
    }

    [Test]
    public async Task Result_OfAShardThatIsMissing_IsSaidAndFails()
    {
        InAJob("push");
        await _fixture.Run("apply", "--shard", "1/2", "--out", PlanOf("1/2"));

        var run = await _fixture.Run("comment", "--result", PlanOf("1/2"), "--matrix", Matrix);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Out, Does.Contain("Incomplete: 1 shard gave no result."));
    }

    [TestCase("plan", "--shard", "5/4")]
    [TestCase("shards", "--max", "0")]
    [TestCase("comment")]
    [TestCase("comment", "--command", "--plan", "plan.json")]
    public async Task Mistyped_IsAnsweredInOneSentence(params string[] args)
    {
        var run = await _fixture.Run(args);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error.TrimEnd('\n'), Does.StartWith("galley: ").And.Not.Contain("\n"));
    }

    private static string Matrix =>
        ShardMatrix.Write(Enumerable.Range(1, Shards).Select(number => new Shard(number, Shards)));

    private static string[] All() => ["1/2", "2/2"];

    private string PlanOf(string shard) =>
        Path.Combine(Path.GetDirectoryName(_fixture.Content)!, $"{shard.Replace('/', '-')}.json");

    private void InAJob(string eventName)
    {
        var folder = Path.GetDirectoryName(_fixture.Content)!;
        File.WriteAllText(
            Path.Combine(folder, "event.json"),
            eventName == "push"
                ? "{}"
                : $$$"""{"pull_request":{"number":7,"head":{"sha":"{{{Head}}}"},"base":{"sha":"{{{Merge}}}"} } }"""
        );
        foreach (
            var (name, value) in new Dictionary<string, string>
            {
                ["GITHUB_REPOSITORY"] = FakeGitHub.Repository,
                ["GITHUB_EVENT_NAME"] = eventName,
                ["GITHUB_SHA"] = Merge,
                ["GITHUB_API_URL"] = _github.Url,
                ["GITHUB_TOKEN"] = "a-token",
                ["GITHUB_EVENT_PATH"] = Path.Combine(folder, "event.json"),
            }
        )
        {
            _fixture.Environment[name] = value;
        }
    }
}
