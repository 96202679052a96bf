using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.Posts;

internal sealed class EmptyText : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        if (!HiddenCharacters.AreAll(context.TextOf(post).Text))
        {
            yield break;
        }

        yield return context.About(
            post,
            PostCodes.Empty,
            post.SourceMap.BodyStart,
            "The post has no text.",
            "Write the text below the second \"---\" line (in a .yaml file: under \"body: |\")."
        );
    }
}
