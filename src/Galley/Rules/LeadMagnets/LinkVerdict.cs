using System.Text.RegularExpressions;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.LeadMagnets;

/// <summary>Whether people can safely follow a link from a page; null when they can.</summary>
internal sealed partial record LinkVerdict(DiagnosticCode Code, string Message, string Help)
{
    public static LinkVerdict? Check(string link)
    {
        var plain = IgnoredByBrowsers().Replace(link, "");
        var scheme = Scheme().Match(plain);
        if (!scheme.Success)
        {
            return new(
                LeadMagnetCodes.RelativeLink,
                $"\"{link}\" is not a complete URL.",
                "Write the complete URL, beginning with https://."
            );
        }

        return scheme.Groups[1].Value.ToLowerInvariant() switch
        {
            "https" when Uri.TryCreate(plain, UriKind.Absolute, out var address) && address.Host.Length > 0 => null,
            "https" => new(
                LeadMagnetCodes.RelativeLink,
                $"\"{link}\" is not a complete URL.",
                "Write it as https://name.example/page."
            ),
            "mailto" or "tel" => null,
            "javascript" or "data" or "vbscript" => new(
                LeadMagnetCodes.UnsafeLink,
                $"\"{link}\" runs a program in the reader's browser.",
                "Use a URL that begins with https://."
            ),
            var other => new(
                LeadMagnetCodes.NotHttps,
                $"\"{link}\" begins with {other}:, not with https:.",
                "Use the https:// URL. If the site has none, delete the link."
            ),
        };
    }

    /// <summary>Control characters and space, with which a scheme may be disguised.</summary>
    [GeneratedRegex(@"[\x00-\x20\x7f]")]
    private static partial Regex IgnoredByBrowsers();

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*):")]
    private static partial Regex Scheme();
}
