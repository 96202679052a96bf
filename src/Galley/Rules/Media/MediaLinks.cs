using Galley.Content;
using Galley.Rules.Codes;

namespace Galley.Rules.Media;

/// <summary>Addresses under images and document that LeadPanther has to fetch by itself.</summary>
internal sealed class MediaLinks : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        var links = post.Images.Select((image, index) => (image.Url, At: post.Source.At("images", index, "url")));
        if (post.Document is { } document) links = links.Append((document.Url, post.Source.At("document", "url")));
        return links.Where(link => link.Url is not null).SelectMany(link => Check(link.Url!, link.At, post, context));
    }

    private static IEnumerable<Problem> Check(string link, Position at, Post post, RuleContext context)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.Host.Length == 0)
        {
            yield return context.About(
                post, MediaCodes.LinkNotHttps, at,
                $"\"{link}\" is no https address.",
                "Give a whole address that begins with https://, or put the file into the client's media/ folder.");
        }
        else if (ShareHost.Of(address) is { } host)
        {
            yield return context.About(
                post, MediaCodes.LinkCannotBeOpened, at,
                $"LeadPanther can't open \"{link}\": {host}.",
                "Download the file, put it into the client's media/ folder and give its name.");
        }
    }
}
