using Galley.Cli.Tests.Running;
using Galley.Content;
using Galley.Testing;
using NJsonSchema;

namespace Galley.Cli.Tests.Commands;

internal sealed class PlanTests
{
    [Test]
    public async Task Plan_NeedsNoKeyAndNoLedger_AndSaysThatThereIsNone()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.Environment.Clear();

        var run = await fixture.Run("plan");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Does.EndWith("Plan: 1 to send.\n"));
        Assert.That(run.Error, Does.Contain("GAL611"));
        Assert.That(fixture.Sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task Plan_AsJson_IsWhatItsSchemaSays()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("broken", "scheduled_at: 2026-06-15 10:00\nlead_magnet: nowhere");
        await using var stream = typeof(Post).Assembly.GetManifestResourceStream("schemas/plan.schema.json")!;
        using var reader = new StreamReader(stream);
        var schema = await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync());

        var run = await fixture.Run("plan", "--format", "json");

        Assert.That(schema.Validate(run.Out), Is.Empty);
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.ContentInvalid));
    }

    [Test]
    public async Task DetailedExitCode_TellsChangesFromNone()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await fixture.Run("ledger", "init");

        var before = await fixture.Run("plan", "--detailed-exitcode");
        await fixture.Run("apply");
        var after = await fixture.Run("plan", "--detailed-exitcode");
        fixture.WritePost("launch", body: "Other words.");
        var edited = await fixture.Run("plan", "--detailed-exitcode");

        Assert.That(
            (before.ExitCode, after.ExitCode, edited.ExitCode),
            Is.EqualTo(((int)ExitCode.Changes, 0, (int)ExitCode.Changes))
        );
    }

    [Test]
    public async Task Plan_LongerThanAPage_IsAPageUnlessVerbose()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.Write(
            "clients/acme/client.yaml",
            "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000002\ntime_zone: America/New_York\n"
        );
        fixture.Write(
            "clients/acme/posts/first.md",
            "---\nstatus: scheduled\nscheduled_at: 2026-06-20 10:00\n---\nFirst.\n"
        );
        foreach (var hour in Enumerable.Range(0, 70))
        {
            var at = $"2026-07-{1 + hour / 10:00} {8 + hour % 10:00}:00";
            fixture.WritePost($"post-{hour:00}", $"scheduled_at: {at}", $"The **strong** words of post {hour}.");
        }

        var page = await fixture.Run("plan");
        var whole = await fixture.Run("plan", "--verbose");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(page.Out, Does.Contain("Northwind Traders (northwind): ").And.Contain("Acme (acme): 1 to send\n"));
        Assert.That(page.Error, Does.Contain("Not shown: 60 notes. `galley plan --verbose` shows all."));
        Assert.That(whole.Out, Does.Contain("post        first"));
        Assert.That(whole.Error, Does.Contain("post-69.md").And.Not.Contain("Not shown"));
    }

    [Test]
    public async Task Plan_WritesNothing()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await fixture.Run("ledger", "init");
        string[] Files() =>
            [
                .. Directory
                    .GetFiles(Path.GetDirectoryName(fixture.Content)!, "*", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal),
            ];
        var before = Files();

        await fixture.Run("plan");

        Assert.That(Files(), Is.EqualTo(before));
    }

    [Test]
    public async Task Client_ThatIsNotThere_IsNamedWithThoseThatAre()
    {
        await using var fixture = await CliFixture.WithOnePost();

        var run = await fixture.Run("plan", "--client", "nortwind");

        Assert.That(
            (run.ExitCode, run.Error),
            Is.EqualTo(
                (
                    1,
                    "galley: There is no client \"nortwind\". Did you mean \"northwind\"? The clients are: northwind.\n"
                )
            )
        );
    }

    [Test]
    public async Task NoContent_Anywhere_SaysWhatToDo()
    {
        using var empty = new TemporaryFolder();

        var run = await CliRun.In(empty.Path, "plan");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, run.Error)));
        Assert.That(run.Error, Does.Contain("galley init").And.Not.Contain("   at "));
    }

    [Test]
    public async Task ClientFolder_TakenAway_IsNotForgotten_WhileItsPostsAreDue()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await fixture.Run("ledger", "init");
        await fixture.Run("apply");
        Directory.Move(Path.Combine(fixture.Content, "clients/northwind"), Path.Combine(fixture.Content, "northwind"));
        fixture.Write(
            "clients/other/client.yaml",
            "name: Other\nclient_id: 00000000-0000-4000-8000-000000000002\ntime_zone: Europe/Paris\n"
        );

        var gone = await fixture.Run("plan");
        var applied = await fixture.Run("apply");
        Directory.Move(Path.Combine(fixture.Content, "northwind"), Path.Combine(fixture.Content, "clients/renamed"));
        var renamed = await fixture.Run("plan");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            gone.Error,
            Does.Contain("GAL615").And.Contain("00000000-0000-4000-8000-000000000001").And.Contain("ended: true")
        );
        Assert.That(
            gone.Out,
            Does.Contain("Delete it in LeadPanther").And.Contain("galley done post northwind/launch ")
        );
        Assert.That(applied.ExitCode, Is.EqualTo((int)ExitCode.PersonNeeded));
        Assert.That(
            (renamed.Error, renamed.Out),
            Is.EqualTo(
                (
                    "",
                    "Northwind Traders (renamed, America/New_York)\n  1 in LeadPanther (scheduled)\n\nPlan: 1 in LeadPanther (scheduled).\n"
                )
            )
        );
    }

    [Test]
    public async Task ClientFolder_TakenAway_IsFinishedByAWordOnEachObject()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await fixture.Run("ledger", "init");
        await fixture.Run("apply");
        Directory.Delete(Path.Combine(fixture.Content, "clients/northwind"), recursive: true);
        fixture.Write(
            "clients/other/client.yaml",
            "name: Other\nclient_id: 00000000-0000-4000-8000-000000000002\ntime_zone: Europe/Paris\n"
        );
        var code = (await fixture.Run("plan", "--format", "json")).Json["clients"]![1]!["actions"]![0]![
            "code"
        ]!.GetValue<string>();

        var wrong = await fixture.Run("done", "post", "northwynd/launch", code);
        var done = await fixture.Run("done", "post", "northwind/launch", code);
        var plan = await fixture.Run("plan", "--detailed-exitcode");

        Assert.That((wrong.ExitCode, done.ExitCode), Is.EqualTo((1, 0)));
        Assert.That(plan.ExitCode, Is.Zero, plan.Error);
    }

    [TestCase("yesterday")]
    [TestCase("2026-06-08")]
    public async Task Now_ThatIsNoInstant_ShowsHowToWriteOne(string now)
    {
        await using var fixture = await CliFixture.WithOnePost();

        var run = await CliRun.In(fixture.Content, "plan", "--now", now);

        Assert.That(run.Error, Does.Contain("2026-06-08T09:00:00Z"));
    }
}
