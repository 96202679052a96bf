using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

/// <summary>Where LinkedIn is known to be stricter than the API.</summary>
internal sealed class Pictures : PostRule
{
    private const int Most = 20;

    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        if (post.Images.Length > 0 && post.Document is not null)
        {
            yield return context.About(
                post,
                PostCodes.ImagesWithDocument,
                post.SourceMap.At("document"),
                "The post has pictures and a document. LinkedIn shows only one of them.",
                "Delete \"images\" or \"document\"."
            );
        }

        if (post.Images.Length > Most)
        {
            yield return context.About(
                post,
                PostCodes.TooManyImages,
                post.SourceMap.At("images", Most),
                $"The post has {post.Images.Length} pictures. LinkedIn allows {Most}.",
                "Keep the best of them, or make a PDF of them and add it as \"document\"."
            );
        }
    }
}
