using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Galley.Cli.Hosting;
using Galley.Cli.Tests.Running;
using Galley.Testing;
using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>The editor as a new colleague uses it: a real browser, a real checkout, and nobody who explains anything.</summary>
internal sealed class EditorTests
{
    private const string Client = "kestrel-cold-chain";
    private const string Text =
        "Two loggers said 4 °C. One of them stood by the door.\n\n- move it\n- log again\n\nComment <<keyword>> for the checklist.";

    private TemporaryFolder _folder = null!;
    private GitClone _clone = null!;
    private CancellationTokenSource _stop = null!;
    private Task<CliRun> _run = null!;
    private Visit _visit = null!;
    private Uri _url = null!;

    [SetUp]
    public async Task Start()
    {
        if (!EditorParts.AreThere)
        {
            Assert.Ignore(
                "This build lacks the editor's parts: `dotnet cake --target=EditorParts` makes them, with npm."
            );
        }

        _visit = await Visit.Start();
        _folder = new TemporaryFolder();
        CopyExample();
        _clone = new GitClone(_folder.Path);
        _clone.Git("init", "--quiet");
        _clone.Commit("README.md", "Our posts\n");
        _stop = new CancellationTokenSource();
        var port = Ports.Free();
        _url = new Uri($"http://127.0.0.1:{port}/");
        _run = CliRun.In(
            _folder.Path,
            [],
            ["editor", "--local", "--port", $"{port}", "--now", CliFixture.Now],
            _stop.Token
        );
        await Ports.Reached(port, _run);
    }

    [TearDown]
    public async Task End()
    {
        if (_visit is not null)
        {
            await _visit.DisposeAsync();
            await _stop.CancelAsync();
            await _run;
            _run.Dispose();
            _stop.Dispose();
            _folder.Dispose();
        }
    }

    [Test]
    public async Task NewPost_WithAPicture_IsTheFileThatACarefulPersonWouldCommit()
    {
        var page = await OpenFromTheList("Kestrel Cold Chain");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("post$") }).First.ClickAsync();
        await page.Locator("textarea[id^=body]").FillAsync(Text);
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
                    Buffer = await File.ReadAllBytesAsync(_folder[$"clients/{Client}/media/dock-minutes.png"]),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose selected" }).ClickAsync();
        await page.Locator(".galley-pictures li").WaitForAsync();
        await Choose(page, "status", "Ready");
        await Card(page).GetByText("• move it").First.WaitForAsync();
        await Save(page);

        const string Key = "2026-06-18-two-loggers-said-4-c-one-of-them-stood-by-the";
        var changed = Changed();
        Assert.That(
            changed,
            Is.EquivalentTo(new[] { $"?? clients/{Client}/media/dock-door.png", $"?? clients/{Client}/posts/{Key}.md" })
        );
        Assert.That(
            await File.ReadAllTextAsync(_folder[$"clients/{Client}/posts/{Key}.md"]),
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
        var validate = await CliRun.In(_folder.Path, ["validate", "--client", Client, "--now", CliFixture.Now]);
        Assert.That(validate.Out, Does.Contain("no problems"), validate.Error);
        Assert.That(
            _visit.Requests,
            Has.All.StartsWith(_url.AbsoluteUri).Or.StartsWith("blob:").Or.StartsWith("data:")
        );
        Assert.That(_visit.Said, Has.None.Contains("Content Security Policy"));
    }

    [Test]
    public async Task Error_InTheForm_IsRefusedInTheWordsOfValidate()
    {
        var post = $"clients/{Client}/posts/2026-06-09-dock-door.md";
        var page = await OpenPost("2026-06-09-dock-door");
        await page.Locator("input[id^=scheduled_at]").FillAsync("2027-03-14T02:30");
        var problem = page.Locator(".galley-error").Filter(new() { HasText = "GAL303" });
        await problem.WaitForAsync();
        await PressSave(page);
        await page.Locator("label[for^=scheduled_at]").WaitForAsync();

        Assert.That(Changed(), Is.Empty, "nothing was saved");
        await File.WriteAllTextAsync(
            _folder[post],
            (await File.ReadAllTextAsync(_folder[post])).Replace("2026-06-09 08:30", "2027-03-14 02:30")
        );
        var validate = await CliRun.In(_folder.Path, ["validate", "--client", Client, "--now", CliFixture.Now]);
        var words = (await problem.InnerTextAsync())["error GAL303 ".Length..];
        Assert.That(Plain(validate.Out + validate.Error), Does.Contain(Plain(words.Split(": ")[0])));
    }

    [Test]
    public async Task Edit_OfOneField_ChangesItsLinesAlone()
    {
        var path = $"clients/{Client}/posts/2026-06-23-summer-profile.md";
        var before = await File.ReadAllTextAsync(_folder[path]);
        var page = await OpenPost("2026-06-23-summer-profile");
        await page.Locator("input[id^=scheduled_at]").FillAsync("2026-06-24T09:15");
        await Card(page).GetByText("Wed 24 Jun 2026, 09:15").First.WaitForAsync();
        await Save(page);

        Assert.That(
            await File.ReadAllTextAsync(_folder[path]),
            Is.EqualTo(before.Replace("2026-06-23 08:30", "2026-06-24 09:15"))
        );
    }

    [Test]
    public async Task FileThatSomebodyElseChanged_IsNotOverwritten()
    {
        var path = $"clients/{Client}/posts/2026-06-23-summer-profile.md";
        var page = await OpenPost("2026-06-23-summer-profile");
        await page.Locator("input[id^=scheduled_at]").FillAsync("2026-06-24T09:15");
        await Card(page).GetByText("Wed 24 Jun 2026, 09:15").First.WaitForAsync();
        await File.AppendAllTextAsync(_folder[path], "\nWords of a colleague.\n");
        await PressSave(page);
        await page.GetByText("Somebody else changed this file").WaitForAsync();

        Assert.That(
            await File.ReadAllTextAsync(_folder[path]),
            Does.Contain("Words of a colleague.").And.Contain("2026-06-23 08:30")
        );
    }

    [Test]
    public async Task BrokenFile_AmongOthers_IsListedAndCanNotBeSaved()
    {
        await File.WriteAllTextAsync(_folder[$"clients/{Client}/posts/broken.md"], "---\nstatus: [draft\n---\nText\n");
        var page = await OpenPost("broken");
        await page.Locator(".galley-error").First.WaitForAsync();
        await page.Locator("textarea[id^=body]").FillAsync("Other words");
        await PressSave(page);

        Assert.That(
            await File.ReadAllTextAsync(_folder[$"clients/{Client}/posts/broken.md"]),
            Does.StartWith("---\nstatus: [draft")
        );
    }

    [Test]
    public async Task Form_OnDesktopAndPhone_PassesAxe()
    {
        var page = await OpenPost("2026-06-09-dock-door");
        await page.Locator(".galley-beside").First.WaitForAsync();
        await Card(page).GetByText("Kestrel Cold Chain").First.WaitForAsync();
        var onDesktop = await Violations(page);
        await page.SetViewportSizeAsync(390, 844);
        var onPhone = await Violations(page);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Posts collection") }).ClickAsync();
        await page.GetByText("2026-06-11-logger-average").First.WaitForAsync();
        var posts = await Violations(page);
        await page.GotoAsync(_url.AbsoluteUri);
        var clients = await Violations(page);

        Assert.That(onDesktop.Concat(onPhone).Concat(posts).Concat(clients), Is.Empty);
    }

    private async Task<IPage> OpenFromTheList(string client)
    {
        var page = _visit.Page;
        await page.GotoAsync(_url.AbsoluteUri);
        await page.GetByRole(AriaRole.Link, new() { Name = client }).ClickAsync();
        return await SignedIn(page);
    }

    private async Task<IPage> OpenPost(string name)
    {
        var page = _visit.Page;
        await page.GotoAsync($"{_url}clients/{Client}/index.html#/collections/{Client}-posts/entries/{name}");
        return await SignedIn(page);
    }

    private static async Task<IPage> SignedIn(IPage page)
    {
        var signIn = page.GetByRole(AriaRole.Button, new() { Name = "Login" });
        await signIn.Or(page.Locator("header")).First.WaitForAsync();
        if (await signIn.IsVisibleAsync())
        {
            await signIn.ClickAsync();
        }

        return page;
    }

    private static IFrameLocator Card(IPage page) => page.FrameLocator("#preview-pane");

    private static async Task Choose(IPage page, string field, string option)
    {
        await page.Locator($"[id^={field}-field]").First.ClickAsync();
        await page.GetByText(option, new() { Exact = true }).First.ClickAsync();
    }

    private static async Task PressSave(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish") }).First.ClickAsync();
        await page.GetByText("Publish now").First.ClickAsync();
    }

    private static async Task Save(IPage page)
    {
        await PressSave(page);
        await page.GetByText("Entry saved").WaitForAsync();
    }

    private static async Task<IEnumerable<string>> Violations(IPage page)
    {
        // Decap's bar that shows that something loads.
        await page.Locator("body > canvas").First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        return (await page.RunAxe()).Violations.Select(violation =>
            $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"
        );
    }

    private static string Plain(string text) => Regex.Replace(text, @"[\s`]+", " ");

    private string[] Changed() =>
        _clone
            .Git("status", "--short", "--untracked-files=all")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim())
            .ToArray();

    private void CopyExample()
    {
        foreach (var file in Directory.EnumerateFiles(Site.Example, "*", SearchOption.AllDirectories))
        {
            var target = _folder[Path.GetRelativePath(Site.Example, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
