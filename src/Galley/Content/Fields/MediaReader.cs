using System.Collections.Immutable;
using Galley.Content.Documents;
using Galley.Content.Yaml;

namespace Galley.Content.Fields;

/// <summary>The pictures and the document of one post, its files taken from the client's shelf.</summary>
internal sealed class MediaReader(MediaShelf shelf, FileReport report)
{
    public ImmutableArray<Medium> Images(FieldReader post) =>
        [.. post.List("images").Select(Image).OfType<Medium>()];

    public Document? Document(FieldReader post)
    {
        if (post.Fields("document") is not { } document)
            return null;
        var type = document.Text("type");
        if (document.Text("url") is { } url)
            return new Document(url, null, type);
        return File(document.Node("file")) is { } file ? new Document(null, file, type) : null;
    }

    Medium? Image(Node node)
    {
        var image = FieldReader.Of(node);
        if (image?.Text("url") is { } url)
            return new Medium(url, null);
        return File(image is null ? node : image.Value.Node("file")) is { } file ? new Medium(null, file) : null;
    }

    MediaFile? File(Node? node) =>
        FieldReader.TextOf(node) is { Length: > 0 } name ? shelf.Find(name, report.Path, node!.At, report.Forward) : null;
}
