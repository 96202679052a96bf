using System.Globalization;
using Galley.Content;
using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>A post's pictures in LinkedIn's arrangement, and its document as a card.</summary>
internal static class PictureGrid
{
    private const int Shown = 5;

    public static Html Render(PostView view, Links links)
    {
        var images = view.Post.Images;
        var pictures = images.IsEmpty
            ? Html.None
            : Html.From(
                $"<div class=\"pictures n{Number(Math.Min(images.Length, Shown))}\">"
                    + $"{images.Take(Shown).Select((image, index) => Tile(image, index, images.Length, links))}</div>\n"
            );
        return Html.From($"{pictures}{Document(view.Post.Document, links)}");
    }

    private static Html Tile(Medium image, int index, int count, Links links)
    {
        var more =
            index == Shown - 1 && count > Shown
                ? Html.From($"<span class=\"plus\">+{count - Shown}</span>")
                : Html.None;
        return Html.From($"<figure>{Picture(image, index, count, links)}{more}</figure>");
    }

    private static Html Picture(Medium image, int index, int count, Links links)
    {
        if (image.File is not { } file)
        {
            return Elsewhere("A picture from the web", image.Url);
        }

        if (
            file.ContentType?.StartsWith("image/", StringComparison.Ordinal) != true
            || links.Media(file) is not { } source
        )
        {
            return Elsewhere($"{file.FileName} is no picture", null);
        }

        var alt =
            image.Alt is { } written ? written
            : count == 1 ? $"The post’s picture, {file.FileName}"
            : FormattableString.Invariant($"Picture {index + 1} of {count}, {file.FileName}");
        var size = file is { Width: { } width, Height: { } height }
            ? Html.From($" width=\"{Number(width)}\" height=\"{Number(height)}\"")
            : Html.None;
        return Html.From($"<img src=\"{source}\" alt=\"{alt}\"{size} loading=\"lazy\" decoding=\"async\">");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Nothing is loaded from elsewhere: that would tell others who looks at this page, and when.</summary>
    private static Html Elsewhere(string words, string? url) =>
        Html.From($"<div class=\"elsewhere\"><span>{words}</span> {SafeLink.To(url, url ?? "")}</div>");

    private static Html Document(Document? document, Links links)
    {
        if (document is null)
        {
            return Html.None;
        }

        var name = document.File?.FileName ?? document.Url ?? "";
        var size = document.File is { } file ? FileSize.Format(file.Size) : "from the web";
        var pages = document.File?.Pages is { } count ? Plural.Format(count, "page") : "Document";
        var target = document.File is { ContentType: "application/pdf" } pdf
            ? links.Media(pdf)
            : SafeLink.From(document.Url);
        var title = target switch
        {
            null => Html.From($"{name}"),
            _ when target.StartsWith("data:", StringComparison.Ordinal) => Html.From(
                $"<a href=\"{target}\" download=\"{name}\">{name}</a>"
            ),
            _ => Html.From($"<a href=\"{target}\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">{name}</a>"),
        };
        return Html.From(
            $"""
            <div class="document"><div class="document-head"><strong>{title}</strong><span>{pages} · PDF, {size}</span></div>
            <div class="first-page" aria-hidden="true"><span class="sheet">PDF</span>{PageOf(document)}</div></div>

            """
        );
    }

    /// <summary>Where LinkedIn shows which page of the carousel it is.</summary>
    private static Html PageOf(Document document) =>
        document.File?.Pages is { } count ? Html.From($"<span class=\"page-of\">1 / {count}</span>") : Html.None;
}
