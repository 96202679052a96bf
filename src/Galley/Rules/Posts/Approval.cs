using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Payloads;

namespace Galley.Rules.Posts;

/// <summary>The code of what the post says now must stand in <c>approved</c>, where the client asks for it.</summary>
internal sealed class Approval : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        // A draft that is saved in LeadPanther goes out to nobody, so it needs no approval yet.
        var goesOut = post.Status == PostStatus.Scheduled;
        var isAsked = post.Approved is not null || context.Content.Client?.ApprovalRequired == true;
        if (!goesOut || !isAsked || context.ApprovalCodeOf(post) is not { } code)
        {
            yield break;
        }

        if (post.Approved is null)
        {
            yield return Missing(post, code, context);
        }
        else if (!PayloadCode.Approves(code, post.Approved))
        {
            yield return OfAnotherText(post, code, context);
        }
    }

    private static Problem Missing(Post post, string code, RuleContext context) =>
        context.About(
            post,
            PostCodes.ApprovalMissing,
            post.SourceMap.At("approved"),
            "The client has \"approval: required\", and this post is not approved yet.",
            $"Send the client the preview. Then run `galley approve {context.Content.Slug} {code}`, or add "
                + $"\"approved: {code}\" to the file."
        );

    private static Problem OfAnotherText(Post post, string code, RuleContext context) =>
        context.About(
            post,
            PostCodes.ApprovalOfAnotherText,
            post.SourceMap.At("approved"),
            $"\"{post.Approved}\" is not the approval code of this version. This version has the code {code}.",
            $"Ask the client to approve this version, then run `galley approve {context.Content.Slug} "
                + $"{code}`, or write \"approved: {code}\"."
        );
}
