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
            if (post.Images[index].Url is { } link && OfPictureLink(link, index, post, context) is { } problem)
            {
                yield return problem;
            }

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

        if (post.Document?.Url is { } address && OfDocumentLink(address, post, context) is { } wrong)
        {
            yield return wrong;
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

    private static Problem? OfPictureLink(string link, int index, Post post, RuleContext context)
    {
        var at = post.SourceMap.At("images", index, "url");
        return MediaType.OfLink(link)?.ContentType == Pdf
            ? context.About(
                post,
                MediaCodes.WrongPlace,
                at,
                $"\"{link}\" is a PDF, but it is in the list of pictures.",
                $"Write it as \"document: {{url: {link}, type: …}}\"."
            )
            : OfOtherType(link, at, post, context);
    }

    private static Problem? OfDocumentLink(string link, Post post, RuleContext context)
    {
        var at = post.SourceMap.At("document", "url");
        return MediaType.OfLink(link) is { IsImage: true }
            ? context.About(
                post,
                MediaCodes.WrongPlace,
                at,
                $"\"{link}\" is a picture, but `document` is for a PDF.",
                $"Write it as \"images: [{{url: {link}}}]\"."
            )
            : OfOtherType(link, at, post, context);
    }

    private static Problem? OfOtherType(string link, Position at, Post post, RuleContext context) =>
        OtherType.NameOfLink(link) is { } name
            ? context.About(
                post,
                MediaCodes.TypeNotAllowed,
                at,
                $"\"{link}\" is {name}, which is not a type that LeadPanther accepts.",
                "Save it as JPEG, PNG, GIF, WebP or PDF, and use the URL or the name of the new file."
            )
            : null;
}
