using Galley.Rules.LeadMagnets;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Galley.Rendering.Preview;

/// <summary>
/// A lead magnet's page from its Markdown: raw HTML becomes text, links that could run something lose their address,
/// pictures their source.
/// </summary>
internal static class HostedPageHtml
{
    private const int LongestShown = 300_000;

    /// <summary>The page's own headings stand below those of the preview.</summary>
    private const int HeadingsBelow = 3;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .Build();

    public static Html Render(string markdown)
    {
        if (markdown.Length > LongestShown || PageMarkdown.Parse(markdown) is null)
        {
            return Html.From(
                $"<pre>{markdown[..Math.Min(markdown.Length, LongestShown)]}</pre>\n<p class=\"quiet\">Too long or "
                    + $"too deeply nested to be shown as a page.</p>"
            );
        }

        try
        {
            var document = Markdig.Markdown.Parse(markdown, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
            {
                heading.Level = Math.Min(6, heading.Level + HeadingsBelow);
            }

            foreach (var code in document.Descendants<FencedCodeBlock>())
            {
                code.Info = null;
            }

            foreach (var link in document.Descendants<LinkInline>().ToList())
            {
                Secure(link);
            }

            foreach (var link in document.Descendants<AutolinkInline>().ToList())
            {
                Secure(link);
            }

            return Html.Trusted(HtmlText.Neutralise(document.ToHtml(Pipeline)));
        }
        catch (ArgumentException)
        {
            // Markdig's way to say that its depth limit is exceeded.
            return Html.From($"<pre>{markdown}</pre>");
        }
    }

    private static void Secure(LinkInline link)
    {
        link.GetDynamicUrl = null;
        if (!link.IsImage && SafeLink.From(link.Url) is not null)
        {
            return;
        }

        var words = link.IsImage ? $"[picture: {link.Url}] " : "";
        link.ReplaceBy(Inlines(words, link.Url, link));
    }

    private static void Secure(AutolinkInline link)
    {
        var address = link.IsEmail ? $"mailto:{link.Url}" : link.Url;
        if (SafeLink.From(address) is null)
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    /// <summary>What stood between the brackets, with the address as words where it may not be followed.</summary>
    private static ContainerInline Inlines(string before, string? address, LinkInline link)
    {
        var words = new ContainerInline();
        if (before.Length > 0)
        {
            words.AppendChild(new LiteralInline(before));
        }

        foreach (var child in link.ToList())
        {
            child.Remove();
            words.AppendChild(child);
        }

        if (!link.IsImage && !string.IsNullOrEmpty(address))
        {
            words.AppendChild(new LiteralInline($" ({address})"));
        }

        return words;
    }
}
