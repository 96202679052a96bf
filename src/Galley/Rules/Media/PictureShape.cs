using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Media;

internal sealed class PictureShape : PostRule
{
    private const double Widest = 3;
    private const double Tallest = 0.8;

    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        for (var index = 0; index < post.Images.Length; index++)
        {
            if (post.Images[index].File is not { Width: { } width, Height: { } height } file)
            {
                continue;
            }

            if ((double)width / height is <= Widest and >= Tallest)
            {
                continue;
            }

            yield return context.About(
                post,
                MediaCodes.OddAspectRatio,
                post.SourceMap.At("images", index),
                $"\"{file.FileName}\" is {width} × {height} pixels, so LinkedIn will crop it.",
                "Crop it yourself, for example to 1200 × 627 or 1080 × 1350."
            );
        }
    }
}
