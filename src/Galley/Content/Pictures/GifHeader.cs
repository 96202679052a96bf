namespace Galley.Content.Pictures;

/// <summary>GIF: a screen size, then blocks until the trailer (https://www.w3.org/Graphics/GIF/spec-gif89a.txt).</summary>
internal static class GifHeader
{
    private const int SignatureLength = 6;

    public static PictureHeader Read(ByteReader bytes)
    {
        bytes.Position = SignatureLength;
        var header = new PictureHeader(bytes.LittleEndian16(), bytes.LittleEndian16(), IsWhole: false);
        var flags = bytes.Byte();
        bytes.Position += 2 + ColorTable(flags);
        return header with { IsWhole = HasAllBlocks(bytes) };
    }

    private static bool HasAllBlocks(ByteReader bytes)
    {
        for (var hasImage = false; ; )
        {
            // Some programs leave the trailer out. Browsers show these files.
            if (bytes.Position == bytes.Length)
            {
                return hasImage;
            }

            switch (bytes.Byte())
            {
                case 0x3B:
                    return !bytes.IsPastEnd;
                case 0x21:
                    bytes.Position++;
                    break;
                case 0x2C:
                    bytes.Position += 8;
                    bytes.Position += ColorTable(bytes.Byte()) + 1;
                    hasImage = true;
                    break;
                default:
                    return false;
            }

            for (int size = bytes.Byte(); size > 0; size = bytes.Byte())
            {
                bytes.Position += size;
            }

            if (bytes.IsPastEnd)
            {
                return false;
            }
        }
    }

    /// <summary>The bytes of a color table, from the flags before it.</summary>
    private static int ColorTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
