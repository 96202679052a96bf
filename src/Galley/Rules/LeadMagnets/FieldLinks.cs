using Galley.Content;
using Galley.Rules.Codes;

namespace Galley.Rules.LeadMagnets;

/// <summary>cta_url and external_resource_url.</summary>
internal sealed class FieldLinks : LeadMagnetRule
{
    protected override IEnumerable<Problem> Check(LeadMagnet leadMagnet, RuleContext context)
    {
        var fields = new[] { ("cta_url", leadMagnet.HostedPage?.CtaUrl), ("external_resource_url", leadMagnet.HostedPage?.ExternalResourceUrl) };
        return
            from field in fields
            where !string.IsNullOrWhiteSpace(field.Item2)
            let verdict = Of(field.Item2)
            where verdict is not null
            select context.About(leadMagnet, verdict.Code, leadMagnet.Source.At("hosted_page", field.Item1), $"{field.Item1}: {verdict.Message}", verdict.Help);
    }

    /// <summary>A button opens a page, never a mail.</summary>
    private static LinkVerdict? Of(string link)
    {
        if (LinkVerdict.Of(link) is { } verdict) return verdict with { Code = verdict.Code == LeadMagnetCodes.RelativeLink ? LeadMagnetCodes.NotHttps : verdict.Code };
        return link.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            ? null
            : new LinkVerdict(LeadMagnetCodes.NotHttps, $"\"{link}\" is no web page.", "Give an https:// address.");
    }
}
