using System.Text.Json;
using Galley.Ledger;

namespace Galley.Reporting;

/// <summary>What the ledger remembers of the words that went out.</summary>
internal sealed class SentFields
{
    private const int LongestTitle = 80;
    private readonly JsonElement? _canonical;
    private readonly JsonElement? _wire;

    public SentFields(LedgerObject? ledgerObject)
    {
        var payload = ledgerObject?.Baseline ?? ledgerObject?.Intent?.Payload;
        (_canonical, _wire) = (Parse(payload?.Canonical), Parse(payload?.Wire));
    }

    public string? this[string field] => Text(_canonical, field);

    /// <summary>The first line of a post, as LinkedIn shows it.</summary>
    public string? Title =>
        Excerpt.FirstLine(Text(_wire, "text") ?? Text(_canonical, "body") ?? "", LongestTitle) is { Length: > 0 } line
            ? line
            : null;

    /// <summary>The SHA-256 of the first picture; null when there is none, or when it came from an address.</summary>
    public string? FirstPicture =>
        _canonical is { ValueKind: JsonValueKind.Object } known
        && known.TryGetProperty("images", out var images)
        && images.ValueKind == JsonValueKind.Array
        && images.GetArrayLength() > 0
            ? Text(images[0], "sha256")
            : null;

    private static string? Text(JsonElement? fields, string field) =>
        fields is { ValueKind: JsonValueKind.Object } known
        && known.TryGetProperty(field, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonElement? Parse(string? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
