using System.Text.RegularExpressions;
using Galley.Content;

namespace Galley.Payloads;

/// <summary>Adds <c>utm_source</c> and its like to links to a client's own pages. A link that has any of them stays as it is.</summary>
public static partial class LinkTags
{
    /// <param name="text">Plain text or Markdown.</param>
    public static string Add(string text, Post post, Client client) =>
        client.Utm is { } utm
            ? Link().Replace(text, link => Tagged(link.Value, utm, post.Campaign ?? utm.Campaign))
            : text;

    private static string Tagged(string link, Utm utm, string? campaign)
    {
        // What ends a sentence is not the link's.
        var url = link.TrimEnd('.', ',', ';', ':', '!', '?', '…');
        if (!IsOwn(url, utm) || url.Contains("utm_", StringComparison.Ordinal))
        {
            return link;
        }

        var hash = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var found ? found : url.Length;
        var page = url[..hash];
        var sign =
            !page.Contains('?', StringComparison.Ordinal) ? "?"
            : page[^1] is '?' or '&' ? ""
            : "&";
        return page + sign + Tags(utm, campaign) + url[hash..] + link[url.Length..];
    }

    private static bool IsOwn(string url, Utm utm) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && utm.Domains.Any(domain =>
            address.IdnHost.Equals(domain, StringComparison.OrdinalIgnoreCase)
            || address.IdnHost.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase)
        );

    private static string Tags(Utm utm, string? campaign) =>
        $"utm_source={utm.Source}&utm_medium={utm.Medium}"
        + (campaign is null ? "" : $"&utm_campaign={Uri.EscapeDataString(campaign)}");

    [GeneratedRegex(
        """https?://(?:[^\s<>()\[\]{}"'`|\\^“”«»]|\([^\s<>()]*\))+""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Link();
}
