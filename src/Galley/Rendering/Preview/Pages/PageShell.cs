namespace Galley.Rendering.Preview.Pages;

/// <summary>What all pages have in common: the policy, the style, the bar at the top.</summary>
internal static class PageShell
{
    /// <param name="bar">What stands in the bar beside the name.</param>
    public static string Wrap(string title, Html bar, Html main, PreviewOptions options)
    {
        Asset[] scripts = options.IsServed ? [Asset.Script, Asset.Reload] : [Asset.Script];
        return Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy(scripts, options)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <style>{Html.Trusted(Asset.Style.Text)}</style>
            </head>
            <body id="top">
            <a class="skip" href="#main">Skip to the content</a>
            <header class="bar">{bar}</header>
            <main id="main" tabindex="-1">
            {main}</main>
            <footer class="foot">A galley proof: nothing on this page has been sent by opening it.</footer>
            {scripts.Select(script => Html.Of($"<script>{Html.Trusted(script.Text)}</script>\n"))}</body>
            </html>

            """).ToString();
    }

    private static string Policy(Asset[] scripts, PreviewOptions options) => string.Join("; ",
    [
        "default-src 'none'",
        "img-src 'self' data:",
        $"style-src {Asset.Style.Hash}",
        $"script-src {string.Join(' ', scripts.Select(script => script.Hash))}",
        .. options.IsServed ? new[] { "connect-src 'self'" } : [],
        "base-uri 'none'",
        "form-action 'none'",
    ]);
}
