using System.Globalization;
using System.Security.Cryptography;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content;

/// <summary>What one file is by its bytes, and what is wrong with it if anything is. Reads the file once.</summary>
internal sealed record MediaInspection(MediaFile File, MediaInspection.Fault? Found = null)
{
    /// <summary>What is wrong, before it is known which post's line names the file.</summary>
    public sealed record Fault(DiagnosticCode Code, string Message, string Help);

    /// <param name="path">From the content root.</param>
    public static MediaInspection Inspect(string path, MediaTree.Entry entry)
    {
        if (entry.Length == 0)
        {
            return Refused(path, entry, new Fault(MediaCodes.EmptyFile, $"\"{path}\" is empty.", "Export it again."));
        }

        if (entry.Length > MediaType.LargestLimit)
        {
            return Refused(path, entry, TooLarge(path, entry.Length, MediaType.LargestLimit, "a PDF"));
        }

        try
        {
            using var bytes = System.IO.File.OpenRead(entry.FullPath);
            return OfBytes(path, bytes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refused(
                path,
                entry,
                new Fault(MediaCodes.Missing, $"\"{path}\" can't be read: {failure.Message}", "Make it readable.")
            );
        }
    }

    private static MediaInspection OfBytes(string path, FileStream bytes)
    {
        var head = new byte[MediaType.HeadLength];
        Memory<byte> read = head.AsMemory(0, bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        if (MediaType.LfsObject(read.Span) is { } content)
        {
            return Pointer(path, bytes.Length, content);
        }

        bytes.Position = 0;
        var type = MediaType.Detect(read);
        var file = new MediaFile(
            path,
            bytes.Length,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            type?.ContentType
        );
        if (type is null)
        {
            return new MediaInspection(file, NotAllowed(path));
        }

        if (bytes.Length > type.Limit)
        {
            return new MediaInspection(file, TooLarge(path, bytes.Length, type.Limit, "a picture"));
        }

        bytes.Position = 0;
        var size = type.IsImage ? PictureSize.Read(bytes) : null;
        return new MediaInspection(
            file with
            {
                Width = size?.Width,
                Height = size?.Height,
            },
            FaultOf(path, type, size is not null)
        );
    }

    private static Fault? FaultOf(string path, MediaType type, bool hasSize)
    {
        if (!type.Allows(path))
        {
            return EndingDisagrees(path, type);
        }

        if (type.IsImage && !hasSize)
        {
            return new Fault(
                MediaCodes.UnreadableHeader,
                $"\"{path}\" begins like a {type.Name} but is cut off or damaged.",
                "Export the picture again."
            );
        }

        return null;
    }

    private static MediaInspection Refused(string path, MediaTree.Entry entry, Fault fault) =>
        new(new MediaFile(path, entry.Length, "", null), fault);

    /// <summary>With the hash of the content that it stands for, so that a checkout without LFS makes nothing look changed.</summary>
    private static MediaInspection Pointer(string path, long length, string content) =>
        new(
            new MediaFile(path, length, content, null),
            new Fault(
                MediaCodes.LfsPointer,
                $"\"{path}\" is a Git LFS pointer; the file itself was not fetched.",
                "Run `git lfs pull`; in GitHub Actions set `lfs: true` on actions/checkout."
            )
        );

    private static Fault NotAllowed(string path) =>
        new(
            MediaCodes.TypeNotAllowed,
            $"\"{path}\" is none of the types that LeadPanther takes, by its first bytes.",
            "Save it as JPEG, PNG, GIF, WebP or PDF; a new ending alone does not change the type."
        );

    private static Fault EndingDisagrees(string path, MediaType type) =>
        new(
            MediaCodes.EndingDisagrees,
            $"\"{path}\" is a {type.Name} by its bytes, but its name does not say so.",
            $"Rename it so that it ends in {type.Endings[0]}."
        );

    private static Fault TooLarge(string path, long length, long limit, string what) =>
        new(
            MediaCodes.TooLarge,
            $"\"{path}\" has {Megabytes(length)} MB; {what} may have {Megabytes(limit)} MB.",
            what == "a PDF"
                ? "Export it with smaller pictures."
                : "Save it smaller: LinkedIn shows pictures about 1,200 pixels wide."
        );

    private static string Megabytes(long bytes) =>
        (Math.Ceiling(bytes / 104857.6) / 10).ToString("0.#", CultureInfo.InvariantCulture);
}
