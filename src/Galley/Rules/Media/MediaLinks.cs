using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Media;

/// <summary>URLs in images and document, which LeadPanther downloads itself.</summary>
internal sealed class MediaLinks : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        for (var index = 0; index < post.Images.Length; index++)
        {
            if (
                post.Images[index].Url is { } image
                && Refuse(image, post.SourceMap.At("images", index, "url"), post, context) is { } problem
            )
            {
                yield return problem;
            }
        }

        if (
            post.Document?.Url is { } document
            && Refuse(document, post.SourceMap.At("document", "url"), post, context) is { } ofDocument
        )
        {
            yield return ofDocument;
        }
    }

    private static Problem? Refuse(string link, Position at, Post post, RuleContext context)
    {
        if (
            !Uri.TryCreate(link, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttps
            || address.Host.Length == 0
        )
        {
            return context.About(
                post,
                MediaCodes.LinkNotHttps,
                at,
                $"\"{link}\" is not a complete https URL.",
                "Write a complete URL that begins with https://, or put the file into the client's media/ folder and use its name."
            );
        }

        return ShareHost.WarnAbout(address) is not { } host
            ? null
            : context.About(
                post,
                MediaCodes.LinkCannotBeOpened,
                at,
                $"LeadPanther can't open \"{link}\": {host}.",
                "Download the file, put it into the client's media/ folder and use its name."
            );
    }
}
