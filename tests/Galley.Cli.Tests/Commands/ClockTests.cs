using Galley.Cli.Tests.Running;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.Faults;
using Galley.Testing;

namespace Galley.Cli.Tests.Commands;

/// <summary>A machine whose clock is not LeadPanther's sends nothing, and takes nobody's word.</summary>
internal sealed class ClockTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Open()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder["clients/northwind/posts"]);
        File.WriteAllText(
            _folder["clients/northwind/client.yaml"],
            "name: Northwind\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: America/New_York\n"
        );
        File.WriteAllText(
            _folder["clients/northwind/posts/launch.md"],
            "---\nstatus: scheduled\nscheduled_at: 2126-06-15 10:00\n---\nWords.\n"
        );
    }

    [TearDown]
    public void Close() => _folder.Dispose();

    [Test]
    public async Task Apply_OnAClockThatIsOff_SendsNothing()
    {
        await using var sandbox = await Sandbox(TimeSpan.FromSeconds(630));
        await Run(sandbox, "ledger", "init");

        var run = await Run(sandbox, "apply");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain("10 minutes behind").And.Contain("Set the clock"));
        Assert.That(sandbox.Requests.Where(request => request.Method != "GET"), Is.Empty);
    }

    [TestCase("not-sent", "post", "northwind/launch")]
    [TestCase("forget", "post", "northwind/launch", "--recreate")]
    [TestCase("adopt", "post", "northwind/launch", "00000000-0000-4000-8000-00000000000a")]
    public async Task Words_OnAClockThatIsOff_AreNotTaken(params string[] words)
    {
        await using var sandbox = await Sandbox(TimeSpan.FromSeconds(-630));
        await Run(sandbox, "ledger", "init");

        var run = await Run(sandbox, withKey: false, words);

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain("10 minutes ahead of"));
    }

    /// <summary>A list of half an hour later would say that what another machine is sending right now never arrived.</summary>
    [Test]
    public async Task Refresh_OnAClockThatIsAhead_EndsNoDoubt()
    {
        var behind = TimeSpan.FromMinutes(-30);
        await using var sandbox = await Sandbox(behind);
        await Run(sandbox, "ledger", "init");
        sandbox.Faults = FaultPlan.Parse("create-post:reset-before-store");
        await Run(sandbox, "apply", "--now", $"{TestClock.System.GetUtcNow() + behind:O}");
        var before = Ledger();

        var run = await Run(sandbox, "refresh");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain("30 minutes ahead of"));
        Assert.That(before, Does.Contain("\"intended\"").And.Not.Contain("\"absent\""));
        Assert.That(Ledger(), Is.EqualTo(before));
    }

    [Test]
    public async Task Words_WhereLeadPantherCantBeReached_AreTaken()
    {
        var sandbox = await Sandbox(TimeSpan.FromSeconds(630));
        await Run(sandbox, "ledger", "init");
        await sandbox.DisposeAsync();

        var run = await Run(sandbox, withKey: false, "forget", "post", "northwind/launch");

        Assert.That(run.Error, Does.Not.Contain("clock").And.Contain("northwind/launch"));
    }

    private string Ledger() => File.ReadAllText(_folder["galley-ledger/00000000-0000-4000-8000-000000000001.jsonl"]);

    private static Task<SandboxServer> Sandbox(TimeSpan ahead) =>
        SandboxServer.Start(
            new SandboxOptions
            {
                Clock = new FixedClock(TestClock.System.GetUtcNow() + ahead),
                Accounts = SandboxAccounts.Default,
            }
        );

    private Task<CliRun> Run(SandboxServer sandbox, params string[] args) => Run(sandbox, withKey: true, args);

    private Task<CliRun> Run(SandboxServer sandbox, bool withKey, params string[] args)
    {
        var environment = new Dictionary<string, string> { ["LEADPANTHER_API_URL"] = sandbox.ApiUrl.ToString() };
        if (withKey)
        {
            environment["LEADPANTHER_API_KEY"] = SandboxAccounts.AgencySecret;
        }

        return CliRun.In(_folder.Path, environment, args);
    }
}
