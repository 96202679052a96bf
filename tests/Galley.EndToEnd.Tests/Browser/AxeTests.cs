using Galley.Cli.Tests.Running;
using Galley.Content;
using Galley.Rendering.Preview;
using Galley.Rendering.Reports;
using Galley.Reporting;
using Galley.Testing;
using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>Every kind of page at three widths, light and dark, with all that is folded open: axe has nothing to say.</summary>
[Parallelizable]
internal sealed class AxeTests
{
    private TemporaryFolder _folder = null!;
    private CliFixture _sandbox = null!;

    [OneTimeSetUp]
    public async Task WritePages()
    {
        _folder = new TemporaryFolder();
        await Site.Write(Site.Example, "--out", _folder["site"]);
        await Site.Write(Site.Example, "--client", "finch-revops", "--single-file", _folder["finch.html"]);
        var other = SampleReport.Full() with { Slug = "contoso", Name = "Contoso" };
        PreviewFolder.Write(
            ReportSite.Render(
                new Report(BusyReport.Now, BusyReport.Span, [BusyReport.Client(), other]),
                new ReportOptions { Agency = new Agency("Harbour & Quill", null, null) }
            ),
            _folder["report"],
            _folder.Path,
            ReportSite.FolderKind
        );
        _sandbox = await CliFixture.WithOnePost();
        await _sandbox.Run("ledger", "init");
        var apply = await _sandbox.Run("apply");
        Assert.That(apply.ExitCode, Is.Zero, apply.Error);
    }

    [OneTimeTearDown]
    public async Task Clean()
    {
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase("site/index.html")]
    [TestCase("site/calendar/2026-07.html")]
    [TestCase("site/calendar/2026-06-list.html")]
    [TestCase("site/calendar/week-2026-06-15.html")]
    [TestCase("site/clients/kestrel-cold-chain/index.html")]
    [TestCase("site/clients/finch-revops/index.html")]
    [TestCase("site/clients/finch-revops/lead-magnet-forecast-call.html")]
    [TestCase("finch.html")]
    [TestCase("report/index.html")]
    [TestCase("report/clients/northwind.html")]
    [TestCase("report/clients/contoso.html")]
    public Task Page_OnADisk(string path)
    {
        Assert.That(_folder[path], Does.Exist);
        return FindsNothing(new Uri(_folder[path]));
    }

    [Test]
    public Task Page_OfTheSandbox() => FindsNothing(new Uri(_sandbox.Sandbox.ApiUrl, "/"));

    private static async Task FindsNothing(Uri address)
    {
        // Its own script is what the page's policy keeps out.
        await using var visit = await Visit.Start(new BrowserNewContextOptions { BypassCSP = true });
        await visit.Page.GotoAsync(address.AbsoluteUri);
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        Assert.That(await visit.Page.FindViolationsAtEachWidthAndTheme(), Is.Empty);
    }
}
