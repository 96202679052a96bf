using Galley.Rules.Codes;
using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

/// <summary><c>text (url)</c>, or the URL alone where the text says nothing else. A picture is refused.</summary>
internal sealed class LinkRenderer : NodeRenderer<LinkInline>
{
    private static readonly string[] Followed = ["https://", "http://", "mailto:", "tel:"];

    protected override void Write(LinkInline node, LinkedInRenderer writer)
    {
        if (node.Reference is { } definition) writer.Use(definition);
        var url = writer.Filled(node.Url ?? "", writer.PositionOf(node));
        var start = writer.Length;
        writer.WriteInlines(node);
        WriteUrl(url, writer.Since(start), writer);
        if (node.IsImage) ReportPicture(node, url, writer);
        else ReportAddress(node, url, writer);
        ReportTitle(node, writer);
    }

    private static void WriteUrl(string url, string text, LinkedInRenderer writer)
    {
        if (url.Length == 0 || text == url) return;
        writer.Append(text.Length == 0 ? url : $" ({url})");
    }

    private static void ReportPicture(LinkInline node, string url, LinkedInRenderer writer) => writer.Report(
        PostCodes.PictureInText,
        node,
        $"The picture \"{url}\" stands in the text, where LinkedIn shows none.",
        $"Put it under \"images:\" in the front matter, as images: [{(url.Contains("://", StringComparison.Ordinal) ? $"{{url: {url}}}" : url)}], and delete it here.");

    private static void ReportAddress(LinkInline node, string url, LinkedInRenderer writer)
    {
        if (Followed.Any(start => url.StartsWith(start, StringComparison.OrdinalIgnoreCase))) return;
        writer.Report(
            PostCodes.LinkWithoutAddress,
            node,
            url.Length == 0 ? "The link has no address." : $"The link leads to \"{url}\", which nobody on LinkedIn can follow.",
            "Write a whole web address that begins with https://.");
    }

    private static void ReportTitle(LinkInline node, LinkedInRenderer writer)
    {
        if (string.IsNullOrEmpty(node.Title)) return;
        writer.Report(PostCodes.WordsDropped, node, $"The link's title \"{node.Title}\" is left out: LinkedIn has no place for it.", "Take the title out, or say it in the text.");
    }
}
