using Galley.Markdown;
using Markdig.Syntax;

namespace Galley.Rules.LeadMagnets;

/// <summary>A hosted page's syntax tree.</summary>
internal static class PageMarkdown
{
    /// <summary>A page may be a book, but Markdig's time grows with the square of a hostile paragraph.</summary>
    private const int LongestParagraph = 20_000;

    /// <summary>Null when it holds a paragraph too long, or nests too deeply, to be parsed in good time.</summary>
    public static MarkdownDocument? Parse(string body)
    {
        foreach (var paragraph in body.AsSpan().Split("\n\n"))
        {
            if (paragraph.End.Value - paragraph.Start.Value > LongestParagraph)
            {
                return null;
            }
        }

        return LinkedInText.Parse(body);
    }
}
