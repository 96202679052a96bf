using System.Text;

namespace Galley.Content;

/// <summary>One of the five types that the API accepts (§ Create Media Upload URL), detected by the first bytes of a file.</summary>
internal sealed record MediaType(
    string ContentType,
    string Name,
    string[] Endings,
    long Limit,
    Func<ReadOnlyMemory<byte>, bool> Begins
)
{
    // The documentation says "MB". With the smaller meaning, the API can't refuse a file after the merge.
    private const long Megabyte = 1_000_000;
    private const long ImageLimit = 5 * Megabyte;
    private const long DocumentLimit = 15 * Megabyte;

    /// <summary>How many bytes of a file are read to detect its type.</summary>
    public const int HeadLength = 256;

    /// <summary>A larger file is never opened.</summary>
    public const long LargestLimit = DocumentLimit;

    private static readonly MediaType[] All =
    [
        new("image/jpeg", "JPEG", [".jpg", ".jpeg"], ImageLimit, head => Starts(head, [0xFF, 0xD8, 0xFF])),
        new("image/png", "PNG", [".png"], ImageLimit, head =>
            Starts(head, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        ),
        new("image/gif", "GIF", [".gif"], ImageLimit, head => Starts(head, "GIF87a"u8) || Starts(head, "GIF89a"u8)),
        new("image/webp", "WebP", [".webp"], ImageLimit, head =>
            Starts(head, "RIFF"u8) && head.Length >= 12 && Starts(head[8..], "WEBP"u8)
        ),
        new("application/pdf", "PDF", [".pdf"], DocumentLimit, head => Starts(head, "%PDF-"u8)),
    ];

    public static IEnumerable<string> ContentTypes => All.Select(type => type.ContentType);

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);

    public static MediaType? Detect(ReadOnlyMemory<byte> head) => Array.Find(All, type => type.Begins(head));

    /// <summary>Whether the name of a file has the ending of a picture or PDF.</summary>
    public static bool HasEnding(string path) => OfEnding(path) is not null;

    /// <summary>What the name promises; null for none of the five.</summary>
    public static MediaType? OfEnding(string path) => Array.Find(All, type => type.Allows(path));

    /// <summary>By the ending of the URL's path. Null when it has another one, which proves nothing.</summary>
    public static MediaType? OfLink(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var url)
            ? Array.Find(All, type => type.Allows(url.AbsolutePath))
            : null;

    public bool Allows(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The SHA-256 of the real file, from the bytes of a Git LFS pointer. Null when the bytes are not a pointer.</summary>
    public static string? LfsObject(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("version https://git-lfs.github.com/spec/"u8))
        {
            return null;
        }

        var line = Encoding
            .UTF8.GetString(head)
            .Split('\n')
            .FirstOrDefault(text => text.StartsWith("oid sha256:", StringComparison.Ordinal));
        return line?["oid sha256:".Length..].Trim() ?? "";
    }

    private static bool Starts(ReadOnlyMemory<byte> head, ReadOnlySpan<byte> magic) => head.Span.StartsWith(magic);
}
