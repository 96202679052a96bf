using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>The editor as a new colleague uses it: a real browser, a real checkout, and nobody who explains anything.</summary>
[Parallelizable]
internal sealed class EditorTests
{
    private const string Client = LocalEditor.Client;
    private const string Text =
        "Two loggers said 4 °C. One of them stood by the door.\n\n- move it\n- log again\n\nComment <<keyword>> for the checklist.";

    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new ViewportSize { Width = 390, Height = 844 },
        HasTouch = true,
        IsMobile = true,
    };

    private LocalEditor _editor = null!;
    private Author _author = null!;

    [SetUp]
    public async Task Start()
    {
        _editor = await LocalEditor.Start();
        _author = await Author.At(_editor);
    }

    [TearDown]
    public async Task End()
    {
        if (_author is not null)
        {
            await _author.DisposeAsync();
            await _editor.DisposeAsync();
        }
    }

    [Test]
    public async Task NewPost_WithAPicture_IsTheFileThatACarefulPersonWouldCommit()
    {
        var page = _author.Page;
        await _author.OpenFromTheList("Kestrel Cold Chain");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("post$") }).First.ClickAsync();
        await _author.Body.FillAsync(Text);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("next free time") }).ClickAsync();
        await page.Locator("select[id^=lead_magnet]")
            .SelectOptionAsync(new SelectOptionValue { Value = "excursion-response" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add pictures" }).ClickAsync();
        await page.Locator("input[type=file]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = "Dock Door.png",
                    MimeType = "image/png",
                    Buffer = await File.ReadAllBytesAsync(_editor[$"clients/{Client}/media/dock-minutes.png"]),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose selected" }).ClickAsync();
        await page.Locator(".galley-pictures li").WaitForAsync();
        await _author.Choose("status", "Ready");
        await _author.Card.GetByText("• move it").First.WaitForAsync();
        await _author.Save();

        const string Key = "2026-06-18-two-loggers-said-4-c-one-of-them-stood-by-the";
        Assert.That(
            _editor.Changed(),
            Is.EquivalentTo(new[] { $"?? clients/{Client}/media/dock-door.png", $"?? clients/{Client}/posts/{Key}.md" })
        );
        Assert.That(
            await File.ReadAllTextAsync(_editor.Post(Key)),
            Is.EqualTo(
                $"""
                ---
                status: scheduled
                scheduled_at: 2026-06-18 12:00
                lead_magnet: excursion-response
                images:
                  - dock-door.png
                ---
                {Text}

                """
            )
        );
        var validate = await _editor.Validate();
        Assert.That(validate.Out, Does.Contain("no problems"), validate.Error);
        Assert.That(
            _author.Visit.Requests,
            Has.All.StartsWith(_editor.Url.AbsoluteUri).Or.StartsWith("blob:").Or.StartsWith("data:")
        );
        Assert.That(_author.Visit.Said, Has.None.Contains("Content Security Policy"));
    }

    [Test]
    public async Task Error_InTheForm_IsRefusedInTheWordsOfValidate()
    {
        var post = _editor.Post("2026-06-09-dock-door");
        await _author.OpenPost("2026-06-09-dock-door");
        await _author.Time.FillAsync("2027-03-14T02:30");
        var problem = await Problem("GAL303");
        await _author.PressSave();
        await _author.Page.Locator("label[for^=scheduled_at]").WaitForAsync();

        Assert.That(_editor.Changed(), Is.Empty, "nothing was saved");
        await File.WriteAllTextAsync(
            post,
            (await File.ReadAllTextAsync(post)).Replace("2026-06-09 08:30", "2027-03-14 02:30")
        );
        var validate = await _editor.Validate();
        var words = (await problem.InnerTextAsync())["error GAL303 ".Length..];
        Assert.That(Plain(validate.Out + validate.Error), Does.Contain(Plain(words.Split(": ")[0])));
    }

    [Test]
    public async Task Edit_OfOneField_ChangesItsLinesAlone()
    {
        var path = _editor.Post("2026-06-23-summer-profile");
        var before = await File.ReadAllTextAsync(path);
        await OpenAndMove(_author);
        await _author.Save();

        Assert.That(
            await File.ReadAllTextAsync(path),
            Is.EqualTo(before.Replace("2026-06-23 08:30", "2026-06-24 09:15"))
        );
    }

    [Test]
    public async Task Post_ThatWasSavedALittleAgo_IsSavedAgain()
    {
        await OpenAndMove(_author);
        await _author.Save();
        await Expect(_author.Page.GetByText("Entry saved")).ToHaveCountAsync(0);
        await _author.Body.FillAsync("Better words.");
        await _author.Card.GetByText("Better words.").First.WaitForAsync();
        await _author.Save();

        Assert.That(
            await File.ReadAllTextAsync(_editor.Post("2026-06-23-summer-profile")),
            Does.Contain("2026-06-24 09:15").And.EndWith("\nBetter words.\n")
        );
    }

    [Test]
    public async Task FileThatSomebodyElseChanged_IsNotOverwritten()
    {
        var path = _editor.Post("2026-06-23-summer-profile");
        await OpenAndMove(_author);
        await File.AppendAllTextAsync(path, "\nWords of a colleague.\n");
        await _author.PressSave();
        await _author.Page.GetByText("Somebody else changed this file").WaitForAsync();

        Assert.That(
            await File.ReadAllTextAsync(path),
            Does.Contain("Words of a colleague.").And.Contain("2026-06-23 08:30")
        );
    }

    [Test]
    public async Task Post_ThatTwoPeopleHaveOpen_IsSavedByTheFirst()
    {
        await using var second = await Author.At(_editor);
        await OpenAndMove(_author);
        await second.OpenPost("2026-06-23-summer-profile");
        await second.Body.FillAsync("Words of the second one.");
        await second.Card.GetByText("Words of the second one.").First.WaitForAsync();

        await _author.Save();
        await second.PressSave();
        await second.Page.GetByText("Somebody else changed this file").WaitForAsync();

        Assert.That(
            await File.ReadAllTextAsync(_editor.Post("2026-06-23-summer-profile")),
            Does.Contain("2026-06-24 09:15").And.Not.Contain("second one")
        );
    }

    [Test]
    public async Task LeadMagnet_ThatIsNotMergedYet_HoldsItsPostBack()
    {
        var path = _editor.Post("2026-06-23-summer-profile");
        var post = (await File.ReadAllTextAsync(path)).Replace("lane-qualification", "dock-checklist");
        await File.WriteAllTextAsync(path, post);
        await OpenAndMove(_author);
        var problem = await (await Problem("GAL312")).InnerTextAsync();
        await _author.PressSave();
        await _author.Page.GetByText("The client has no lead magnet").First.WaitForAsync();
        var refused = await File.ReadAllTextAsync(path);

        var magnets = _editor[$"clients/{Client}/lead-magnets"];
        var merged = (await File.ReadAllTextAsync(Path.Combine(magnets, "excursion-response.md"))).Replace(
            "keyword: ",
            "keyword: NEW"
        );
        await File.WriteAllTextAsync(Path.Combine(magnets, "dock-checklist.md"), merged);
        await using var later = await Author.At(_editor);
        await OpenAndMove(later);
        await later.Save();

        Assert.That(problem, Does.Contain("dock-checklist"));
        Assert.That(refused, Is.EqualTo(post), "nothing was saved while the lead magnet was missing");
        Assert.That(await File.ReadAllTextAsync(path), Does.Contain("2026-06-24 09:15"));
    }

    [Test]
    public async Task BrokenFile_AmongOthers_IsListedAndCanNotBeSaved()
    {
        await File.WriteAllTextAsync(_editor.Post("broken"), "---\nstatus: [draft\n---\nText\n");
        await _author.OpenPost("broken");
        await _author.Page.Locator(".galley-error").First.WaitForAsync();
        await _author.Body.FillAsync("Other words");
        await _author.PressSave();

        Assert.That(await File.ReadAllTextAsync(_editor.Post("broken")), Does.StartWith("---\nstatus: [draft"));
    }

    [Test]
    public async Task Post_OnAPhone_IsWrittenAndSaved()
    {
        await using var author = await Author.At(_editor, Phone);
        await author.OpenFromTheList("Kestrel Cold Chain");
        await author.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("post$") }).First.TapAsync();
        await author.Body.FillAsync("Written at the dock door.");
        await author.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("next free time") }).TapAsync();
        await author.Choose("status", "Ready");
        await author.Page.Locator("#preview-pane").ScrollIntoViewIfNeededAsync();
        await Expect(author.Card.GetByText("Written at the dock door.").First).ToBeInViewportAsync();
        await author.Save();

        const string Sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        Assert.That(await author.Page.EvaluateAsync<int>(Sideways), Is.Zero, "nobody scrolls sideways");
        Assert.That(
            await File.ReadAllTextAsync(_editor.Post("2026-06-18-written-at-the-dock-door")),
            Does.EndWith("\nWritten at the dock door.\n")
        );
    }

    [Test]
    public async Task Editor_AtEachWidthAndTheme_PassesAxe()
    {
        await using var author = await Author.At(_editor);
        await author.OpenPost("2026-06-09-dock-door");
        await author.Page.Locator(".galley-beside").First.WaitForAsync();
        await author
            .Card.GetByText("Kestrel Cold Chain")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var form = await author.ViolationsAtEachWidthAndTheme();
        await author.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Posts collection") }).ClickAsync();
        await author.Page.GetByText("2026-06-11-logger-average").First.WaitForAsync();
        var posts = await author.ViolationsAtEachWidthAndTheme();
        await author.Page.GotoAsync(_editor.Url.AbsoluteUri);
        var clients = await author.ViolationsAtEachWidthAndTheme();

        Assert.That(form.Concat(posts).Concat(clients), Is.Empty);
    }

    private static async Task OpenAndMove(Author author)
    {
        await author.OpenPost("2026-06-23-summer-profile");
        await author.Time.FillAsync("2026-06-24T09:15");
        await author.Card.GetByText("Wed 24 Jun 2026, 09:15").First.WaitForAsync();
    }

    private async Task<ILocator> Problem(string code)
    {
        var problem = _author.Page.Locator(".galley-error").Filter(new() { HasText = code }).First;
        await problem.WaitForAsync();
        return problem;
    }

    private static string Plain(string text) => Regex.Replace(text, @"[\s`]+", " ");
}
