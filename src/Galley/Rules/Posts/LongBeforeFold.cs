using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.Posts;

internal sealed class LongBeforeFold : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        var length = context.TextOf(post).Text.Split('\n')[0].Length;
        if (length <= SeeMoreFold.CharactersOnDesktop)
        {
            yield break;
        }

        yield return context.About(
            post,
            PostCodes.LongBeforeFold,
            post.SourceMap.BodyStart,
            $"The first paragraph has {length} characters. LinkedIn shows about {SeeMoreFold.CharactersOnDesktop}, then \"see more\".",
            "Start with one short line that makes people want to read on, then a blank line."
        );
    }
}
