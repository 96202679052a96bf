using System.Buffers.Binary;
using System.Text;

namespace Galley.Testing;

/// <summary>The smallest files that are what they say by their bytes.</summary>
public static class SampleMedia
{
    public static byte[] Png(int width = 1200, int height = 627)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return
        [
            0x89,
            0x50,
            0x4E,
            0x47,
            0x0D,
            0x0A,
            0x1A,
            0x0A,
            .. Chunk("IHDR", header),
            .. Chunk("IDAT", []),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>With compressed texts that are far larger than the file.</summary>
    public static byte[] PngWithText(int chunks, int megabytes)
    {
        using var packed = new MemoryStream();
        using (
            var zlib = new System.IO.Compression.ZLibStream(
                packed,
                System.IO.Compression.CompressionLevel.Optimal,
                true
            )
        )
        {
            zlib.Write(new byte[megabytes << 20]);
        }

        byte[] text = [.. "Comment\0\0"u8, .. packed.ToArray()];
        return PngWith([.. Enumerable.Repeat(Chunk("zTXt", text), chunks).SelectMany(chunk => chunk)]);
    }

    /// <summary>With nested XML that overflows the stack of a recursive reader.</summary>
    public static byte[] PngWithXmp(int depth)
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        return PngWith(Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Encoding.ASCII.GetBytes(xml)]));
    }

    private static byte[] PngWith(byte[] chunks)
    {
        var plain = Png();
        const int AfterHeader = 8 + 25;
        return [.. plain.AsSpan(0, AfterHeader), .. chunks, .. plain.AsSpan(AfterHeader)];
    }

    public static byte[] Jpeg(int width = 1200, int height = 627) =>
        [
            0xFF,
            0xD8,
            0xFF,
            0xE0,
            0,
            16,
            .. "JFIF\0"u8,
            1,
            1,
            0,
            0,
            1,
            0,
            1,
            0,
            0,
            0xFF,
            0xC0,
            0,
            11,
            8,
            (byte)(height >> 8),
            (byte)height,
            (byte)(width >> 8),
            (byte)width,
            1,
            1,
            0x11,
            0,
            0xFF,
            0xD9,
        ];

    public static byte[] Gif(int width = 1200, int height = 627) =>
        [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 0, 0, 0x3B];

    /// <summary>One pixel.</summary>
    public static byte[] WebP() => Convert.FromBase64String("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    public static byte[] Pdf(string trailer = "") =>
        Encoding.ASCII.GetBytes(
            $"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R{trailer}>>\nstartxref\n9\n%%EOF\n"
        );

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32(body));
        return [.. length, .. body, .. check];
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
