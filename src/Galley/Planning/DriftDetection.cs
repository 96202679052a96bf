using System.Text.Json;
using Galley.Ledger;
using NodaTime;

namespace Galley.Planning;

/// <summary>What the live reads prove of an object, and no guess more: a field that LeadPanther does not give says nothing.</summary>
internal sealed class DriftDetection(LiveState live, Instant now)
{
    // LinkedIn and LeadPanther take their time.
    private static readonly Duration Patience = Duration.FromHours(6);

    /// <summary>Only what was there can be gone: before the first 200 a 404 may mean "not yet".</summary>
    public bool IsGone(LedgerObject ledgerObject) => ledgerObject.WasSeen && For(ledgerObject) is LiveReading.Missing;

    public string? PublishedUrl(LedgerObject ledgerObject) =>
        (For(ledgerObject) as LiveReading.OfPost)?.Engagement.PublishedUrl;

    /// <summary>How LeadPanther differs from what it was given, as sentences; null when nothing shows that it does.</summary>
    public string? Drift(RecordedObject recorded) =>
        For(recorded.LedgerObject) switch
        {
            LiveReading.OfPost { Engagement.PublishedUrl: null }
                when recorded.IsPast(now) && recorded.At + Patience <= now =>
                "Its time is more than 6 hours past, and LeadPanther shows it as not published",
            LiveReading.OfLeadMagnet { Analytics: var analytics } => Different(
                recorded,
                ("keyword", "keyword", null, analytics.Keyword),
                ("name", "resource_name", null, analytics.ResourceName),
                ("page title", "hosted_page", "title", analytics.Page?.Title),
                ("page status", "hosted_page", "status", analytics.Page?.Status)
            ),
            _ => null,
        };

    private LiveReading? For(LedgerObject ledgerObject) => live.For(ledgerObject.Kind, ledgerObject.Key);

    private static string? Different(
        RecordedObject recorded,
        params (string Name, string Field, string? Inner, string? There)[] fields
    )
    {
        if (recorded.Payload.Wire is not { } wire)
        {
            return null;
        }

        using var sent = JsonDocument.Parse(wire);
        var differences = fields
            .Select(field => (field.Name, field.There, Here: Text(sent.RootElement, field.Field, field.Inner)))
            .Where(field => field.There is not null && field.Here is not null && field.There != field.Here)
            .Select(field => $"its {field.Name} is \"{field.There}\", not \"{field.Here}\"")
            .ToList();
        return differences.Count == 0 ? null : $"There {string.Join(", and ", differences)}";
    }

    private static string? Text(JsonElement sent, string field, string? inner) =>
        sent.TryGetProperty(field, out var value)
        && (inner is null || value.TryGetProperty(inner, out value))
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
