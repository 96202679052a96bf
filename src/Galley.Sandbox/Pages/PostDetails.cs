using System.Text;
using System.Text.Json;
using Galley.Sandbox.Requests;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Pages;

/// <summary>What a post has beside its text: pictures, a document, and what LeadPanther would do after it is published.</summary>
internal static class PostDetails
{
    public static string Render(SandboxPost post, SandboxContext sandbox)
    {
        var html = new StringBuilder();
        var pictures = Items(post.Body, "images").Select(image => Text(image, "url")).OfType<string>().ToList();
        if (pictures.Count > 0)
        {
            html.Append("<div class=\"media\">")
                .AppendJoin(' ', pictures.Select(url => Picture(url, sandbox)))
                .Append("</div>\n");
        }

        if (Text(post.Body, "document_url") is { } document)
        {
            html.Append("<p class=\"meta\">Document: ").Append(Html.Escape(document)).Append("</p>\n");
        }

        var steps = Steps(post).ToList();
        if (steps.Count > 0)
        {
            html.Append("<ol class=\"after\">")
                .AppendJoin("", steps.Select(step => $"<li>{step}</li>"))
                .Append("</ol>\n");
        }

        return html.ToString();
    }

    /// <summary>The page's policy lets it load what the sandbox stores itself, and nothing else.</summary>
    private static string Picture(string url, SandboxContext sandbox) =>
        url.StartsWith(sandbox.StorageUrl.AbsoluteUri, StringComparison.Ordinal)
            ? $"<img src=\"{Html.Escape(url)}\" alt=\"{Html.Escape($"Picture {url[(url.LastIndexOf('/') + 1)..]}")}\" loading=\"lazy\">"
            : $"<span class=\"meta\">Picture: {Html.Escape(url)}</span>";

    private static IEnumerable<string> Steps(SandboxPost post)
    {
        if (!post.Body.TryGetProperty("followups", out var followups) || followups.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (
            followups.TryGetProperty("reaction", out var reaction)
            && reaction.ValueKind == JsonValueKind.Object
            && reaction.TryGetProperty("enabled", out var enabled)
            && enabled.ValueKind == JsonValueKind.True
        )
        {
            yield return $"<span class=\"meta\">+{Delay(reaction)}</span> {Html.Escape(Text(reaction, "reaction_type"))}";
        }

        foreach (var comment in Items(followups, "comments"))
        {
            yield return $"<span class=\"meta\">+{Delay(comment)}</span> <span class=\"text\">{Html.Escape(Text(comment, "text"))}</span>";
        }
    }

    private static string Delay(JsonElement step) =>
        Html.Escape(step.TryGetProperty("delay_minutes", out var minutes) ? $"{minutes.GetRawText()} min" : "");

    private static List<JsonElement> Items(JsonElement body, string name) =>
        body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
