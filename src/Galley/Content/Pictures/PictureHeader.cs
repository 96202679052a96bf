namespace Galley.Content.Pictures;

/// <summary>
/// What a picture's file says about itself, read in bounded memory: the readers skip the content by its lengths, and unpack
/// nothing.
/// </summary>
/// <param name="Width">Pixels, as people see the picture.</param>
/// <param name="Height">Pixels, as people see the picture.</param>
/// <param name="IsWhole">False when the file ends too early.</param>
internal sealed record PictureHeader(int Width, int Height, bool IsWhole)
{
    /// <returns>Null when there is no width and height.</returns>
    public static PictureHeader? Read(Stream picture, string contentType)
    {
        var bytes = new ByteReader(picture);
        var header = contentType switch
        {
            "image/jpeg" => JpegHeader.Read(bytes),
            "image/png" => PngHeader.Read(bytes),
            "image/gif" => GifHeader.Read(bytes),
            "image/webp" => WebPHeader.Read(bytes),
            _ => throw new ArgumentOutOfRangeException(nameof(contentType), contentType, null),
        };
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }

    /// <summary>EXIF orientations from 5 turn the picture by a quarter.</summary>
    public PictureHeader Turned(int orientation) =>
        orientation is >= 5 and <= 8 ? this with { Width = Height, Height = Width } : this;
}
