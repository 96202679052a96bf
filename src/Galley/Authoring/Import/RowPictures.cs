using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Rules.Media;

namespace Galley.Authoring.Import;

/// <summary>A row's pictures: web addresses, or names of files that the client has already.</summary>
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
        ".tif",
        ".tiff",
        ".bmp",
        ".docx",
        ".pptx",
    ];

    /// <returns>Null when one can't be used; <paramref name="why"/> then says so.</returns>
    public static ImmutableArray<PictureDraft>? TryRead(
        IEnumerable<string> cells,
        ClientContent content,
        out string why
    )
    {
        var pictures = cells
            .SelectMany(cell => Separators().Split(cell))
            .Where(name => name.Length > 0)
            .Select(name => new PictureDraft(name, !content.Media.Any(file => file.FileName == name)))
            .ToImmutableArray();
        why = pictures
            .Where(picture => picture.IsUrl)
            .Select(picture => WhyNot(picture.Name))
            .OfType<string>()
            .FirstOrDefault()
            ?? (pictures.Length > Most ? $"it has {pictures.Length} pictures; {Most} is the most" : "");
        return why.Length == 0 ? pictures : null;
    }

    private static string? WhyNot(string name)
    {
        if (
            !Uri.TryCreate(name, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttps
            || address.Host.Length == 0
        )
        {
            return $"its picture \"{name}\" is neither an https address nor a file in the client's media/ folder";
        }

        if (ShareHost.WarnAbout(address) is { } host)
        {
            return $"LeadPanther can't open its picture \"{name}\": {host}; download it into media/ and give its name";
        }

        var ending = Path.GetExtension(address.AbsolutePath).ToLowerInvariant();
        return NoPictures.Contains(ending)
            ? $"\"{name}\" is no picture that LeadPanther takes (JPEG, PNG, GIF, WebP); write the post with `galley new post`"
            : null;
    }

    [GeneratedRegex(@"[\s|]+|[,;]+(?=\s|$|https?:)")]
    private static partial Regex Separators();
}
