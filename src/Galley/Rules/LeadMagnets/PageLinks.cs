using System.Net;
using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Galley.Rules.LeadMagnets;

/// <summary>Every link of the hosted page, those in raw HTML too.</summary>
internal sealed partial class PageLinks : LeadMagnetRule
{
    protected override IEnumerable<Problem> Check(LeadMagnet leadMagnet, RuleContext context)
    {
        if (PageMarkdown.Parse(leadMagnet.Body) is not { } page)
        {
            return
            [
                context.About(
                    leadMagnet,
                    LeadMagnetCodes.PageNotRead,
                    leadMagnet.SourceMap.BodyStart,
                    "The links of this page can't be checked: one paragraph has more than 20,000 characters, or lists are "
                        + "nested more than a hundred deep.",
                    "Split the paragraph with blank lines, or nest the lists less deeply."
                ),
            ];
        }

        return from node in page.Descendants()
            from verdict in VerdictsOn(node)
            select context.About(
                leadMagnet,
                verdict.Code,
                PlaceOf(node, leadMagnet),
                verdict.Message,
                verdict.Help
            ) with
            {
                Path = leadMagnet.SourceMap.BodyPath,
            };
    }

    private static IEnumerable<LinkVerdict> VerdictsOn(MarkdownObject node) =>
        node switch
        {
            LinkInline link => Verdicts([link.Url ?? ""]),
            AutolinkInline { IsEmail: false } link => Verdicts([link.Url]),
            HtmlInline html => OfHtml(html.Tag),
            HtmlBlock html => OfHtml(html.Lines.ToString()),
            _ => [],
        };

    private static IEnumerable<LinkVerdict> OfHtml(string html)
    {
        if (Script().IsMatch(html))
        {
            yield return new(
                LeadMagnetCodes.UnsafeLink,
                "A <script> tag runs a program in the reader's browser.",
                "Delete it."
            );
        }

        foreach (
            var verdict in Verdicts(
                Attribute().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
            )
        )
        {
            yield return verdict;
        }
    }

    private static IEnumerable<LinkVerdict> Verdicts(IEnumerable<string> links) =>
        links.Select(LinkVerdict.Check).OfType<LinkVerdict>();

    private static Position PlaceOf(MarkdownObject node, LeadMagnet leadMagnet) =>
        BodyPosition.Locate(
            leadMagnet.SourceMap,
            LineTable.PositionOf(leadMagnet.Body, Math.Clamp(node.Span.Start, 0, leadMagnet.Body.Length))
        );

    [GeneratedRegex(@"\b(?:href|src)\s*=\s*[""']?([^""'>]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"<script\b", RegexOptions.IgnoreCase)]
    private static partial Regex Script();
}
