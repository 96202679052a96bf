using System.Text;
using System.Text.Json;
using Galley.LeadPanther.Keys;

namespace Galley.LeadPanther.Responses;

/// <summary>
/// What an answer says, made fit for a message: one short line without the key. The form of error bodies is not
/// documented, so the usual places are looked at, and anything is tolerated; a body is never quoted as it stands.
/// </summary>
internal sealed record ErrorBody(string? Message, string? RequestId)
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

    public static ErrorBody Read(ReadOnlyMemory<byte> body, ApiKey key)
    {
        if (Json.TryParse(body) is not { } document)
        {
            return new ErrorBody(null, null);
        }

        using (document)
        {
            return new ErrorBody(Line(Find(document.RootElement, 0), key), RequestIdOf(document.RootElement, key));
        }
    }

    public static string? RequestIdOf(JsonElement root, ApiKey key) => Line(root.Text("request_id"), key);

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
