using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

internal sealed class KeywordInText : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        if (context.LeadMagnetOf(post) is not { } leadMagnet || IsIn(context.TextOf(post).Text, leadMagnet.Keyword))
        {
            yield break;
        }

        yield return context.About(
            post,
            PostCodes.KeywordNotInText,
            post.SourceMap.At("lead_magnet"),
            $"The text does not mention \"{leadMagnet.Keyword}\", the keyword of \"{leadMagnet.Key}\".",
            "Tell readers what to comment, for example: Comment <<keyword>> and I will send it over."
        );
    }

    /// <summary>As a word of its own; capitals make no difference.</summary>
    private static bool IsIn(string text, string keyword) =>
        (keyword.Trim() is { Length: > 0 } word && IsSurelyIn(text, word)) || IsInAnyCase(text, keyword);

    /// <summary>Written just so, as nearly always: no pattern has to be made for it.</summary>
    private static bool IsSurelyIn(string text, string keyword)
    {
        for (
            var at = text.IndexOf(keyword, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(keyword, at + 1, StringComparison.Ordinal)
        )
        {
            var end = at + keyword.Length;
            if ((at == 0 || IsBoundary(text[at - 1])) && (end == text.Length || IsBoundary(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>ASCII only: whether half a surrogate pair belongs to a letter is for the pattern to say.</summary>
    private static bool IsBoundary(char letter) => char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter);

    private static bool IsInAnyCase(string text, string keyword) =>
        Regex.IsMatch(
            text,
            $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(keyword.Trim())}(?![\p{{L}}\p{{N}}])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
}
