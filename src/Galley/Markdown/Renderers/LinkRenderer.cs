using Galley.Diagnostics.Codes;
using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary><c>text (url)</c>, or the URL alone where the text says nothing else. A picture is refused.</summary>
internal sealed class LinkRenderer : LinkedInObjectRenderer<LinkInline>
{
    private static readonly string[] Followed = ["https://", "http://", "mailto:", "tel:"];

    protected override void Write(LinkedInRenderer renderer, LinkInline node)
    {
        if (node.Reference is { } definition)
        {
            renderer.Use(definition);
        }

        var url = renderer.Filled(node.Url ?? "", renderer.PositionOf(node));
        var start = renderer.Length;
        renderer.WriteChildren(node);
        WriteUrl(url, renderer.Since(start), renderer);
        if (node.IsImage)
        {
            ReportPicture(node, url, renderer);
        }
        else
        {
            ReportAddress(node, url, renderer);
        }

        ReportTitle(node, renderer);
    }

    private static void WriteUrl(string url, string text, LinkedInRenderer renderer)
    {
        if (url.Length == 0 || text == url)
        {
            return;
        }

        renderer.Append(text.Length == 0 ? url : $" ({url})");
    }

    private static void ReportPicture(LinkInline node, string url, LinkedInRenderer renderer) =>
        renderer.Report(
            PostCodes.PictureInText,
            node,
            $"The picture \"{url}\" stands in the text, where LinkedIn shows none.",
            $"Put it under \"images:\" in the front matter, as images: [{(url.Contains("://", StringComparison.Ordinal) ? $"{{url: {url}}}" : url)}], and delete it here."
        );

    private static void ReportAddress(LinkInline node, string url, LinkedInRenderer renderer)
    {
        if (Followed.Any(start => url.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        renderer.Report(
            PostCodes.LinkWithoutAddress,
            node,
            url.Length == 0
                ? "The link has no address."
                : $"The link leads to \"{url}\", which nobody on LinkedIn can follow.",
            "Write a whole web address that begins with https://."
        );
    }

    private static void ReportTitle(LinkInline node, LinkedInRenderer renderer)
    {
        if (string.IsNullOrEmpty(node.Title))
        {
            return;
        }

        renderer.Report(
            PostCodes.WordsDropped,
            node,
            $"The link's title \"{node.Title}\" is left out: LinkedIn has no place for it.",
            "Take the title out, or say it in the text."
        );
    }
}
