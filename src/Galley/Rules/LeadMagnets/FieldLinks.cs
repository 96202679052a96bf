using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.LeadMagnets;

/// <summary>cta_url and external_resource_url.</summary>
internal sealed class FieldLinks : LeadMagnetRule
{
    protected override IEnumerable<Problem> Check(LeadMagnet leadMagnet, RuleContext context)
    {
        if (Refuse("cta_url", leadMagnet.HostedPage?.CtaUrl, leadMagnet, context) is { } button)
        {
            yield return button;
        }

        if (
            Refuse("external_resource_url", leadMagnet.HostedPage?.ExternalResourceUrl, leadMagnet, context) is
            { } resource
        )
        {
            yield return resource;
        }
    }

    private static Problem? Refuse(string field, string? link, LeadMagnet leadMagnet, RuleContext context) =>
        !string.IsNullOrWhiteSpace(link) && Check(link) is { } verdict
            ? context.About(
                leadMagnet,
                verdict.Code,
                leadMagnet.SourceMap.At("hosted_page", field),
                $"{field}: {verdict.Message}",
                verdict.Help
            )
            : null;

    /// <summary>A button opens a page, never a mail.</summary>
    private static LinkVerdict? Check(string link)
    {
        if (LinkVerdict.Check(link) is { } verdict)
        {
            return verdict with
            {
                Code = verdict.Code == LeadMagnetCodes.RelativeLink ? LeadMagnetCodes.NotHttps : verdict.Code,
            };
        }

        return link.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            ? null
            : new LinkVerdict(
                LeadMagnetCodes.NotHttps,
                $"\"{link}\" is not the URL of a web page.",
                "Write a URL that begins with https://."
            );
    }
}
