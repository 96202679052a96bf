namespace Galley.Content;

/// <summary>Types that LeadPanther does not accept, but that people often have.</summary>
internal static class OtherType
{
    private static readonly (string Name, string[] Endings)[] ByEnding =
    [
        ("a HEIC picture", [".heic", ".heif"]),
        ("an AVIF picture", [".avif"]),
        ("an SVG picture", [".svg"]),
        ("a TIFF picture", [".tif", ".tiff"]),
        ("a BMP picture", [".bmp"]),
        ("a Photoshop file", [".psd"]),
        ("a video", [".mp4", ".mov", ".webm", ".avi", ".m4v"]),
        ("a PowerPoint file", [".ppt", ".pptx"]),
        ("a Word file", [".doc", ".docx"]),
        ("a ZIP file", [".zip"]),
    ];

    /// <summary>What the first bytes of a file show. Null for an unknown type.</summary>
    public static string? NameOf(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 12 && head[4..].StartsWith("ftyp"u8))
        {
            var brand = head.Slice(8, 4);
            return brand.StartsWith("avi"u8) ? "an AVIF picture"
                : brand.StartsWith("he"u8) || brand.StartsWith("mif"u8) || brand.StartsWith("msf"u8) ? "a HEIC picture"
                : "a video";
        }

        return head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) ? "a TIFF picture"
            : head.StartsWith("BM"u8) ? "a BMP picture"
            : head.StartsWith("8BPS"u8) ? "a Photoshop file"
            : head.StartsWith("PK"u8) ? "a ZIP or Office file"
            : head.IndexOf("<svg"u8) >= 0 ? "an SVG picture"
            : null;
    }

    /// <summary>What the ending of a URL's path shows. Null for any other ending, which proves nothing.</summary>
    public static string? NameOfLink(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var url)
            ? Array
                .Find(ByEnding, type =>
                    type.Endings.Any(ending => url.AbsolutePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                )
                .Name
            : null;
}
