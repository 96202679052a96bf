using System.Collections.Immutable;
using Galley.Content.Yaml;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Fields;

/// <summary>
/// Reads the pictures and the document of one post, or the picture of a client. Files come from the client's media
/// library.
/// </summary>
internal sealed class MediaReader(MediaLibrary library, FileReport report)
{
    public ImmutableArray<Medium> Images(FieldReader post) => [.. post.List("images").Select(Image).OfType<Medium>()];

    public Document? Document(FieldReader post)
    {
        if (post.Fields("document") is not { } document)
        {
            return null;
        }

        var (url, file) = Source(document);
        return url is null && file is null ? null : new Document(url, file, document.Text("type"));
    }

    /// <summary>A file, or <c>{file: …, shape: square}</c>. Null, with a problem, where it is no picture.</summary>
    public Avatar? Avatar(FieldReader client)
    {
        if (client.Node("avatar") is not { } node)
        {
            return null;
        }

        var form = FieldReader.From(node);
        if (File(form is { } fields ? fields.Node("file") : node) is not { } file)
        {
            return null;
        }

        if (file.ContentType?.StartsWith("image/", StringComparison.Ordinal) == false)
        {
            report.Add(
                MediaCodes.WrongPlace,
                node.At,
                $"\"{file.FileName}\" is a PDF, but `avatar` is for a picture.",
                "Save it as JPEG or PNG, and write the name of that file."
            );
            return null;
        }

        return new Avatar(file, form?.Text("shape") == "square");
    }

    private Medium? Image(Node node)
    {
        if (FieldReader.From(node) is not { } image)
        {
            return File(node) is { } bare ? new Medium(null, bare) : null;
        }

        var (url, file) = Source(image);
        return url is null && file is null ? null : new Medium(url, file) { Alt = image.Text("alt") };
    }

    private (string? Url, MediaFile? File) Source(FieldReader medium)
    {
        var (url, file) = (medium.Node("url"), medium.Node("file"));
        // The schema check reports both, and neither.
        return url is null == file is null ? (null, null)
            : url is not null ? (FieldReader.TextOf(url), null)
            : (null, File(file));
    }

    private MediaFile? File(Node? node) =>
        FieldReader.TextOf(node) is { Length: > 0 } name
            ? library.Find(name, report.Path, node!.At, report.Forward, (node as ScalarNode)?.End)
            : null;
}
