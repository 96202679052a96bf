using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.LeadMagnets;

internal sealed class PagePlaceholders : LeadMagnetRule
{
    protected override IEnumerable<Problem> Check(LeadMagnet leadMagnet, RuleContext context) =>
        from found in Placeholders.KnownIn(leadMagnet.Body)
        select context.About(
            leadMagnet,
            LeadMagnetCodes.PlaceholderInPage,
            BodyPosition.Locate(leadMagnet.SourceMap, found.At),
            $"\"{found.Written}\" is in the page. The page is sent as written, so readers would see the placeholder.",
            "Write the word itself."
        ) with
        {
            Path = leadMagnet.SourceMap.BodyPath,
        };
}
