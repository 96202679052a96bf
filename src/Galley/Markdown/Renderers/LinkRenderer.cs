using Galley.Diagnostics.Codes;
using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary><c>text (url)</c>, or the address alone where the text says nothing else. A picture is refused.</summary>
internal sealed class LinkRenderer : LinkedInObjectRenderer<LinkInline>
{
    private static readonly string[] Followed = ["https://", "http://", "mailto:", "tel:"];

    protected override void Write(LinkedInRenderer renderer, LinkInline node)
    {
        var url = renderer.Filled(node.Url ?? "", renderer.PositionOf(node));
        var start = renderer.SetIn();
        renderer.WriteChildren(node);
        WriteUrl(url, start, renderer);
        if (node.IsImage)
        {
            ReportPicture(node, url, renderer);
        }
        else if (!Followed.Any(scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
        {
            ReportAddress(node, url, start, renderer);
        }

        if (!string.IsNullOrEmpty(node.Title))
        {
            ReportTitle(node, start, renderer);
        }
    }

    private static void WriteUrl(string url, int start, LinkedInRenderer renderer)
    {
        switch (LinkText.Choose(renderer.Since(start), url))
        {
            case LinkText.Form.AddressOnly:
                renderer.Rewind(start);
                renderer.Append(url);
                break;
            case LinkText.Form.Both:
                renderer.Append($" ({url})");
                break;
        }
    }

    private static void ReportPicture(LinkInline node, string url, LinkedInRenderer renderer) =>
        renderer.Report(
            TextCodes.PictureInText,
            node,
            $"The picture \"{url}\" is in the text. LinkedIn shows no pictures there.",
            // A URL may be one that only its author can open, such as an attachment on GitHub.
            url.Contains("://", StringComparison.Ordinal)
                ? "Download it into the client's media/ folder, write its name in the front matter as images: [NAME], "
                    + "and delete it here."
                : $"Move it to the front matter, as images: [{url}], and delete it here."
        );

    private static void ReportAddress(LinkInline node, string url, int start, LinkedInRenderer renderer) =>
        renderer.ReportWithLines(
            TextCodes.LinkWithoutAddress,
            node,
            start,
            url.Length == 0 ? "The link has no address." : $"Nobody can open the link \"{url}\" on LinkedIn.",
            "Write the complete URL, beginning with https://. If no link is meant, type \\[ for the first bracket."
        );

    private static void ReportTitle(LinkInline node, int start, LinkedInRenderer renderer) =>
        renderer.ReportWithLines(
            TextCodes.WordsDropped,
            node,
            start,
            $"The link's title \"{node.Title}\" is left out, because LinkedIn does not show titles of links.",
            "Delete the title, or write it into the text."
        );
}
