using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.Posts;

/// <summary>In each post's comments, the client's default ones included: those need a value in every post that takes them.</summary>
internal sealed class CommentPlaceholders : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        var values = context.PlaceholderValuesOf(post);
        var comments = (post.Followups ?? context.Content.Client?.Followups)?.Comments ?? [];
        for (var index = 0; index < comments.Length; index++)
        {
            foreach (var found in LinkedInText.Render(comments[index].Text, TextFormat.Plain, values).Problems)
            {
                if (found.Code == TextCodes.PlaceholderWithoutValue && LeadMagnetKnown.IsUnknown(post, context))
                {
                    continue;
                }

                yield return Problem(post, index, found, context);
            }
        }
    }

    private static Problem Problem(Post post, int index, TextProblem found, RuleContext context) =>
        post.Followups is null
            ? context.About(
                post,
                found.Code,
                post.SourceMap.At("followups"),
                $"In the client's default comment {index + 1}: {found.Message}",
                found.Help + " Or give the post followups of its own."
            )
            : context.About(
                post,
                found.Code,
                post.SourceMap.At("followups", "comments", index, "text"),
                found.Message,
                found.Help
            );
}
