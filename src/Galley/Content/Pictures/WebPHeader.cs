namespace Galley.Content.Pictures;

/// <summary>WebP: a RIFF file of chunks (https://developers.google.com/speed/webp/docs/riff_container).</summary>
internal static class WebPHeader
{
    private const int RiffLength = 8;
    private const int FirstChunk = 12;

    public static PictureHeader? Read(ByteReader bytes)
    {
        bytes.Position = 4;
        var end = bytes.LittleEndian32() + RiffLength;
        PictureHeader? header = null;
        var orientation = 1;
        for (bytes.Position = FirstChunk; bytes.Position + 8 <= Math.Min(end, bytes.Length); )
        {
            var type = bytes.BigEndian32();
            var length = bytes.LittleEndian32();
            var next = bytes.Position + length + (length & 1);
            header ??= Size(type, bytes);
            if (type == 0x45584946) // EXIF
            {
                orientation = ExifOrientation.Read(bytes, Math.Min(next, bytes.Length));
            }

            bytes.Position = next;
        }

        return (header is null ? null : header with { IsWhole = end <= bytes.Length })?.Turned(orientation);
    }

    private static PictureHeader? Size(uint type, ByteReader bytes)
    {
        switch (type)
        {
            case 0x56503858: // VP8X: four bytes of flags, then both sizes less one.
                bytes.Position += 4;
                return new PictureHeader(bytes.LittleEndian24() + 1, bytes.LittleEndian24() + 1, IsWhole: false);
            case 0x56503820: // VP8: a tag of three bytes, a start code, then both sizes in 14 bits each.
                bytes.Position += 3;
                return bytes.Begins([0x9D, 0x01, 0x2A])
                    ? new PictureHeader(
                        bytes.LittleEndian16() & 0x3FFF,
                        bytes.LittleEndian16() & 0x3FFF,
                        IsWhole: false
                    )
                    : null;
            case 0x5650384C: // VP8L: a signature, then both sizes less one in 14 bits each.
                var signature = bytes.Byte();
                var bits = bytes.LittleEndian32();
                return signature == 0x2F
                    ? new PictureHeader((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, IsWhole: false)
                    : null;
            default:
                return null;
        }
    }
}
