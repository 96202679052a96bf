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
        from repeated in same.Skip(1)
        where repeated.Time > context.Now
        select Repeated(same.First().Post, repeated.Post, context);

    private static Problem Repeated(Post first, Post repeated, RuleContext context) =>
        context.About(
            repeated,
            PostCodes.SameText,
            repeated.SourceMap.BodyStart,
            $"The text is the same as in \"{first.Key}\".",
            "Change one of the two, or delete the copy."
        ) with
        {
            Other = (Kind.Post, first.Key),
        };
}
