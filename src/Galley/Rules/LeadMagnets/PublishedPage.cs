using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.LeadMagnets;

internal sealed class PublishedPage : LeadMagnetRule
{
    protected override IEnumerable<Problem> Check(LeadMagnet leadMagnet, RuleContext context)
    {
        var isPublished = leadMagnet.HostedPage?.Status is null or "published";
        if (!isPublished || !HiddenCharacters.AreAll(leadMagnet.Body))
        {
            yield break;
        }

        yield return context.About(
            leadMagnet,
            LeadMagnetCodes.EmptyPage,
            leadMagnet.SourceMap.BodyStart,
            "The hosted page is published but empty.",
            "Write the page below the second \"---\" line (in a .yaml file: under \"body: |\")."
        );
    }
}
