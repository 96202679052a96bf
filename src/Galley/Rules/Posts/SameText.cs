using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

/// <summary>Each repetition names the first; what is past for both is settled.</summary>
internal sealed class SameText : IRule
{
    public IEnumerable<Problem> Check(RuleContext context) =>
        from same in context.InOrderOfTime.GroupBy(
            entry => context.TextOf(entry.Post).Text.Trim(),
            StringComparer.Ordinal
        )
        where same.Key.Length > 0
        let first = same.First().Post
        from repeated in same.Skip(1)
        where repeated.Time > context.Now && RootOf(repeated.Post) != RootOf(first)
        select Repeated(first, repeated.Post, context);

    /// <summary>The post that a repeat stands for; any other stands for itself.</summary>
    private static string RootOf(Post post) => post.RepeatOf ?? post.Key;

    private static Problem Repeated(Post first, Post repeated, RuleContext context) =>
        context.About(
            repeated,
            PostCodes.SameText,
            repeated.SourceMap.BodyStart,
            $"The text is the same as in \"{first.Key}\".",
            "Change one of the two, or delete the copy. `galley repeat` makes posts that may say the same."
        ) with
        {
            Other = (Kind.Post, first.Key),
        };
}
