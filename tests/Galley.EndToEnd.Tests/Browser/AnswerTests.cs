using Galley.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>How a client answers in the file that was mailed to it, in a browser, from a disk.</summary>
internal sealed class AnswerTests
{
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public async Task WriteFile()
    {
        _folder = new TemporaryFolder();
        Put(
            "galley.yaml",
            "time_zone: Europe/London\nagency: {name: Acme Social, logo: logo.png, mail: posts@acme.example}\n"
        );
        Put(
            "clients/kestrel/client.yaml",
            "name: Kestrel Cold Chain\nclient_id: 00000000-0000-4000-8000-000000000001\napproval: {required: true, by: 48h}\n"
        );
        foreach (var day in new[] { 15, 16, 17 })
        {
            Post($"day-{day}", "scheduled", day, $"Cold rooms, part {day}.\n\nAsk & answer <here>.");
        }

        Post("secret", "draft", 18, "An unfinished idea.");
        File.WriteAllBytes(_folder["content/logo.png"], SampleMedia.Png(120, 40));
        await Site.Write(_folder["content"], "--client", "kestrel", "--single-file", _folder["kestrel.html"]);
    }

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public async Task Page_ShowsWhoAsksAndUntilWhen_ButNoDraftAndNoWordOfOurs()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_folder.Path, "kestrel.html");

        var text = await page.Locator("body").InnerTextAsync();

        Assert.That(
            text,
            Does.Contain("Acme Social")
                .And.Contain("Please answer by Sat 13 Jun 2026, 10:00.")
                .And.Contain("Approve")
                .And.Contain("0 of 3 posts decided")
        );
        Assert.That(
            text,
            Does.Not.Contain("unfinished")
                .And.Not.Contain("Git")
                .And.Not.Contain("LeadPanther")
                .And.Not.Contain("galley")
        );
        Assert.That(await page.Locator(".logo").EvaluateAsync<int>("image => image.naturalWidth"), Is.EqualTo(120));
        Assert.That(
            await page.Locator(".days").First.EvaluateAsync<string>("days => days.textContent"),
            Does.Not.Contain("Ready").And.Not.Contain("Needs you").And.Not.Contain("On hold"),
            "not to a screen reader either"
        );
    }

    [Test]
    public async Task Answers_AreGatheredAsTextToCopyAndToMail_AndNothingLeavesThePage()
    {
        await using var visit = await Visit.Start(
            new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] }
        );
        var page = await visit.Open(_folder.Path, "kestrel.html");

        await Answer(page, 0, "Approve");
        await Answer(page, 1, "Ask for a change");
        await page.Locator(".answer").Nth(1).Locator("textarea").FillAsync("Please say 40 hours.\nNot 30.");
        await page.GetByLabel("Your name").FillAsync("Anna Smith");
        await Expect(page.Locator(".count")).ToHaveTextAsync("2 of 3 posts decided");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy my answer" }).ClickAsync();
        await Expect(page.Locator("#copied")).ToHaveTextAsync("Copied.");

        var codes = await page.Locator(".answer").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.code)");
        var expected =
            $"Posts for Kestrel Cold Chain: 2 of 3 decided\nAnswered by: Anna Smith\n\n"
            + $"Approved\n- Mon 15 Jun 2026, 10:00: Cold rooms, part 15. ({codes[0]})\n\n"
            + $"Please change\n- Tue 16 Jun 2026, 10:00: Cold rooms, part 16. ({codes[1]})\n  Please say 40 hours.\n  Not 30.\n\n"
            + $"Not decided yet\n- Wed 17 Jun 2026, 10:00: Cold rooms, part 17. ({codes[2]})\n\n"
            + $"For the agency\n\n/galley approve kestrel {codes[0]}\n";
        Assert.That(await page.EvaluateAsync<string>("navigator.clipboard.readText()"), Is.EqualTo(expected));
        var mail = await page.Locator("#mail-answer").GetAttributeAsync("href");
        Assert.That(
            mail,
            Does.StartWith("mailto:posts@acme.example?subject=Posts%20for%20Kestrel%20Cold%20Chain&body=")
        );
        Assert.That(Uri.UnescapeDataString(mail!.Split("&body=")[1]).ReplaceLineEndings("\n"), Is.EqualTo(expected));
        Assert.That(visit.Requests, Has.All.StartsWith("file:").Or.StartsWith("data:"));
        Assert.That(visit.Said, Is.Empty);
    }

    [Test]
    public async Task Answer_ByKeyboard_IsTaken()
    {
        await using var visit = await Visit.Start();
        var page = await visit.Open(_folder.Path, "kestrel.html");

        await page.Locator(".answer input").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");

        await Expect(page.Locator(".answer").First.Locator("textarea")).ToBeVisibleAsync();
        await Expect(page.Locator(".count")).ToHaveTextAsync("1 of 3 posts decided");
    }

    [Test]
    public async Task Page_WithoutScript_SaysHowToAnswer()
    {
        await using var visit = await Visit.Start(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await visit.Open(_folder.Path, "kestrel.html");

        await Expect(page.GetByText("answer with the approval codes")).ToBeVisibleAsync();
        await Expect(page.Locator(".answers")).ToBeHiddenAsync();
    }

    [TestCase(1440, ColorScheme.Light)]
    [TestCase(1440, ColorScheme.Dark)]
    [TestCase(768, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Dark)]
    public async Task Page_AtEachWidth_IsCleanAndDoesNotScrollSideways(int width, ColorScheme scheme)
    {
        await using var visit = await Visit.Start(
            new BrowserNewContextOptions
            {
                ColorScheme = scheme,
                BypassCSP = true,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            }
        );
        var page = await visit.Open(_folder.Path, "kestrel.html");
        await Answer(page, 1, "Ask for a change");
        await page.GetByText("Show my answer").ClickAsync();

        Assert.That(await page.FindSeriousViolations(), Is.Empty);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
    }

    private static Task Answer(IPage page, int post, string label) =>
        page.Locator(".answer").Nth(post).GetByLabel(label, new() { Exact = true }).CheckAsync();

    private void Post(string key, string status, int day, string body) =>
        Put(
            $"clients/kestrel/posts/{key}.md",
            $"---\nstatus: {status}\nscheduled_at: 2026-06-{day} 10:00\n---\n{body}\n"
        );

    private void Put(string path, string text)
    {
        var file = _folder[$"content/{path}"];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
