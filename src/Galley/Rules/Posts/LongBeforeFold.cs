using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

internal sealed class LongBeforeFold : PostRule
{
    /// <summary>About what LinkedIn shows on a desktop before "see more"; phones show less.</summary>
    private const int Fold = 210;

    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        var length = context.TextOf(post).Text.Split('\n')[0].Length;
        if (length <= Fold)
        {
            yield break;
        }

        yield return context.About(
            post,
            PostCodes.LongBeforeFold,
            post.SourceMap.BodyStart,
            $"The first paragraph has {length} characters. LinkedIn shows about {Fold}, then \"see more\".",
            "Start with one short line that makes people want to read on, then a blank line."
        );
    }
}
