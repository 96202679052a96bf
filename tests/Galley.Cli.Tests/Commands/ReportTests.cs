using Galley.Cli.Tests.Running;
using Galley.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Galley.Cli.Tests.Commands;

/// <summary><c>report</c>, from an apply through refreshes to its files.</summary>
internal sealed class ReportTests
{
    private FakeTimeProvider _clock = null!;
    private ApplyFixture _fixture = null!;
    private TemporaryFolder _home = null!;

    [SetUp]
    public async Task PublishOnePost_AndReadItsFiguresTwice()
    {
        _clock = new FakeTimeProvider(
            DateTimeOffset.Parse("2026-06-08T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture)
        );
        _fixture = await ApplyFixture.Set(_clock);
        _home = new TemporaryFolder();
        _fixture.LeadMagnet("guide", "GUIDE");
        _fixture.Post("launch", "2026-06-09 10:00", "Comment GUIDE for it.", "guide");
        foreach (var (day, command) in new[] { (8, "apply"), (10, "refresh"), (15, "refresh") })
        {
            _clock.SetUtcNow(new DateTimeOffset(2026, 6, day, 9, 0, 0, TimeSpan.Zero));
            var run = await _fixture.Online($"2026-06-{day:00}T09:00:00Z", command);
            Assert.That(run.ExitCode, Is.Zero, run.Error);
        }
    }

    [TearDown]
    public async Task CleanUp()
    {
        await _fixture.DisposeAsync();
        _home.Dispose();
    }

    [Test]
    public async Task Report_IsWritten_WithoutAKey()
    {
        var run = await Report("2026-06-15T10:00:00Z");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            (run.ExitCode, run.Out),
            Is.EqualTo(
                (
                    0,
                    $"2026-05-17 to 2026-06-15: figures of 1 post and 1 lead magnet. Open {Path.Combine(_home["report"], "index.html")}\n"
                )
            ),
            run.Error
        );
        Assert.That(
            Directory.GetFiles(_home["report"]).Select(Path.GetFileName),
            Is.SupersetOf(["index.html", "report.md", "posts.csv", "lead-magnets.csv"])
        );
        Assert.That(
            File.ReadAllText(_home["report/posts.csv"]),
            Does.Contain("northwind,2026-05-17,2026-06-15,span,launch,")
        );
    }

    [Test]
    public async Task WithoutOut_ReportAndCalendar_HaveTheirUsualNames()
    {
        var report = await _fixture.Run("report", "--now", "2026-06-15T10:00:00Z");
        var calendar = await _fixture.Run("calendar", "--now", "2026-06-15T10:00:00Z");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((report.ExitCode, calendar.ExitCode), Is.EqualTo((0, 0)), report.Error + calendar.Error);
        Assert.That(report.Out, Does.Contain(Path.Combine("report", "index.html")));
        Assert.That(calendar.Out, Is.EqualTo("1 post in posts.ics\n"));
    }

    [Test]
    public async Task Spans_InARow_AddUp()
    {
        var first = await Report(
            "2026-06-15T10:00:00Z",
            "--to",
            "2026-06-12",
            "--from",
            "2026-06-01",
            "--format",
            "json"
        );
        var second = await Report("2026-06-15T10:00:00Z", "--from", "2026-06-13", "--format", "json");
        var whole = await Report("2026-06-15T10:00:00Z", "--from", "2026-06-01", "--format", "json");

        Assert.That(
            Impressions(first) + Impressions(second),
            Is.EqualTo(Impressions(whole)).And.GreaterThan(Impressions(first))
        );
    }

    [Test]
    public async Task DaysWithoutARefresh_SayWhatToDo()
    {
        var run = await Report("2026-06-25T10:00:00Z", "--from", "2026-06-20");

        Assert.That(
            (run.ExitCode, run.Error),
            Is.EqualTo((0, "northwind has no figures for these days. `galley refresh` reads and keeps figures.\n"))
        );
    }

    [Test]
    public async Task Pdf_WithABrowser_IsOneFile_OrOneForEachClient()
    {
        string[] places =
        [
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        ];
        if (Array.Find(places, File.Exists) is not { } browser)
        {
            Assert.Ignore($"There is no Chromium here: looked for {string.Join(", ", places)}.");
            return;
        }

        var file = await Printed(browser, _home["june.pdf"]);
        var folder = await Printed(browser, _home["june/"]);

        using var scope = Assert.EnterMultipleScope();
        Assert.That((file.ExitCode, folder.ExitCode), Is.EqualTo((0, 0)), file.Error + folder.Error);
        Assert.That(file.Out, Does.EndWith($"Open {_home["june.pdf"]}\n"));
        foreach (var pdf in new[] { _home["june.pdf"], _home["june/northwind.pdf"] })
        {
            Assert.That(File.ReadAllBytes(pdf).AsSpan(0, 5).ToArray(), Is.EqualTo("%PDF-"u8.ToArray()), pdf);
        }
    }

    private Task<CliRun> Printed(string browser, string target) =>
        CliRun.In(
            _fixture.Folder,
            new Dictionary<string, string> { ["CHROME_PATH"] = browser },
            ["report", "--out", _home["report"], "--pdf", target, "--now", "2026-06-15T10:00:00Z"]
        );

    [Test]
    public async Task Pdf_WithoutABrowser_SaysWhatToDo_AndWritesNothing()
    {
        var run = await CliRun.In(
            _fixture.Folder,
            new Dictionary<string, string> { ["CHROME_PATH"] = _home["no-browser"] },
            ["report", "--out", _home["report"], "--pdf", _home["june.pdf"], "--now", "2026-06-15T10:00:00Z"]
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("Set it to a Chromium, Chrome or Edge, or unset it."));
        Assert.That(Directory.GetFileSystemEntries(_home.Path), Is.Empty);
    }

    [Test]
    public async Task AFolder_OfSomethingElse_IsLeftAlone()
    {
        Directory.CreateDirectory(_home["report"]);
        File.WriteAllText(_home["report/thesis.md"], "years of work");

        var run = await Report("2026-06-15T10:00:00Z");

        Assert.That((run.ExitCode, File.ReadAllText(_home["report/thesis.md"])), Is.EqualTo((1, "years of work")));
        Assert.That(run.Error, Does.Contain("holds files that are no report"));
    }

    private Task<CliRun> Report(string now, params string[] more) =>
        _fixture.Run(["report", "--out", _home["report"], "--now", now, .. more]);

    private static long Impressions(CliRun run) => run.Json["clients"]![0]!["totals"]!["impressions"]!.GetValue<long>();
}
