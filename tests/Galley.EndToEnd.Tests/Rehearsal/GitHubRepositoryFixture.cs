using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Galley.EndToEnd.Tests.Workflows;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Testing;
using Galley.Testing.GitHub;
using YamlDotNet.RepresentationModel;

namespace Galley.EndToEnd.Tests.Rehearsal;

/// <summary>
/// A repository on GitHub as a content team has it: a real Git remote, a stand-in for GitHub's API, a sandbox for LeadPanther,
/// one author's clone, and jobs that run what the repository's own workflows say.
/// </summary>
internal sealed class GitHubRepositoryFixture : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GitClone _remote;
    private int _jobs;

    private GitHubRepositoryFixture(SandboxServer sandbox, FixtureClock clock)
    {
        (Sandbox, Clock) = (sandbox, clock);
        _remote = GitClone.Bare(_folder["remote.git"]);
        Author = _remote.Clone(_folder["author"]);
        Author.Git("config", "user.name", "Maria");
        Author.Git("config", "user.email", "maria@localhost");
    }

    public FakeGitHub GitHub { get; } = new();

    public SandboxServer Sandbox { get; }

    public FixtureClock Clock { get; }

    public GitClone Author { get; }

    public static async Task<GitHubRepositoryFixture> Open()
    {
        var clock = new FixtureClock();
        return new GitHubRepositoryFixture(
            await SandboxServer.Start(new SandboxOptions { Clock = clock, Accounts = SandboxAccounts.Default }),
            clock
        );
    }

    /// <summary>galley on the author's own machine: no key, no GitHub.</summary>
    public Task<CliRun> AtTheDesk(params string[] args) => CliRun.In(Author.Folder, [.. args, "--now", Clock.Text]);

    public void Commit(string words)
    {
        Author.Git("add", "--all");
        Author.Git("commit", "--quiet", "--message", words);
    }

    /// <summary>Opens, or pushes to, the pull request of a branch: GitHub tries its merge.</summary>
    public string PushPullRequest(int number, string branch)
    {
        Author.Git("push", "--quiet", "origin", $"HEAD:{branch}");
        var head = Author.Git("rev-parse", "HEAD").Trim();
        Author.Git("checkout", "--quiet", "--detach", "origin/main");
        Author.Git("merge", "--quiet", "--no-ff", "--message", "Tried merge", head);
        Author.Git("push", "--quiet", "--force", "origin", $"HEAD:refs/pull/{number}/merge");
        Author.Git("checkout", "--quiet", branch);
        return head;
    }

    public void Merge(int number, string branch)
    {
        Author.Git("checkout", "--quiet", "main");
        Author.Git("merge", "--quiet", "--no-ff", "--message", $"Merge pull request #{number}", branch);
        Author.Git("push", "--quiet", "origin", "main");
        GitHub.MergedFrom[Author.Git("rev-parse", "HEAD").Trim()] = number;
    }

    /// <summary>The pull request's own job, and then the one that writes what it found.</summary>
    public async Task<CliRun> PlanJob(int number, string head)
    {
        var plan = await PlanOnly(number, head);
        var changed = Author.Git("diff", "--name-only", $"origin/main...{head}");
        GitHub.OpenPullRequests.Add(
            new StoredPullRequest(number, head, $"branch-{number}", "acme", "main")
            {
                Files = changed.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            }
        );
        var report = await File.ReadAllTextAsync(_folder[$"job-{_jobs}/temp/report.json"]);
        var written = await Job(
            "plan-comment",
            "main",
            "workflow_run",
            new JsonObject
            {
                ["workflow_run"] = new JsonObject
                {
                    ["id"] = _jobs,
                    ["event"] = "pull_request",
                    ["head_sha"] = head,
                    ["head_branch"] = $"branch-{number}",
                    ["head_repository"] = new JsonObject { ["owner"] = new JsonObject { ["login"] = "acme" } },
                },
            },
            withKey: false,
            job: "comment",
            report: report
        );
        Assert.That(written.ExitCode, Is.Zero, written.Error);
        return plan;
    }

    private Task<CliRun> PlanOnly(int number, string head) =>
        Job(
            "plan",
            $"refs/pull/{number}/merge",
            "pull_request",
            new JsonObject
            {
                ["pull_request"] = new JsonObject
                {
                    ["number"] = number,
                    ["head"] = new JsonObject
                    {
                        ["sha"] = head,
                        ["repo"] = new JsonObject { ["full_name"] = FakeGitHub.Repository },
                    },
                    // Of the time when the pull request was opened.
                    ["base"] = new JsonObject
                    {
                        ["sha"] = Author.Git("rev-list", "--max-parents=0", "HEAD").Trim(),
                        ["repo"] = new JsonObject { ["full_name"] = FakeGitHub.Repository },
                    },
                },
            },
            withKey: false
        );

    public Task<CliRun> ApplyJob() => Job("apply", "main", "push", [], withKey: true);

    public Task<CliRun> RefreshJob() => Job("refresh", "main", "schedule", [], withKey: true);

    public Task<CliRun> ReportJob() => Job("refresh", "main", "schedule", [], withKey: false, job: "report");

    public Task<CliRun> CommandJob(int thread, string login, string text)
    {
        var comment = GitHub.Comment(thread, login, text);
        return Job(
            "command",
            "main",
            "issue_comment",
            new JsonObject
            {
                ["action"] = "created",
                ["issue"] = new JsonObject { ["number"] = thread },
                ["comment"] = new JsonObject
                {
                    ["id"] = comment.Id,
                    ["body"] = text,
                    ["user"] = new JsonObject { ["login"] = login, ["type"] = "User" },
                },
            },
            withKey: true,
            words: text
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await GitHub.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>
    /// A fresh machine: a checkout without history or identity, the environment that Actions gives, and the workflow's
    /// own arguments.
    /// </summary>
    private async Task<CliRun> Job(
        string workflow,
        string reference,
        string eventName,
        JsonObject payload,
        bool withKey,
        string? job = null,
        string? words = null,
        string? report = null
    )
    {
        var machine = $"job-{++_jobs}";
        var temporary = _folder[$"{machine}/temp"];
        Directory.CreateDirectory(Path.Combine(temporary, "report"));
        if (report is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(temporary, "report/report.json"), report);
        }

        var checkout = GitClone.OfJob(_folder[$"{machine}/content"], _remote.Folder, reference);
        await File.WriteAllTextAsync(_folder[$"{machine}/event.json"], payload.ToJsonString());
        var environment = new Dictionary<string, string>
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_REPOSITORY"] = FakeGitHub.Repository,
            ["GITHUB_EVENT_NAME"] = eventName,
            ["GITHUB_EVENT_PATH"] = _folder[$"{machine}/event.json"],
            ["GITHUB_REF"] = reference.StartsWith("refs/", StringComparison.Ordinal)
                ? reference
                : $"refs/heads/{reference}",
            ["GITHUB_SHA"] = checkout.Git("rev-parse", "HEAD").Trim(),
            ["GITHUB_API_URL"] = GitHub.Url,
            ["GITHUB_RUN_ID"] = $"{_jobs}",
            ["GITHUB_WORKSPACE"] = checkout.Folder,
            ["GITHUB_STEP_SUMMARY"] = _folder[$"{machine}/summary.md"],
            ["LEADPANTHER_API_URL"] = Sandbox.ApiUrl.ToString(),
        };
        // A job of a pull request is given none.
        if (workflow != "plan")
        {
            environment["GITHUB_TOKEN"] = "the-jobs-token";
        }

        if (withKey)
        {
            environment["LEADPANTHER_API_KEY"] = SandboxAccounts.AgencySecret;
        }

        if (words is not null)
        {
            environment["GALLEY_COMMAND"] = words;
        }

        return await CliRun.In(
            temporary,
            environment,
            [.. Arguments(checkout, workflow, job ?? workflow), "--content", checkout.Folder, "--now", Clock.Text]
        );
    }

    private static string[] Arguments(GitClone checkout, string workflow, string job)
    {
        var file = new WorkflowFile(
            workflow,
            File.ReadAllText(Path.Combine(checkout.Folder, $".github/workflows/{workflow}.yml"))
        );
        var step = WorkflowFile
            .StepsOf(file.Jobs.Single(one => one.Name == job).Node)
            .First(step => WorkflowFile.ValueOf(step, "uses") == "./.github/actions/galley");
        return WorkflowFile.ValueOf((YamlMappingNode)step["with"], "arguments")!.Split(' ');
    }
}
