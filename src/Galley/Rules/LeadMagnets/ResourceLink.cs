using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.LeadMagnets;

internal sealed class ResourceLink : LeadMagnetRule
{
    protected override IEnumerable<Problem> Check(LeadMagnet leadMagnet, RuleContext context)
    {
        if (leadMagnet.ConfirmMissingMagnetUrl == true || Placeholders.HasResourceLink(leadMagnet.TextTemplate))
        {
            yield break;
        }

        yield return context.About(
            leadMagnet,
            LeadMagnetCodes.NoResourceLink,
            leadMagnet.SourceMap.At("text_template"),
            "text_template has no <<resource_link>>, so people would not get the link.",
            "Add <<resource_link>> where you want the link. If you want none, add \"confirm_missing_magnet_url: true\"."
        );
    }
}
