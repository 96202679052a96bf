using MetadataExtractor;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using Directory = MetadataExtractor.Directory;

namespace Galley.Content;

/// <summary>A picture's width and height in pixels, from its header.</summary>
internal static class PictureSize
{
    /// <summary>Null when the header is damaged or gives no size.</summary>
    public static (int Width, int Height)? Read(Stream picture)
    {
        try
        {
            foreach (var directory in ImageMetadataReader.ReadMetadata(picture))
                if (Of(directory) is { Width: > 0, Height: > 0 } size) return size;
            return null;
        }
#pragma warning disable CA1031 // The bytes are anybody's, and the parsers throw whatever a damaged header makes them trip over.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static (int Width, int Height)? Of(Directory directory) => directory switch
    {
        JpegDirectory => Of(directory, JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight),
        PngDirectory => Of(directory, PngDirectory.TagImageWidth, PngDirectory.TagImageHeight),
        GifHeaderDirectory => Of(directory, GifHeaderDirectory.TagImageWidth, GifHeaderDirectory.TagImageHeight),
        WebPDirectory => Of(directory, WebPDirectory.TagImageWidth, WebPDirectory.TagImageHeight),
        _ => null,
    };

    private static (int Width, int Height)? Of(Directory directory, int widthTag, int heightTag) =>
        directory.TryGetInt32(widthTag, out var width) && directory.TryGetInt32(heightTag, out var height) ? (width, height) : null;
}
