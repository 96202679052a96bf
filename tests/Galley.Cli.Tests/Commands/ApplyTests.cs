using Galley.Cli.Tests.Running;
using Galley.Sandbox.Accounts;

namespace Galley.Cli.Tests.Commands;

/// <summary>What stands between a person and an apply: one clear sentence each, and nothing sent.</summary>
internal sealed class ApplyTests
{
    private static readonly SandboxClient Northwind = new("00000000-0000-4000-8000-000000000001", "Client A");

    [Test]
    public async Task Apply_WithoutALedger_SaysHowToMakeOne()
    {
        await using var fixture = await CliFixture.WithOnePost();

        await Refuses(fixture, "`galley ledger init`");
    }

    [Test]
    public async Task Apply_WithoutAKey_NamesTheVariable()
    {
        await using var fixture = await WithLedger();
        fixture.Environment.Remove("LEADPANTHER_API_KEY");

        await Refuses(fixture, "LEADPANTHER_API_KEY");
    }

    [Test]
    public async Task Apply_WithAWrongKey_SaysSo_AndNeverShowsIt()
    {
        await using var fixture = await WithLedger();
        fixture.Environment["LEADPANTHER_API_KEY"] = "lp_live_not_a_key";

        var run = await Refuses(fixture, "401");

        Assert.That(run.Out + run.Error, Does.Not.Contain("lp_live_not_a_key"));
    }

    [Test]
    public async Task Apply_AgainstTheWrongHost_GivesTheRightOne()
    {
        await using var fixture = await WithLedger();
        fixture.Environment["LEADPANTHER_API_URL"] = "https://api.leadpanther.ai/v1";

        await Refuses(fixture, "https://app.leadpanther.ai/api/v1");
    }

    [Test]
    public async Task Apply_WithoutAScopeThatItNeeds_NamesIt()
    {
        var scopes = Scopes.All.Remove(Scopes.PostsWrite);
        await using var fixture = await WithLedger(
            SandboxAccounts.Default with
            {
                Keys =
                [
                    new SandboxKey(
                        SandboxAccounts.AgencySecret,
                        SandboxKey.AgencyActor,
                        SandboxAccounts.Default.Agency.UserId,
                        scopes
                    ),
                ],
            }
        );

        await Refuses(fixture, "posts:write");
    }

    [Test]
    public async Task Apply_WithoutAScopeThatThisRunDoesNotNeed_GoesOn()
    {
        var scopes = Scopes.All.Remove(Scopes.MediaWrite).Remove(Scopes.LeadMagnetsWrite).Remove(Scopes.LeadsRead);
        await using var fixture = await WithLedger(
            SandboxAccounts.Default with
            {
                Keys =
                [
                    new SandboxKey(
                        SandboxAccounts.AgencySecret,
                        SandboxKey.AgencyActor,
                        SandboxAccounts.Default.Agency.UserId,
                        scopes
                    ),
                ],
            }
        );

        Assert.That((await fixture.Run("apply")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Apply_WithAnInactiveGrant_HoldsThatClient_AndPublishesTheOthers()
    {
        await using var fixture = await WithLedger(
            SandboxAccounts.Default with
            {
                Clients =
                [
                    Northwind,
                    new SandboxClient("00000000-0000-4000-8000-000000000002", "Client B", GrantStatus: "revoked"),
                ],
            }
        );
        fixture.Write(
            "clients/other/client.yaml",
            "name: Other\nclient_id: 00000000-0000-4000-8000-000000000002\ntime_zone: Europe/Paris\n"
        );
        fixture.Write(
            "clients/other/posts/launch.md",
            "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---\nWords.\n"
        );

        var run = await fixture.Run("apply");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Out, Does.Contain("grant"));
        Assert.That(fixture.CreatesReceived, Is.EqualTo(1));
    }

    [Test]
    public async Task Apply_AgainstTheRealApi_TakesNoMadeUpClock()
    {
        await using var fixture = await WithLedger();
        fixture.Environment.Remove("LEADPANTHER_API_URL");

        await Refuses(fixture, "--now");
    }

    [Test]
    public async Task Apply_InCi_RefusesALedgerThatGoesWithTheCheckout()
    {
        await using var fixture = await WithLedger();
        Directory.CreateDirectory(Path.Combine(fixture.Content, ".git"));
        fixture.Environment.Remove("LEADPANTHER_API_URL");
        fixture.Environment["CI"] = "true";

        var run = await CliRun.In(fixture.Content, fixture.Environment, ["apply", "--ledger", "folder:galley-ledger"]);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo(((int)ExitCode.Error, run.Error)));
        Assert.That(run.Error, Does.Contain("git:galley-ledger"));
    }

    [Test]
    public async Task Apply_OfMoreThanTheLimit_NamesNumberLimitSettingAndFlag()
    {
        await using var fixture = await WithLedger();
        fixture.Write("galley.yaml", "limits:\n  max_creates: 1\n");
        fixture.WritePost("second", "scheduled_at: 2026-06-16 10:00");

        var run = await fixture.Run("apply");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Refused));
        Assert.That(
            run.Error,
            Does.Contain("2").And.Contain("max_creates").And.Contain("galley.yaml").And.Contain("--allow-creates 2")
        );
        Assert.That(fixture.CreatesReceived, Is.Zero);
        Assert.That((await fixture.Run("apply", "--allow-creates", "2")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Apply_OfASavedPlan_SendsWhatWasSeen_AndNothingElse()
    {
        await using var fixture = await WithLedger();
        var file = Path.Combine(fixture.Content, "plan.json");
        Assert.That((await fixture.Run("plan", "--out", file)).ExitCode, Is.Zero);
        fixture.WritePost("second", "scheduled_at: 2026-06-16 10:00");

        var stale = await fixture.Run("apply", "--plan", file);
        File.Delete(Path.Combine(fixture.Content, "clients/northwind/posts/second.md"));
        var good = await fixture.Run("apply", "--plan", file);
        var again = await fixture.Run("apply", "--plan", file);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(stale.ExitCode, Is.EqualTo((int)ExitCode.Refused));
        Assert.That(stale.Error, Does.Contain("GAL608").And.Contain("post northwind/second"));
        Assert.That((good.ExitCode, again.ExitCode, fixture.CreatesReceived), Is.EqualTo((0, 0, 1)));
    }

    [Test]
    public async Task Apply_OfAFileThatIsNoPlan_SaysSo()
    {
        await using var fixture = await WithLedger();
        fixture.Write("plan.json", "[]");

        await Refuses(fixture, "not a plan", "--plan", Path.Combine(fixture.Content, "plan.json"));
    }

    [Test]
    public async Task Apply_WithBrokenSettings_SendsNothing()
    {
        await using var fixture = await WithLedger();
        fixture.Write("galley.yaml", "time_zone: Europe/Londn\n");

        var run = await fixture.Run("apply");

        Assert.That((run.ExitCode, fixture.CreatesReceived), Is.EqualTo(((int)ExitCode.ContentInvalid, 0)));
    }

    [Test]
    public async Task Apply_Stopped_StartsNothing()
    {
        await using var fixture = await WithLedger();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var run = await CliRun.In(
            fixture.Content,
            fixture.Environment,
            ["apply", "--ledger", $"folder:{fixture.Ledger}", "--now", CliFixture.Now],
            stop.Token
        );

        Assert.That((run.ExitCode, fixture.CreatesReceived), Is.EqualTo(((int)ExitCode.Interrupted, 0)));
    }

    [Test]
    public async Task Result_AsJson_HasAllItsLists_OnStdoutAlone()
    {
        await using var fixture = await WithLedger();

        var run = await fixture.Run("apply", "--format", "json");

        Assert.That(
            run.Json.AsObject().Select(member => member.Key),
            Is.SupersetOf(new[] { "done", "failed", "in_doubt", "held", "not_started", "waiting", "unrecorded" })
        );
        Assert.That(run.Json["done"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Refusal_IsAResultToo_ForTheProgramThatReadsIt()
    {
        await using var fixture = await WithLedger();
        fixture.Environment["LEADPANTHER_API_KEY"] = "lp_live_not_a_key";

        var run = await fixture.Run("apply", "--format", "json");

        Assert.That(run.Json["error"]!.ToString(), Does.Contain("401"));
    }

    [Test]
    public async Task Refresh_ReadsWhatIsLive_BeforeItPublishes()
    {
        await using var fixture = await WithLedger();
        await fixture.Run("apply");

        var run = await fixture.Run("apply", "--refresh");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(
            fixture.Sandbox.Requests.Count(request => request.Operation == "list-posts"),
            Is.EqualTo(2),
            "the first apply looks, and the refresh lists; the post is still to come, so it has no figures"
        );
    }

    private static async Task<CliFixture> WithLedger(SandboxAccounts? accounts = null)
    {
        var fixture = await CliFixture.WithOnePost(accounts);
        Assert.That((await fixture.Run("ledger", "init")).ExitCode, Is.Zero);
        return fixture;
    }

    /// <summary>Exit 1, one sentence with <paramref name="words"/> in it, and nothing sent.</summary>
    private static async Task<CliRun> Refuses(CliFixture fixture, string words, params string[] more)
    {
        var run = await fixture.Run(["apply", .. more]);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error), run.Error);
        Assert.That(run.Error.Trim().Split('\n')[^1], Does.StartWith("galley: ").And.Contain(words));
        Assert.That(fixture.CreatesReceived, Is.Zero);
        return run;
    }
}
