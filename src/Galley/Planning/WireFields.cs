using System.Text.Json;
using System.Text.Json.Nodes;

namespace Galley.Planning;

/// <summary>The API's fields as authors know them.</summary>
internal static class WireFields
{
    /// <summary>The author's name of a wire field: <c>text</c> is the body.</summary>
    public static string AuthorName(string field) =>
        field switch
        {
            "text" or "hosted_page.markdown_content" => "body",
            "template_id" => "lead_magnet",
            "document_url" or "document_type" => "document",
            _ => field,
        };

    /// <summary>A wire value as text for people; null for null.</summary>
    public static string? Text(JsonNode? value) =>
        value switch
        {
            null => null,
            JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
            _ => value.ToJsonString(),
        };
}
