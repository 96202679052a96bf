using System.Text;
using System.Text.Json;
using Galley.LeadPanther.Keys;

namespace Galley.LeadPanther.Responses;

/// <summary>
/// What an answer says, made fit for a message: one short line without the key. The documented envelope is
/// <c>{"error": {"code", "message"}, "request_id"}</c>; what stands between us and LeadPanther answers in other forms, so the
/// usual places are looked at, and anything is tolerated. A body is never quoted as it stands.
/// </summary>
internal sealed record ErrorBody(string? Code, string? Message, string? RequestId)
{
    private const int Longest = 300;
    private static readonly string[] Places =
    [
        "message",
        "error_description",
        "detail",
        "error",
        "errors",
        "title",
        "reason",
    ];

    public static ErrorBody Read(ReadOnlySpan<byte> body, string? requestIdHeader, ApiKey key) =>
        Json.TryParse(body) is { } root
            ? new ErrorBody(
                Line(root.Object("error")?.Text("code"), key),
                Line(Find(root, 0), key),
                RequestIdOf(root, requestIdHeader, key)
            )
            : new ErrorBody(null, null, Line(requestIdHeader, key));

    /// <summary>The body's, or else the header's.</summary>
    public static string? RequestIdOf(JsonElement root, string? header, ApiKey key) =>
        Line(root.Text("request_id"), key) ?? Line(header, key);

    private static string? Find(JsonElement element, int depth) =>
        element.ValueKind switch
        {
            _ when depth > 3 => null,
            JsonValueKind.String => element.Text(),
            JsonValueKind.Array => Joined(element.EnumerateArray().Take(5).Select(item => Find(item, depth + 1))),
            JsonValueKind.Object => Places
                .Select(place => element.Child(place) is { } child ? Find(child, depth + 1) : null)
                .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)),
            _ => null,
        };

    private static string? Joined(IEnumerable<string?> texts) =>
        string.Join("; ", texts.Where(text => !string.IsNullOrWhiteSpace(text))) is { Length: > 0 } all ? all : null;

    private static string? Line(string? text, ApiKey key)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var line = string.Join(' ', key.Hide(Printable(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }

    private static string Printable(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(IsShown(rune) ? rune.ToString() : " ");
        }

        return plain.ToString();
    }

    // Control and format characters could hide the key's match or turn the text around.
    private static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator
                or System.Globalization.UnicodeCategory.PrivateUse
                or System.Globalization.UnicodeCategory.OtherNotAssigned
            );
}
