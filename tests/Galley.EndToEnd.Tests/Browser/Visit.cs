using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>One reader looking at pages on a disk; it remembers what they asked for, ran and said.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        context.Request += (_, request) => Requests.Add(request.Url);
        page.Console += (_, message) => Said.Add(message.Text);
        page.Dialog += (_, dialog) =>
        {
            Said.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.PageError += (_, error) => Said.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Every address that was asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What the console, dialogs and errors said; a refused script is among it.</summary>
    public List<string> Said { get; } = [];

    public static async Task<Visit> Start(BrowserNewContextOptions? options = null)
    {
        var context = await Chromium.Browser.NewContextAsync(options);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <param name="page">From the preview's folder.</param>
    public async Task<IPage> Open(string folder, string page = "index.html")
    {
        await Page.GotoAsync(new Uri(Path.Combine(folder, page)).AbsoluteUri);
        return Page;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
