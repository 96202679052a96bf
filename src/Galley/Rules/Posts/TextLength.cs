using System.Globalization;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

internal sealed class TextLength : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        var length = context.TextOf(post).Text.Length;
        var limit = context.Limits.PostText;
        if (length <= limit)
        {
            yield break;
        }

        yield return context.About(
            post,
            PostCodes.TextTooLong,
            post.SourceMap.BodyStart,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The post has {length:N0} characters. The limit is {limit:N0}."
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Delete {length - limit:N0} characters. An emoji counts as two or more."
            )
        );
    }
}
