namespace Galley.Content.Pictures;

/// <summary>JPEG: segments of a marker, a length and data; the scans have no length (ITU-T T.81, annex B).</summary>
internal static class JpegHeader
{
    private const byte EndOfImage = 0xD9;
    private const byte App1 = 0xE1;

    public static PictureHeader? Read(ByteReader bytes)
    {
        PictureHeader? header = null;
        var orientation = 1;
        bytes.Position = 2;
        while (NextMarker(bytes) is { } marker)
        {
            if (marker == EndOfImage)
            {
                return (header is null ? null : header with { IsWhole = true })?.Turned(orientation);
            }

            if (IsAlone(marker))
            {
                continue;
            }

            var start = bytes.Position;
            var length = bytes.BigEndian16();
            if (IsFrame(marker))
            {
                bytes.Position++;
                var height = bytes.BigEndian16();
                header ??= new PictureHeader(bytes.BigEndian16(), height, IsWhole: false);
            }
            else if (marker == App1 && bytes.Begins("Exif\0\0"u8))
            {
                orientation = ExifOrientation.Read(bytes, start + length);
            }

            bytes.Position = start + Math.Max(length, 2);
        }

        return header?.Turned(orientation);
    }

    /// <summary>
    /// The next marker, after the data of a scan if one is here: FF and a byte that is neither 0, which stands for FF in the
    /// data, nor a fill byte, nor a restart marker. Null at the end of the file.
    /// </summary>
    private static byte? NextMarker(ByteReader bytes)
    {
        while (bytes.SkipPast(0xFF))
        {
            var marker = bytes.Byte();
            while (marker == 0xFF && !bytes.IsPastEnd)
            {
                marker = bytes.Byte();
            }

            if (bytes.IsPastEnd)
            {
                return null;
            }

            if (marker is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return marker;
            }
        }

        return null;
    }

    /// <summary>SOF0 to SOF15 have the size. Three of these numbers have another meaning.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsAlone(byte marker) => marker is 0x01 or 0xD8;
}
