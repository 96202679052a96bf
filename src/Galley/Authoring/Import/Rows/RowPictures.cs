using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Rules.Media;

namespace Galley.Authoring.Import.Rows;

/// <summary>A row's pictures: URLs, or names of files that the client already has.</summary>
internal static partial class RowPictures
{
    private const int Most = 100;
    private static readonly string[] NoPictures =
    [
        ".pdf",
        ".mp4",
        ".mov",
        ".m4v",
        ".avi",
        ".webm",
        ".svg",
        ".heic",
        ".heif",
        ".tif",
        ".tiff",
        ".bmp",
        ".psd",
        ".ai",
        ".docx",
        ".pptx",
    ];

    /// <returns>Null if one can't be used; <paramref name="why"/> then says so.</returns>
    public static ImmutableArray<PictureDraft>? TryRead(
        IEnumerable<RowCell> cells,
        ClientContent content,
        out string why
    )
    {
        var names = content.Media.Select(file => file.FileName).ToHashSet(StringComparer.Ordinal);
        var pictures = cells
            .SelectMany(cell => NamesIn(cell.Text, names))
            .Select(name => new PictureDraft(name, !names.Contains(name)))
            .ToImmutableArray();
        why = pictures.Select(picture => WhyNot(picture)).OfType<string>().FirstOrDefault()
            ?? (pictures.Length > Most ? $"it has {pictures.Length} pictures, and {Most} are allowed" : "");
        return why.Length == 0 ? pictures : null;
    }

    /// <summary>A file's name may have spaces in it.</summary>
    private static IEnumerable<string> NamesIn(string cell, HashSet<string> names) =>
        names.Contains(cell.Trim()) ? [cell.Trim()] : Separators().Split(cell).Where(name => name.Length > 0);

    private static string? WhyNot(PictureDraft picture)
    {
        var name = picture.Name;
        var address =
            Uri.TryCreate(name, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps ? url : null;
        if (picture.IsUrl && (address is null || address.Host.Length == 0))
        {
            return $"its picture \"{name}\" is neither an https URL nor a file in the client's media/ folder";
        }

        if (picture.IsUrl && ShareHost.WarnAbout(address!) is { } host)
        {
            return $"LeadPanther can't open its picture \"{name}\": {host}. Download it into media/ and write its file name";
        }

        var ending = Path.GetExtension(picture.IsUrl ? address!.AbsolutePath : name).ToLowerInvariant();
        return NoPictures.Contains(ending)
            ? $"\"{name}\" is not a picture that LeadPanther takes (JPEG, PNG, GIF, WebP)"
            : null;
    }

    [GeneratedRegex(@"[\s|]+|[,;]+(?=\s|$|https?:)")]
    private static partial Regex Separators();
}
