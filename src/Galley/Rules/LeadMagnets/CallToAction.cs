using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.LeadMagnets;

internal sealed class CallToAction : LeadMagnetRule
{
    protected override IEnumerable<Problem> Check(LeadMagnet leadMagnet, RuleContext context)
    {
        var hasLabel = !HiddenCharacters.AreAll(leadMagnet.HostedPage?.CtaLabel ?? "");
        var hasUrl = !string.IsNullOrWhiteSpace(leadMagnet.HostedPage?.CtaUrl);
        if (hasLabel == hasUrl)
        {
            yield break;
        }

        var (there, lacking) = hasLabel ? ("cta_label", "cta_url") : ("cta_url", "cta_label");
        yield return context.About(
            leadMagnet,
            LeadMagnetCodes.CallToActionHalf,
            leadMagnet.SourceMap.At("hosted_page", there),
            $"hosted_page has {there} but no {lacking}.",
            $"Add {lacking}, or delete {there}."
        );
    }
}
