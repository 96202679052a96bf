using System.Text.RegularExpressions;

namespace Galley.Resolutions;

/// <summary>Whether a place in a text is inside an HTML element, from the tags before it.</summary>
internal sealed partial class HtmlNesting
{
    /// <summary>Elements without an end tag.</summary>
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "br",
        "col",
        "hr",
        "img",
        "input",
        "link",
        "source",
        "wbr",
    };

    private readonly Dictionary<string, int> _open = new(StringComparer.OrdinalIgnoreCase);

    public bool IsInside => _open.Values.Any(count => count > 0);

    public void Read(ReadOnlySpan<char> html)
    {
        var text = Comment().Replace(html.ToString(), "");
        foreach (Match tag in Tag().Matches(text))
        {
            var name = tag.Groups["name"].Value;
            if (Void.Contains(name) || tag.Groups["self"].Length > 0)
            {
                continue;
            }

            var open = _open.GetValueOrDefault(name);
            _open[name] = tag.Groups["end"].Length > 0 ? Math.Max(0, open - 1) : open + 1;
        }
    }

    [GeneratedRegex(@"<!--.*?(?:-->|\z)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"<(?<end>/?)(?<name>[a-z][a-z0-9-]*)(?=[\s/>])[^>]*?(?<self>/?)>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Tag();
}
