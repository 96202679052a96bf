namespace Galley.Content.Pictures;

/// <summary>PNG: chunks of a length, a type, the data and a checksum (https://www.w3.org/TR/png/).</summary>
internal static class PngHeader
{
    private const int SignatureLength = 8;
    private const uint Largest = int.MaxValue;

    public static PictureHeader? Read(ByteReader bytes)
    {
        bytes.Position = SignatureLength;
        PictureHeader? header = null;
        var orientation = 1;
        while (bytes.Position < bytes.Length)
        {
            var length = bytes.BigEndian32();
            var type = bytes.BigEndian32();
            var next = bytes.Position + length + 4;
            if (length > Largest || next > bytes.Length)
            {
                break;
            }

            switch (type)
            {
                case 0x49484452 when header is null: // IHDR
                    header = new PictureHeader((int)bytes.BigEndian32(), (int)bytes.BigEndian32(), IsWhole: false);
                    break;
                case 0x65584966: // eXIf
                    orientation = ExifOrientation.Read(bytes, next - 4);
                    break;
                case 0x49454E44: // IEND
                    return (header is null ? null : header with { IsWhole = true })?.Turned(orientation);
            }

            bytes.Position = next;
        }

        return header?.Turned(orientation);
    }
}
