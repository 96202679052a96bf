using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Media;

internal sealed class MediaPlace : PostRule
{
    private const string Pdf = "application/pdf";

    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        for (var index = 0; index < post.Images.Length; index++)
        {
            if (post.Images[index].File is { ContentType: Pdf } file)
            {
                yield return context.About(
                    post,
                    MediaCodes.WrongPlace,
                    post.SourceMap.At("images", index),
                    $"\"{file.FileName}\" is a PDF, but it is in the list of pictures.",
                    $"Write it as \"document: {{file: {file.FileName}, type: …}}\"."
                );
            }
        }

        if (post.Document?.File is { ContentType: not null and not Pdf } picture)
        {
            yield return context.About(
                post,
                MediaCodes.WrongPlace,
                post.SourceMap.At("document"),
                $"\"{picture.FileName}\" is a picture, but `document` is for a PDF.",
                $"Write it as \"images: [{picture.FileName}]\"."
            );
        }
    }
}
