using Galley.Cli.Tests.Running;

namespace Galley.Cli.Tests.Commands;

/// <summary>`labels` and `campaign`: they choose what people see, and nothing else.</summary>
internal sealed class LabelTests
{
    private const string Labelled = "scheduled_at: 2026-06-16 10:00\nlabels: [Launch, autumn fair]\ncampaign: spring";

    [TestCase("--label", "launch")]
    [TestCase("--label", "autumn fair")]
    [TestCase("--campaign", "Spring")]
    public async Task Plan_WithAFilter_ShowsOnlyThosePosts_AndSaysWhatIsHidden(string option, string value)
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("fair", Labelled);

        var run = await fixture.Run("plan", option, value);

        Assert.That(run.Out, Does.Contain(" fair ").And.EndsWith("Plan: 1 to send.\n"));
        Assert.That(run.Out, Does.Not.Contain(" launch "));
        Assert.That(run.Error, Does.Contain("1 other post or lead magnet is not shown."));
    }

    [Test]
    public async Task Plan_WithAFilter_ShowsNoProblemOfAHiddenPost_ButFailsForIt()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("fair", Labelled);
        fixture.WritePost("broken", "lead_magnet: nowhere");

        var run = await fixture.Run("plan", "--label", "launch");

        Assert.That(run.Error, Does.Not.Contain("broken"));
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.ContentInvalid));
    }

    [Test]
    public async Task Plan_WithAFilter_IsNeverSaved()
    {
        await using var fixture = await CliFixture.WithOnePost();

        var run = await fixture.Run("plan", "--label", "launch", "--out", "plan.json");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain("Leave them out with --out and --github."));
        Assert.That(File.Exists(Path.Combine(fixture.Content, "plan.json")), Is.False);
    }

    [Test]
    public async Task Labels_OfALivePost_AreNoUpdate_AndAreNeverSent()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("fair", Labelled);
        await fixture.Run("ledger", "init");
        await fixture.Run("apply");

        fixture.WritePost("fair", "scheduled_at: 2026-06-16 10:00\nlabels: [other]");
        var run = await fixture.Run("plan", "--detailed-exitcode");

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That(
            fixture.Sandbox.Requests.Select(request => $"{request.Body}"),
            Has.None.Contain("autumn fair").And.None.Contain("spring")
        );
    }

    [Test]
    public async Task PreviewAndCalendar_WithAFilter_HaveOnlyThosePosts()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("fair", Labelled);

        await fixture.Run("preview", "--label", "launch", "--out", "../pages");
        await fixture.Run("calendar", "--campaign", "spring", "--out", "../posts.ics");

        var folder = Path.GetDirectoryName(fixture.Content)!;
        var page = await File.ReadAllTextAsync(Path.Combine(folder, "pages/clients/northwind/index.html"));
        var calendar = await File.ReadAllTextAsync(Path.Combine(folder, "posts.ics"));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(page, Does.Contain("The words of fair.").And.Contain("autumn fair").And.Contain("spring"));
        Assert.That(page, Does.Not.Contain("The words of launch."));
        Assert.That(calendar, Does.Contain("The words of fair.").And.Contain("spring,Launch,autumn fair"));
        Assert.That(calendar, Does.Not.Contain("The words of launch."));
    }

    [Test]
    public async Task SingleFile_ForTheClient_ShowsNoLabel()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("fair", Labelled);

        await fixture.Run("preview", "--client", "northwind", "--single-file", "../northwind.html");

        var page = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(fixture.Content)!, "northwind.html"));
        Assert.That(page, Does.Contain("The words of fair.").And.Not.Contain("autumn fair"));
    }

    [TestCase("labels: [\"a, b\"]")]
    [TestCase("labels: launch")]
    [TestCase("campaign: [spring]")]
    public async Task WrongForm_IsAProblemWithItsLine(string line)
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("launch", $"scheduled_at: 2026-06-15 10:00\n{line}");

        var run = await fixture.Run("validate");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.ContentInvalid));
        Assert.That(run.Out + run.Error, Does.Contain("launch.md:4:"));
    }
}
