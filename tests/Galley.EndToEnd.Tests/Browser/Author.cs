using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>A person who writes posts in the editor.</summary>
internal sealed class Author(Visit visit, Uri editor) : IAsyncDisposable
{
    public Visit Visit => visit;
    public IPage Page => visit.Page;
    public ILocator Body => Page.Locator("textarea[id^=body]");
    public ILocator Time => Page.Locator("input[id^=scheduled_at]");
    public IFrameLocator Card => Page.FrameLocator("#preview-pane");

    public static async Task<Author> At(LocalEditor editor, BrowserNewContextOptions? device = null) =>
        new(await Visit.Start(device), editor.Url);

    public async Task OpenFromTheList(string client)
    {
        await Page.GotoAsync(editor.AbsoluteUri);
        await Page.GetByRole(AriaRole.Link, new() { Name = client }).ClickAsync();
        await SignIn();
    }

    public async Task OpenPost(string key)
    {
        const string Client = LocalEditor.Client;
        await Page.GotoAsync($"{editor}clients/{Client}/index.html#/collections/{Client}-posts/entries/{key}");
        await SignIn();
    }

    public async Task Choose(string field, string option)
    {
        await Page.Locator($"[id^={field}-field]").First.ClickAsync();
        await Page.GetByText(option, new() { Exact = true }).First.ClickAsync();
    }

    public async Task PressSave()
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish") }).First.ClickAsync();
        await Page.GetByText("Publish now").First.ClickAsync();
    }

    public async Task Save()
    {
        await PressSave();
        await Page.GetByText("Entry saved").WaitForAsync();
    }

    /// <summary>What axe finds on this page at three widths, light and dark.</summary>
    public async Task<string[]> ViolationsAtEachWidthAndTheme()
    {
        // Decap's bar that shows that something loads.
        await Page.Locator("body > canvas").First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        return await Page.FindViolationsAtEachWidthAndTheme();
    }

    public ValueTask DisposeAsync() => visit.DisposeAsync();

    private async Task SignIn()
    {
        var signIn = Page.GetByRole(AriaRole.Button, new() { Name = "Login" });
        await signIn.Or(Page.Locator("header, .galley-field")).First.WaitForAsync();
        if (await signIn.IsVisibleAsync())
        {
            await signIn.ClickAsync();
        }
    }
}
