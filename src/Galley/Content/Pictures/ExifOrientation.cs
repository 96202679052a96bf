namespace Galley.Content.Pictures;

/// <summary>How a camera was held: one number in the first directory of EXIF data (TIFF 6.0, tag 274).</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;
    private const int MostEntries = 200;

    /// <param name="bytes">At the start of the TIFF data.</param>
    /// <param name="end">The end of the data.</param>
    /// <returns>1 to 8; 1 when there is none.</returns>
    public static int Read(ByteReader bytes, long end)
    {
        var start = bytes.Position;
        var isLittle = bytes.Begins("II*\0"u8);
        bytes.Position = start;
        if (!isLittle && !bytes.Begins("MM\0*"u8))
        {
            return 1;
        }

        bytes.Position = start + 4;
        bytes.Position = start + Number32();
        for (var left = Math.Min(Number16(), MostEntries); left > 0 && bytes.Position + 12 <= end; left--)
        {
            var next = bytes.Position + 12;
            if (Number16() == Tag)
            {
                bytes.Position += 6;
                return Number16() is >= 1 and <= 8 and var orientation ? orientation : 1;
            }

            bytes.Position = next;
        }

        return 1;

        int Number16() => isLittle ? bytes.LittleEndian16() : bytes.BigEndian16();

        uint Number32() => isLittle ? bytes.LittleEndian32() : bytes.BigEndian32();
    }
}
