using Galley.Cli.Tests.Running;
using Snapshooter.NUnit;

namespace Galley.Cli.Tests.Commands;

internal sealed class ValidateTests
{
    [Test]
    public async Task Validate_OfGoodContent_SaysSo()
    {
        await using var fixture = await CliFixture.WithOnePost();

        var run = await fixture.Run("validate");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "1 client: no problems.\n")));
    }

    [Test]
    public async Task Validate_ShowsEveryProblem_OnItsLine_WithHelp()
    {
        await using var fixture = await WithThreeFaults();

        var run = await fixture.Run("validate");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.ContentInvalid));
        Snapshot.Match(run.Out);
    }

    [Test]
    public async Task Validate_AsJson_IsAListOfDiagnostics()
    {
        await using var fixture = await WithThreeFaults();

        var run = await fixture.Run("validate", "--format", "json");

        Assert.That(
            run.Json["diagnostics"]!
                .AsArray()
                .Select(diagnostic => $"{diagnostic!["code"]} {diagnostic["path"]}:{diagnostic["line"]}"),
            Is.EqualTo(
                new[]
                {
                    "GAL312 clients/northwind/posts/launch.md:4",
                    "GAL307 clients/northwind/posts/past.md:3",
                    "GAL201 clients/northwind/posts/typo.md:4",
                }
            )
        );
    }

    [Test]
    public async Task PastPost_ThatIsLive_IsNoProblem()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await fixture.Run("ledger", "init");
        await fixture.Run("apply");

        var run = await CliRun.In(
            fixture.Content,
            "validate",
            "--ledger",
            $"folder:{fixture.Ledger}",
            "--now",
            "2026-07-01T09:00:00Z"
        );

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "1 client: no problems.\n")));
    }

    [Test]
    public async Task PastPosts_WhereTheLedgerCannotBeRead_AreOneNote()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("other", "scheduled_at: 2026-06-16 10:00");

        var run = await CliRun.In(
            fixture.Content,
            "validate",
            "--ledger",
            "git:galley-ledger",
            "--now",
            "2026-07-01T09:00:00Z"
        );

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Does.EndWith("1 client: 1 note.\n"));
    }

    [Test]
    public async Task Content_BesideADamagedLedger_IsCheckedAllTheSame()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await fixture.Run("ledger", "init");
        await fixture.Run("apply");
        var file = Directory.GetFiles(fixture.Ledger, "*.jsonl").Single();
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file)).Replace("2026", "2025", StringComparison.Ordinal)
        );
        fixture.WritePost("typo", "scheduled_at: 2026-06-17 10:00\nimagse: []");

        var validate = await fixture.Run("validate");
        var plan = await fixture.Run("plan");

        Assert.That(validate.ExitCode, Is.EqualTo((int)ExitCode.ContentInvalid), validate.Error);
        Assert.That(validate.Out, Does.Contain("GAL201"));
        Assert.That(plan.ExitCode, Is.EqualTo((int)ExitCode.Error), plan.Out);
    }

    private static async Task<CliFixture> WithThreeFaults()
    {
        var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("launch", "scheduled_at: 2026-06-15 10:00\nlead_magnet: pipeline-guide");
        fixture.WritePost("past", "scheduled_at: 2020-01-01 10:00");
        fixture.WritePost("typo", "scheduled_at: 2026-06-17 10:00\nimagse: []");
        return fixture;
    }
}
