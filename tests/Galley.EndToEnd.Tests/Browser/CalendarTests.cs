using Galley.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>
/// The calendar of an agency with more clients than a page has room for: 20 clients with a post each, every day of two
/// weeks.
/// </summary>
[Parallelizable]
internal sealed class CalendarTests
{
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
        var content = _folder["content"];
        for (var client = 1; client <= 20; client++)
        {
            var name = client == 7 ? $"Hostile{new string('w', 90)}" : $"Client {client:00}";
            Write(
                $"{content}/clients/c{client}/client.yaml",
                $"name: {name}\nclient_id: 00000000-0000-4000-8000-{client:000000000000}\ntime_zone: Europe/London\n"
            );
            // The last client has nothing for six weeks.
            for (var day = 0; day < (client == 20 ? 1 : 14); day++)
            {
                var date = new DateOnly(2026, client == 20 ? 7 : 6, 9).AddDays(day + (client == 20 ? 14 : 0));
                Write(
                    $"{content}/clients/c{client}/posts/p{day}.md",
                    $"---\nstatus: scheduled\nscheduled_at: {date:yyyy-MM-dd} {client:00}:00\nlabels: "
                        + $"[{(day % 2 == 0 ? "even" : "odd")}]\n---\nDay {day} of {name}.\n"
                );
            }
        }

        _site = _folder["site"];
        await Site.Write(content, "--out", _site);
    }

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public async Task Day_WithManyPosts_ShowsFour_AndHowManyMore()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site);
        var day = page.Locator(".day:not(.empty)").First;

        await Expect(day.Locator(".entry:visible")).ToHaveCountAsync(4);
        await day.GetByText("+15 more").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("9 June");
        await Expect(page.Locator(".entry:visible")).ToHaveCountAsync(19);
    }

    [Test]
    public async Task Search_OnADayWithMorePostsThanThePageHolds_SaysHowManyItLeavesOut()
    {
        var content = _folder["crowded"];
        for (var client = 1; client <= 26; client++)
        {
            Write(
                $"{content}/clients/c{client}/client.yaml",
                $"name: Client {client:00}\nclient_id: 00000000-0000-4000-8000-{client:000000000000}\ntime_zone: Europe/London\n"
            );
            for (var hour = 10; hour < 20; hour++)
            {
                Write(
                    $"{content}/clients/c{client}/posts/p{hour}.md",
                    $"---\nstatus: scheduled\nscheduled_at: 2026-06-09 {hour}:00\n---\nAt {hour}.\n"
                );
            }
        }

        await Site.Write(content, "--out", _folder["crowded-site"]);
        await using var visit = await Visit.Start();
        var page = await visit.Open(_folder["crowded-site"]);

        await page.GetByLabel("Search").FillAsync("client 26");

        await Expect(page.Locator(".rest:visible")).ToContainTextAsync("10 not searched");
        await Expect(page.Locator(".found")).ToContainTextAsync(" of 250 posts");
    }

    [Test]
    public async Task Search_FindsWhatTheMonthHasNoRoomFor_AndStaysOnTheNextPage()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site);

        await page.GetByLabel("Search").FillAsync("client 19");
        await Expect(page.Locator(".day .entry:visible")).ToHaveCountAsync(14);
        await Expect(page.Locator(".found")).ToHaveTextAsync("14 of 266 posts");
        await Expect(page.Locator(".rest:visible")).ToHaveCountAsync(0);

        await page.GetByText("List", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("tbody tr:visible")).ToHaveCountAsync(14);
    }

    [Test]
    public async Task ClientAndLabel_Together_LeaveTheirPosts()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site);

        await page.Locator("#client").SelectOptionAsync("Client 03");
        await page.Locator("#label").SelectOptionAsync("odd");

        await Expect(page.Locator(".day .entry:visible")).ToHaveCountAsync(7);
    }

    [Test]
    public async Task Gap_OfAClient_ComesFirst()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site);

        await Expect(page.Locator("main h2").First)
            .ToContainTextAsync("Nothing scheduled in the next 14 days 1 client");
        await Expect(page.Locator(".gaps li")).ToContainTextAsync("Client 20 next Thu 23 Jul");
    }

    [Test]
    public async Task List_SortsByAColumn_AndShowsAHundred()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site, "calendar/2026-06-list.html");
        await Expect(page.Locator("tbody tr:visible")).ToHaveCountAsync(100);

        await page.GetByRole(AriaRole.Button, new() { Name = "Client" }).ClickAsync();
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("Client 01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Client" }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=descending]")).ToHaveTextAsync("Client");
        await Expect(page.Locator("tbody tr:visible").First).ToContainTextAsync("Hostile");

        await page.GetByText("Show 100 more of 266").ClickAsync();
        await Expect(page.Locator("tbody tr:visible")).ToHaveCountAsync(200);
    }

    [TestCase("index.html")]
    [TestCase("calendar/2026-06-list.html")]
    [TestCase("calendar/week-2026-06-08.html")]
    [TestCase("clients/c7/index.html")]
    public async Task Phone_WithAHostileName_NeverScrollsSideways_AndFocusIsAlwaysInView(string path)
    {
        await using var visit = await Visit.Start(Phone);
        var page = await visit.Open(_site, path);

        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(375));
        for (var press = 0; press < 25; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            var isInView = await page.EvaluateAsync<bool>(
                "(() => { const at = document.activeElement.getBoundingClientRect();"
                    + " return at.width > 1 && at.height > 1 && at.bottom > 0 && at.top < innerHeight && "
                    + "at.right > 0 && at.left < innerWidth; })()"
            );
            Assert.That(isInView, Is.True, await page.EvaluateAsync<string>("document.activeElement.outerHTML"));
        }
    }

    [Test]
    public async Task Menu_OfACard_GivesTheLineForANewTime()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_site, "clients/c1/index.html");
        var menu = page.Locator(".menu").First;

        await menu.GetByText("Change this post").ClickAsync();
        await menu.Locator("input").FillAsync("2026-06-30T08:15");

        await Expect(menu.Locator("code")).ToHaveTextAsync("scheduled_at: 2026-06-30 08:15");
        await Expect(menu.GetByRole(AriaRole.Button)).ToBeVisibleAsync();
        await Expect(menu.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
    }

    [TestCase("index.html", 1440)]
    [TestCase("index.html", 390)]
    [TestCase("calendar/2026-06-list.html", 768)]
    [TestCase("calendar/2026-06-list.html", 390)]
    [TestCase("clients/c1/index.html", 390)]
    public async Task Axe_AtEveryWidth_FindsNothingSerious(string path, int width)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var visit = await Visit.Start(
                new BrowserNewContextOptions
                {
                    ColorScheme = scheme,
                    BypassCSP = true,
                    ViewportSize = new ViewportSize { Width = width, Height = 900 },
                }
            );
            var page = await visit.Open(_site, path);

            Assert.That(await page.FindSeriousViolations(), Is.Empty);
        }
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
