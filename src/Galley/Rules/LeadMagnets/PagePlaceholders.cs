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
            $"\"{found.Written}\" stands in the page, which is sent as written.",
            "Write the word itself."
        ) with
        {
            Path = leadMagnet.SourceMap.BodyPath,
        };
}
