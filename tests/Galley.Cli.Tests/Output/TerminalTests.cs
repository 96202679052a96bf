using Galley.Applying.Results;
using Galley.Cli.Output.Progress;
using Galley.Cli.Tests.Running;
using Galley.Diagnostics;
using Galley.Planning;
using NodaTime;
using Snapshooter.NUnit;
using Spectre.Console;

namespace Galley.Cli.Tests.Output;

/// <summary>What plan and apply look like to somebody at a terminal, and what stays for logs and screen readers.</summary>
internal sealed class TerminalTests
{
    private CliFixture _fixture = null!;

    [SetUp]
    public async Task WriteContent()
    {
        _fixture = await CliFixture.WithOnePost();
        await _fixture.Run("ledger", "init");
        _fixture.WritePost(
            "autumn-campaign/a-long-key-that-names-its-post-well",
            "scheduled_at: 2026-06-20 09:30\nsend_ahead: 24h"
        );
        await _fixture.Run("apply");
        _fixture.WritePost("launch", body: "Other words now.");
        _fixture.WritePost("fresh", "scheduled_at: 2026-06-18 10:00");
    }

    [TearDown]
    public async Task ClearDesk() => await _fixture.DisposeAsync();

    [TestCase(40)]
    [TestCase(60)]
    [TestCase(100)]
    public async Task Plan_OnATerminal_FitsIt(int width)
    {
        var run = await OnTerminal(width, "plan", "--no-color");

        Assert.That(run.Out.Split('\n').Max(line => line.TrimEnd().Length), Is.LessThanOrEqualTo(width));
        Snapshot.Match(Trimmed(run.Out), $"{nameof(Plan_OnATerminal_FitsIt)}-{width}");
    }

    [Test]
    public async Task Problems_OnANarrowTerminal_FitIt()
    {
        _fixture.WritePost("fresh", "scheduled_at: 2026-06-18 10:00\nlead_magent: x");

        var plan = await OnTerminal(40, "plan", "--no-color");
        var validate = await OnTerminal(40, "validate", "--no-color");
        var piped = await _fixture.Run("validate");

        var lines = $"{plan.Error}\n{validate.Out}"
            .Split('\n')
            .Where(line => !line.Contains(" GAL", StringComparison.Ordinal))
            // A path is one word, and breaks nowhere.
            .Where(line => line.Trim().Contains(' '))
            .ToList();
        Assert.That(lines.Max(line => line.TrimEnd().Length), Is.LessThanOrEqualTo(40), string.Join('\n', lines));
        Assert.That(lines, Has.Some.StartWith("  help: Did you mean"));
        Assert.That(piped.Out.Split('\n'), Has.One.Matches("^  help: Did you mean .* body_file\\.$"));
    }

    [TestCase(40)]
    [TestCase(80)]
    public async Task Texts_OnATerminal_BreakBetweenWords(int width)
    {
        var runs = new[]
        {
            await OnTerminal(width, "plan", "--help"),
            await OnTerminal(width, "apply"),
            await OnTerminal(width, "not-a-command"),
            await OnTerminal(width, "adopt", "post", "northwind/nothing", "id"),
        };

        foreach (var run in runs)
        {
            var lines = $"{run.Out}\n{run.Error}".Split('\n');
            // A line with orders for the terminal was fitted by the progress view; one word breaks nowhere.
            var fitted = lines.Where(line => !line.Contains('\u001b') && line.Trim().Contains(' ')).ToList();
            Assert.That(
                fitted.Max(line => line.TrimEnd().Length),
                Is.LessThanOrEqualTo(width),
                string.Join('\n', fitted)
            );
        }
    }

    [Test]
    public async Task Plan_InColour_SaysTheSame()
    {
        var plain = await OnTerminal(100, "plan", "--no-color");
        var coloured = await OnTerminal(100, "plan");

        Assert.That(coloured.Out, Does.Contain("\u001b["));
        Assert.That(Trimmed(WithoutCodes(coloured.Out)), Is.EqualTo(Trimmed(plain.Out)));
    }

    [TestCase("NO_COLOR", "1")]
    public async Task Plan_WithoutColour_HasNoCodes(string variable, string value)
    {
        _fixture.Environment[variable] = value;

        Assert.That((await OnTerminal(100, "plan")).Out, Does.Not.Contain("\u001b"));
    }

    [TestCase("CI", "true")]
    [TestCase("TERM", "dumb")]
    public async Task Plan_ForALogOrAReader_IsPlainLines(string variable, string value)
    {
        var piped = await _fixture.Run("plan");
        var quiet = await OnTerminal(40, "plan", "--quiet");
        _fixture.Environment[variable] = value;
        var logged = await OnTerminal(40, "plan");

        Assert.That((quiet.Out, logged.Out), Is.EqualTo((piped.Out, piped.Out)));
        Snapshot.Match(piped.Out, nameof(Plan_ForALogOrAReader_IsPlainLines));
    }

    [TestCase(40)]
    [TestCase(60)]
    [TestCase(100)]
    public void Progress_MidWay_FitsTheTerminal(int width)
    {
        var progression = new ApplyProgress(
            PlanOf(("northwind", "Northwind Traders and Their Many Friends", 12), ("contoso", "Contoso", 3))
        );
        for (var number = 1; number <= 5; number++)
        {
            progression.Note(Ended("northwind", number, number == 4 ? ApplyOutcome.Failed : ApplyOutcome.Done));
        }

        for (var number = 1; number <= 3; number++)
        {
            progression.Note(Ended("contoso", number, ApplyOutcome.Done));
        }

        var picture = Picture(progression, TimeSpan.FromSeconds(90), width);

        Assert.That(picture.Split('\n').Max(line => line.TrimEnd().Length), Is.LessThanOrEqualTo(width));
        Snapshot.Match(picture, $"{nameof(Progress_MidWay_FitsTheTerminal)}-{width}");
    }

    [Test]
    public void Progress_SaysWhatIsLeft_OnceItCanTell_AndThatItStops()
    {
        var progression = new ApplyProgress(PlanOf(("northwind", "Northwind", 100)));
        Assert.That(ProgressBars.Describe(progression, TimeSpan.Zero, false), Is.EqualTo("0 of 100 done, 100 left"));

        for (var number = 1; number <= 10; number++)
        {
            progression.Note(Ended("northwind", number, ApplyOutcome.Done));
        }

        Assert.That(
            ProgressBars.Describe(progression, TimeSpan.FromSeconds(20), false),
            Is.EqualTo("10 of 100 done, about 3 min left")
        );
        Assert.That(
            ProgressBars.Describe(progression, TimeSpan.FromSeconds(20), true),
            Is.EqualTo("10 of 100 done, stopping after what is under way")
        );
    }

    [Test]
    public async Task Apply_OnATerminal_EndsClearly()
    {
        var run = await OnTerminal(60, "apply", "--no-color");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Snapshot.Match(Trimmed(run.Out), nameof(Apply_OnATerminal_EndsClearly));
        Assert.That(WithoutCodes(run.Error), Does.Contain("Northwind Traders"));
    }

    private Task<CliRun> OnTerminal(int width, params string[] args) =>
        CliRun.OnTerminal(
            _fixture.Content,
            width,
            _fixture.Environment,
            [.. args, "--ledger", $"folder:{_fixture.Ledger}", "--now", CliFixture.Now]
        );

    private static string Picture(ApplyProgress progression, TimeSpan elapsed, int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(ProgressBars.For(progression, elapsed, isStopping: false, width));
        return Trimmed(writer.ToString());
    }

    private static Plan PlanOf(params (string Slug, string Name, int Creates)[] clients) =>
        new()
        {
            Now = Instant.FromUtc(2026, 6, 8, 9, 0),
            LedgerId = null,
            Diagnostics = [],
            Clients =
            [
                .. clients.Select(client => new ClientPlan(
                    client.Slug,
                    client.Name,
                    "Europe/London",
                    [.. Enumerable.Range(1, client.Creates).Select(Create)]
                )),
            ],
        };

    private static PlanAction Create(int number) =>
        new()
        {
            Type = ActionType.Create,
            Kind = Kind.Post,
            Key = $"post-{number}",
        };

    private static ApplyEvent.Ended Ended(string client, int number, ApplyOutcome outcome) =>
        new(outcome, new ApplyItem(Kind.Post, client, $"post-{number}"));

    /// <summary>Spectre fills its lines with spaces.</summary>
    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));

    private static string WithoutCodes(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "\u001b\\[[0-9;?]*[A-Za-z]", "");
}
