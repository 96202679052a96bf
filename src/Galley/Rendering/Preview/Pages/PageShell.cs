namespace Galley.Rendering.Preview.Pages;

/// <summary>What all pages have in common: the policy, the style, the bar at the top.</summary>
internal static class PageShell
{
    /// <summary>A page of a preview.</summary>
    /// <param name="bar">What stands in the bar beside the name.</param>
    public static string Wrap(string title, Html bar, Html main, PreviewOptions options) =>
        Write(
            new PageParts
            {
                Title = title,
                Bar = bar,
                Main = main,
                Foot = "A galley proof: nothing on this page has been sent by opening it.",
                Scripts = options.IsServed ? [Asset.Script, Asset.Reload] : [Asset.Script],
                AsksItsServer = options.IsServed,
            }
        );

    public static string Write(PageParts page) =>
        Html.From(
                $"""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="{Policy(page)}">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <meta name="robots" content="noindex">
                <meta name="color-scheme" content="light dark">
                <title>{page.Title}</title>
                {page.Styles.Select(style => Html.From($"<style>{Html.Trusted(style.Text)}</style>\n"))}</head>
                <body id="top">
                <a class="skip" href="#main">Skip to the content</a>
                <header class="bar">{page.Bar}</header>
                <main id="main" tabindex="-1">
                {page.Main}</main>
                <footer class="foot">{page.Foot}</footer>
                {page.Scripts.Select(script => Html.From($"<script>{Html.Trusted(script.Text)}</script>\n"))}</body>
                </html>

                """
            )
            .ToString();

    private static string Policy(PageParts page) =>
        string.Join(
            "; ",
            [
                "default-src 'none'",
                "img-src 'self' data:",
                $"style-src {string.Join(' ', page.Styles.Select(style => style.Hash))}",
                .. page.Scripts.IsEmpty
                    ? Array.Empty<string>()
                    : [$"script-src {string.Join(' ', page.Scripts.Select(script => script.Hash))}"],
                .. page.AsksItsServer ? new[] { "connect-src 'self'" } : [],
                "base-uri 'none'",
                "form-action 'none'",
            ]
        );
}
