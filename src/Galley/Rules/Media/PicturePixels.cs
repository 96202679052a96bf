using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Media;

/// <summary>A small file can be a very large picture.</summary>
internal sealed class PicturePixels : PostRule
{
    /// <summary>LinkedIn's own limit for pictures, from the documentation of its Images API.</summary>
    private const long Limit = 36_152_320;

    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        for (var index = 0; index < post.Images.Length; index++)
        {
            if (
                post.Images[index].File is { Width: { } width, Height: { } height } file
                && (long)width * height >= Limit
            )
            {
                yield return context.About(
                    post,
                    MediaCodes.TooManyPixels,
                    post.SourceMap.At("images", index),
                    $"\"{file.FileName}\" is {width} × {height} pixels, which is more than LinkedIn accepts.",
                    "Save a smaller picture, for example 1200 × 627 or 1080 × 1350."
                );
            }
        }
    }
}
