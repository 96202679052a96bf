using System.Globalization;
using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>How to change a post from its card: the page itself writes nothing.</summary>
internal static class PostMenu
{
    public static Html Render(PostView view, PreviewOptions options)
    {
        var time = view.At?.LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var editor = options.EditUrl(view.Post.SourceMap.Path) is { } url
            ? Html.From($"<a href=\"{url}\">Open the file in GitHub’s editor</a>")
            : Html.None;
        return Html.From(
            $"""
            <details class="menu"><summary>Change this post</summary><div>
            <label>New time, {view.Owner.Zone.Id.Replace('_', ' ')} <input type="datetime-local" value="{(
                time ?? ""
            ).Replace(' ', 'T')}"></label>
            <code>scheduled_at: {time ?? "next-slot"}</code>
            <button type="button" class="show-more" hidden>Copy this line</button>
            <span class="quiet">Put it into {view.Post.SourceMap.Path}.</span>{editor}</div></details>

            """
        );
    }
}
