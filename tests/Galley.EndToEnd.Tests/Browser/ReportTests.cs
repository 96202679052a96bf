using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Rendering.Preview;
using Galley.Rendering.Reports;
using Galley.Reporting;
using Galley.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>The report as an agency and its client meet it.</summary>
internal sealed class ReportTests
{
    private const string Client = "clients/northwind.html";

    private static readonly string Picture = Path.Combine(
        Site.Example,
        "clients/ferrand-acoustique/media/reverberation.png"
    );

    private TemporaryFolder _folder = null!;
    private string _site = "";

    [OneTimeSetUp]
    public void WriteSite()
    {
        _folder = new TemporaryFolder();
        _site = _folder["report"];
        var other = SampleReport.Full() with { Slug = "contoso", Name = "Contoso" };
        PreviewFolder.Write(
            ReportSite.Render(
                new Report(BusyReport.Now, BusyReport.Span, [BusyReport.Client(), other]),
                new ReportOptions
                {
                    Agency = new Agency("Harbour & Quill", null, null),
                    Open = _ => File.OpenRead(Picture),
                }
            ),
            _site,
            _folder.Path,
            ReportSite.FolderKind
        );
    }

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [TestCase("index.html")]
    [TestCase(Client)]
    public async Task Phone_375Pixels_NeverScrollsSideways(string path)
    {
        await using var visit = await Visit.Start(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 375, Height = 800 },
            }
        );
        var page = await visit.Open(_site, path);

        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(375));
    }

    [Test]
    public async Task Reader_WithoutScript_GoesFromAllClientsToOne_AndNothingIsLoaded()
    {
        await using var visit = await Visit.Start(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await visit.Open(_site);

        await Expect(page.Locator("h1")).ToContainTextAsync("June 2026");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Northwind Traders" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Northwind Traders");
        await Expect(page.Locator(".tile .figure").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Contoso")).ToHaveCountAsync(0);
        Assert.That(visit.Requests, Has.All.StartsWith("file:"));
        Assert.That(visit.Said, Is.Empty);
    }

    [Test]
    public async Task OlderPosts_AreFolded_AndOpenWithTheKeyboard()
    {
        await using var visit = await Visit.Start(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await visit.Open(_site, Client);
        var row = page.GetByText("Spring is loud.");

        await Expect(row).ToBeHiddenAsync();
        await page.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(row).ToBeVisibleAsync();
    }

    [Test]
    public async Task Chart_ThatIsSeen_IsAlsoSaid()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site, Client);

        await Expect(page.GetByRole(AriaRole.Img).First)
            .ToHaveAttributeAsync(
                "aria-label",
                new Regex("^Most between [0-9]+ and [0-9]+ (May|Jun): [0-9,]+ impressions$")
            );
        await Expect(page.Locator(".funnel").First).ToContainTextAsync("Unique visitors");
    }
}
