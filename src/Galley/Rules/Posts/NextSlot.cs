using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

/// <summary>A scheduled post that has no time yet must not be merged: nobody would have seen its time.</summary>
internal sealed class NextSlot : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        if (post is { WantsSlot: true, Status: PostStatus.Scheduled })
        {
            yield return context.About(
                post,
                PostCodes.NextSlot,
                post.SourceMap.At("scheduled_at"),
                "The post has no time yet: next-slot is only a note for `galley schedule`.",
                $"Run `galley schedule --client {context.Content.Slug}`, which writes the next free time into the file."
            );
        }
    }
}
