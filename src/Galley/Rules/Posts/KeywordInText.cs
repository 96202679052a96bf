using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Rules.Codes;

namespace Galley.Rules.Posts;

internal sealed class KeywordInText : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        if (context.LeadMagnetOf(post) is not { } leadMagnet || IsIn(context.TextOf(post).Text, leadMagnet.Keyword)) yield break;
        yield return context.About(
            post, PostCodes.KeywordNotInText, post.Source.At("lead_magnet"),
            $"The text never says \"{leadMagnet.Keyword}\", the keyword of \"{leadMagnet.Key}\".",
            "Tell readers what to comment, for example: Comment <<keyword>> and I will send it over.");
    }

    /// <summary>As a word of its own; capitals make no difference.</summary>
    private static bool IsIn(string text, string keyword) =>
        Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(keyword.Trim())}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
