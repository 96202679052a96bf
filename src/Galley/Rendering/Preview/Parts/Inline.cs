using System.Text.RegularExpressions;

namespace Galley.Rendering.Preview.Parts;

/// <summary>Words with the little marks that belong within a line.</summary>
internal static partial class Inline
{
    /// <summary>
    /// A post's text with hashtags and addresses coloured, as LinkedIn does. They are no links here: a stray tap
    /// loses nothing.
    /// </summary>
    public static Html Post(string text) =>
        Marked(text, TagOrAddress(), found => Html.From($"<span class=\"tag\">{found}</span>"));

    /// <summary>A sentence of Galley's with `commands` to type.</summary>
    public static Html Sentence(string text) =>
        Marked(text, Command(), found => Html.From($"<code>{found.Trim('`')}</code>"));

    private static Html Marked(string text, Regex pattern, Func<string, Html> mark)
    {
        var parts = new List<Html>();
        var end = 0;
        foreach (Match match in pattern.Matches(text))
        {
            parts.Add(Html.From($"{text[end..match.Index]}"));
            parts.Add(mark(match.Value));
            end = match.Index + match.Length;
        }

        parts.Add(Html.From($"{text[end..]}"));
        return Html.Join(parts);
    }

    [GeneratedRegex(@"(?<![\w&])#[\p{L}\p{N}_]+|\bhttps?://[^\s<>()]+")]
    private static partial Regex TagOrAddress();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex Command();
}
