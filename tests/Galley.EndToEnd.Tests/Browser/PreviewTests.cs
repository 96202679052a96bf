using System.Text.RegularExpressions;
using Galley.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>The preview as people meet it: in a browser, from a disk.</summary>
internal sealed class PreviewTests
{
    private const string Client = "clients/ferrand-acoustique/index.html";
    private const string LeadMagnet = "clients/ferrand-acoustique/lead-magnet-meeting-room-walkthrough.html";

    /// <summary>Text that a reader sees, not text that the page merely has.</summary>
    private static readonly LocatorAssertionsToContainTextOptions Shown = new() { UseInnerText = true };

    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new ViewportSize { Width = 375, Height = 800 },
    };

    private TemporaryFolder _folder = null!;
    private string _site = "";

    [OneTimeSetUp]
    public async Task WriteSite()
    {
        _folder = new TemporaryFolder();
        _site = _folder["site"];
        await Site.Write(Site.Example, "--out", _site);
        await Site.Write(Site.Example, "--client", "finch-revops", "--single-file", _folder["finch.html"]);
    }

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public async Task Calendar_ReaderTurnsMonthsAndFilters_SeesThosePostsOnly()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site);
        Assert.That(await page.Locator("h1").InnerTextAsync(), Is.EqualTo("June 2026"));
        var all = await Visible(page, ".day .entry");

        await page.GetByText("Finch RevOps").First.ClickAsync();
        var finch = await Visible(page, ".day .entry");
        Assert.That(finch, Is.GreaterThan(0).And.LessThan(all));
        Assert.That(await page.Locator(".day .entry:visible b").AllInnerTextsAsync(), Has.All.EqualTo("Finch RevOps"));

        await page.Locator("label[for=c-all]").ClickAsync();
        await page.Locator("label[for=s-ready]").ClickAsync();
        Assert.That(await Visible(page, ".day .entry[data-s=ready]"), Is.Zero);

        await page.GetByText("July 2026").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("July 2026");
        await page.GetByText("Today").ClickAsync();
        await Expect(page.Locator(".today .num")).ToHaveTextAsync("8");
    }

    /// <summary>Letters that are wider than a line's estimate, in a third line that is full.</summary>
    [TestCase(1440)]
    [TestCase(390)]
    public async Task Fold_WhereTheThirdLineIsFull_TakesNoFourth(int width)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["content/clients/acme/posts"]);
        File.WriteAllText(
            folder["content/clients/acme/client.yaml"],
            "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: Europe/London\n"
        );
        File.WriteAllText(
            folder["content/clients/acme/posts/wide.md"],
            $"---\nstatus: draft\n---\n{string.Join(' ', Enumerable.Repeat("WWWWWWWW", 40))}\n"
        );
        await Site.Write(folder["content"], "--out", folder["site"]);
        await using var visit = await Visit.Start(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            }
        );
        var page = await visit.Open(folder["site"], "clients/acme/index.html");
        var text = page.Locator(".folding .text");

        var lines = await text.EvaluateAsync<double>(
            "text => text.clientHeight / parseFloat(getComputedStyle(text).lineHeight)"
        );
        var (box, more) = ((await text.BoundingBoxAsync())!, (await text.Locator("label").BoundingBoxAsync())!);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(lines, Is.EqualTo(3).Within(0.1));
        Assert.That(more.Y + more.Height, Is.LessThanOrEqualTo(box.Y + box.Height + 1));
        Assert.That(more.X + more.Width, Is.EqualTo(box.X + box.Width).Within(20), "at the right");
    }

    [Test]
    public async Task Card_ShowsTheClientAsLinkedInDoes_OnAPageAndInTheMailedFile()
    {
        await Site.Write(Site.Example, "--client", "ferrand-acoustique", "--single-file", _folder["ferrand.html"]);
        await using var visit = await Visit.Start();

        var page = await visit.Open(_site, Client);
        var who = page.Locator(".post .who").First;
        await Expect(who).ToContainTextAsync("Quieter rooms since 1987");
        var loaded = await who.Locator("img.square")
            .EvaluateAsync<int>("picture => picture.decode().then(() => picture.naturalWidth)");
        Assert.That(loaded, Is.EqualTo(200));

        await visit.Page.GotoAsync(new Uri(_folder["ferrand.html"]).AbsoluteUri);
        var drawn = page.Locator(".post .who .avatar.square").First;
        Assert.That(
            await drawn.EvaluateAsync<string>("picture => getComputedStyle(picture).backgroundImage"),
            Does.StartWith("url(\"data:image/png;base64,")
        );
        Assert.That(visit.Said, Is.Empty);
    }

    [Test]
    public async Task Fold_OnDesktopAndPhone_HidesTheRestUntilAsked()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site, Client);
        var text = page.Locator(".post .text").First;
        Assert.That(
            await text.InnerTextAsync(),
            Does.Contain("eleven times").And.Contain("…more").And.Not.Contain("We counted.")
        );

        await page.Locator(".post .folding label").First.ClickAsync();

        await Expect(text).ToContainTextAsync("14 m²", Shown);
        await Expect(text).ToContainTextAsync("show less", Shown);
        await page.Locator("label[for=on-phone]").ClickAsync();
        Assert.That((await page.Locator(".feed").Nth(1).BoundingBoxAsync())!.Width, Is.LessThanOrEqualTo(376));
    }

    [Test]
    public async Task Dark_WhenTheReaderWantsIt_PageIsDark()
    {
        await using var visit = await Visit.Start(new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        var page = await visit.Open(_site);

        var background = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

        Assert.That(background, Is.EqualTo("rgb(20, 23, 27)"));
    }

    [TestCase("index.html")]
    [TestCase("calendar/2026-06-list.html")]
    [TestCase("calendar/week-2026-06-08.html")]
    [TestCase(Client)]
    [TestCase(LeadMagnet)]
    public async Task Phone_375Pixels_NeverScrollsSideways(string path)
    {
        await using var visit = await Visit.Start(Phone);
        var page = await visit.Open(_site, path);

        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        Assert.That(width, Is.LessThanOrEqualTo(375));
        if (path == "index.html")
        {
            Assert.That(await page.Locator(".weekdays").IsVisibleAsync(), Is.False, "a phone shows a list");
        }
    }

    [Test]
    public async Task Keyboard_Alone_ReachesTheContentAFoldAndAPost()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site);

        await page.Keyboard.PressAsync("Tab");
        Assert.That(await Focused(page), Is.EqualTo("Skip to the content"));
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page).ToHaveURLAsync(new Regex("/calendar/2026-07.html$"));

        await visit.Open(_site, Client);
        await page.Locator("#posts").EvaluateAsync("heading => { heading.tabIndex = -1; heading.focus(); }");
        for (
            var press = 0;
            press < 6 && !await page.EvaluateAsync<bool>("document.activeElement.matches('.folding input')");
            press++
        )
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator(".post .text").First).ToContainTextAsync("14 m²", Shown);
    }

    [Test]
    public async Task WithoutScript_CalendarFiltersAndFold_StillWork()
    {
        await using var visit = await Visit.Start(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await visit.Open(_site);
        var all = await Visible(page, ".day .entry");
        await page.Locator("label[for=s-ready]").ClickAsync();
        Assert.That(await Visible(page, ".day .entry"), Is.LessThan(all));

        await page.Locator("label[for=s-ready]").ClickAsync();
        await page.Locator(".day .entry a").First.ClickAsync();
        await page.Locator(".post .folding label").First.ClickAsync();
        await Expect(page.Locator(".post .folding input:checked")).ToHaveCountAsync(1);
    }

    [TestCase("index.html")]
    [TestCase(Client)]
    [TestCase("../finch.html")]
    public async Task Page_Opened_AsksForNothingElsewhereAndBreaksNoPolicy(string path)
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site, path);
        await page.EvaluateAsync("document.querySelectorAll('img').forEach(image => image.loading = 'eager')");
        await page.WaitForFunctionAsync(
            "[...document.images].every(image => image.complete && image.naturalWidth > 0)"
        );

        Assert.That(visit.Requests, Has.All.StartsWith("file:").Or.StartsWith("data:"));
        Assert.That(visit.Said, Is.Empty);
    }

    private static Task<int> Visible(IPage page, string selector) => page.Locator($"{selector}:visible").CountAsync();

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");
}
