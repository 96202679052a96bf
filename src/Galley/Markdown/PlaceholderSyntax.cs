using System.Text.RegularExpressions;

namespace Galley.Markdown;

/// <summary>How placeholders look: <c>&lt;&lt;name&gt;&gt;</c>, the authors' way, and <c>{{name}}</c>, the API's.</summary>
internal static partial class PlaceholderSyntax
{
    public const string Keyword = "keyword";
    public const string ResourceName = "resource_name";
    public const string ResourceLink = "resource_link";
    public const string ResourceLinkOnTheWire = "{{resource_link}}";

    /// <summary>What a post's text and comments know.</summary>
    public static readonly string[] InPosts = [Keyword, ResourceName];

    /// <summary>What a lead magnet's messages know.</summary>
    public static readonly string[] InLeadMagnets = [ResourceLink];

    /// <summary>
    /// Wider than the known names, so that a slip is found instead of published:
    /// between angle brackets a few words, between braces anything.
    /// </summary>
    [GeneratedRegex(
        @"<<\s?(?<name>[A-Za-z_][A-Za-z0-9_. -]{0,60}?)\s?>>|\{\{(?<name>[^{}\n]{0,100})\}\}",
        RegexOptions.CultureInvariant
    )]
    public static partial Regex Anywhere { get; }

    [GeneratedRegex(
        @"\G(?:<<\s?(?<name>[A-Za-z_][A-Za-z0-9_. -]{0,60}?)\s?>>|\{\{(?<name>[^{}\n]{0,100})\}\})",
        RegexOptions.CultureInvariant
    )]
    public static partial Regex Here { get; }

    public static string NameOf(Match match) => match.Groups["name"].Value.Trim();
}
