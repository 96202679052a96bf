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
            {
                if (From(directory) is { Width: > 0, Height: > 0 } size)
                {
                    return size;
                }
            }

            return null;
        }
#pragma warning disable CA1031 // The bytes are anybody's, and the parsers throw whatever a damaged header makes them trip over.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static (int Width, int Height)? From(Directory directory) =>
        directory switch
        {
            JpegDirectory => From(directory, JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight),
            PngDirectory => From(directory, PngDirectory.TagImageWidth, PngDirectory.TagImageHeight),
            GifHeaderDirectory => From(directory, GifHeaderDirectory.TagImageWidth, GifHeaderDirectory.TagImageHeight),
            WebPDirectory => From(directory, WebPDirectory.TagImageWidth, WebPDirectory.TagImageHeight),
            _ => null,
        };

    private static (int Width, int Height)? From(Directory directory, int widthTag, int heightTag) =>
        directory.TryGetInt32(widthTag, out var width) && directory.TryGetInt32(heightTag, out var height)
            ? (width, height)
            : null;
}
