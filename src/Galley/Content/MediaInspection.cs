using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Galley.Content.Pictures;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content;

/// <summary>What one file is by its bytes, and what is wrong with it.</summary>
internal sealed record MediaInspection(MediaFile File, MediaInspection.Fault? Found = null)
{
    /// <summary>What is wrong, before it is known which post names the file.</summary>
    public sealed record Fault(DiagnosticCode Code, string Message, string Help);

    /// <param name="path">From the content root.</param>
    public static MediaInspection Inspect(string path, MediaTree.Entry entry)
    {
        if (entry.Length == 0)
        {
            return Refused(
                path,
                entry,
                new Fault(MediaCodes.EmptyFile, $"\"{path}\" is empty.", "Export the file again.")
            );
        }

        if (entry.Length > MediaType.LargestLimit)
        {
            return Refused(path, entry, TooLarge(path, entry.Length, MediaType.LargestLimit, "A PDF"));
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

    /// <summary>What can be said without its bytes; the type is the one that its ending promises.</summary>
    public static MediaInspection OfNameAndSize(string path, long size)
    {
        var type = MediaType.OfEnding(path);
        var file = new MediaFile(
            path,
            size,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path))),
            type?.ContentType
        );
        return new MediaInspection(
            file,
            type is null ? NotAllowed(path, null)
                : size > type.Limit ? TooLarge(path, size, type.Limit, type.IsImage ? "A picture" : "A PDF")
                : null
        );
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
            return new MediaInspection(file, NotAllowed(path, OtherType.NameOf(read.Span)));
        }

        if (bytes.Length > type.Limit)
        {
            return new MediaInspection(file, TooLarge(path, bytes.Length, type.Limit, "A picture"));
        }

        var picture = type.IsImage ? PictureHeader.Read(bytes, type.ContentType) : null;
        var pdf = type.IsImage ? null : PdfStructure.Read(bytes);
        return new MediaInspection(
            file with
            {
                Width = picture?.Width,
                Height = picture?.Height,
                Pages = pdf?.Pages,
            },
            !type.Allows(path) ? EndingDisagrees(path, type)
                : pdf is null ? OfPicture(path, type, picture)
                : OfPdf(path, pdf)
        );
    }

    private static Fault? OfPicture(string path, MediaType type, PictureHeader? picture) =>
        picture is { IsWhole: true }
            ? null
            : new Fault(
                MediaCodes.Damaged,
                $"\"{path}\" begins like a {type.Name} file, but it is cut off or damaged.",
                "Export the picture again."
            );

    private static Fault? OfPdf(string path, PdfStructure pdf) =>
        pdf switch
        {
            { IsWhole: false } => new Fault(
                MediaCodes.Damaged,
                $"\"{path}\" begins like a PDF, but it is cut off or damaged.",
                "Export the PDF again."
            ),
            { IsEncrypted: true } => new Fault(
                MediaCodes.EncryptedPdf,
                $"\"{path}\" is encrypted, so LinkedIn can't show its pages.",
                "Export the PDF again, without a password and without restrictions."
            ),
            { Pages: 0 } => new Fault(
                MediaCodes.Damaged,
                $"\"{path}\" is a PDF without pages.",
                "Export the PDF again."
            ),
            _ => null,
        };

    private static MediaInspection Refused(string path, MediaTree.Entry entry, Fault fault) =>
        new(new MediaFile(path, entry.Length, "", null), fault);

    /// <summary>It has the hash of the real file, so that nothing looks changed in a checkout without LFS.</summary>
    private static MediaInspection Pointer(string path, long length, string content) =>
        new(
            new MediaFile(path, length, content, null),
            new Fault(
                MediaCodes.LfsPointer,
                $"\"{path}\" is a Git LFS pointer. The file itself was not downloaded.",
                "Run `git lfs pull`; in GitHub Actions set `lfs: true` on actions/checkout."
            )
        );

    private static Fault NotAllowed(string path, string? name) =>
        new(
            MediaCodes.TypeNotAllowed,
            $"\"{path}\" {(name is null ? "does not have a type" : $"is {name}, which is not a type")} that LeadPanther accepts.",
            "Save it as JPEG, PNG, GIF, WebP or PDF. A new ending in the name does not change the type."
        );

    private static Fault EndingDisagrees(string path, MediaType type) =>
        new(
            MediaCodes.EndingDisagrees,
            $"\"{path}\" is a {type.Name} file, but its name has another ending.",
            $"Rename it to {Path.ChangeExtension(Path.GetFileName(path), type.Endings[0])}, or save it as the type that its name shows."
        );

    private static Fault TooLarge(string path, long length, long limit, string what) =>
        new(
            MediaCodes.TooLarge,
            $"\"{path}\" has {Megabytes(length)} MB. {what} can have up to {Megabytes(limit)} MB.",
            what == "A PDF"
                ? "Export it with smaller pictures."
                : "Save a smaller picture. LinkedIn shows pictures about 1,200 pixels wide."
        );

    private static string Megabytes(long bytes) =>
        (Math.Ceiling(bytes / 100_000.0) / 10).ToString("0.#", CultureInfo.InvariantCulture);
}
