using System.Text.Json;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;
using NodaTime;

namespace Galley.Planning;

/// <summary>What the ledger says that LeadPanther holds, or may hold, under one key.</summary>
public sealed class RecordedObject(LedgerObject ledgerObject)
{
    /// <summary>Of what was sent the ledger holds nothing. Its client is held (<see cref="ClientLedger.Oddity"/>).</summary>
    private static readonly Payload Unknown = Payload.From([], wire: null);

    internal const int LongestTitle = 60;

    /// <summary>Fields by which people know an object again.</summary>
    private static readonly string[] Telling = ["body", "keyword", "scheduled_at"];

    private readonly Lazy<JsonElement> _fields = new(() => Parse(PayloadOf(ledgerObject).Canonical));

    public LedgerObject LedgerObject => ledgerObject;
    public Payload Payload => PayloadOf(ledgerObject);
    public bool IsDraft => Text("status") == "draft";
    public Instant? At => Text("scheduled_at") is { } text ? UtcTime.Parse(text) : null;

    /// <summary>What people know it by: a post's first line, a lead magnet's name.</summary>
    public string Title => Excerpt.FirstLine(Text(ContentKind.For(LedgerObject.Kind).TitleField) ?? "", LongestTitle);

    /// <summary>A scheduled post whose time has come: LinkedIn has it, nobody can change it any more.</summary>
    public bool IsPast(Instant now) => ContentKind.For(ledgerObject.Kind).GoesOut && !IsDraft && At <= now;

    /// <summary>Whether it is a post that is still to go out with this lead magnet.</summary>
    public bool Offers(string leadMagnetId, Instant now) =>
        ledgerObject.Kind == Kind.Post
        && !IsPast(now)
        && Payload.Wire is { } wire
        && WireComparison.Parse(wire)["template_id"]?.GetValue<string>() == leadMagnetId;

    /// <summary>Whether a new file says something that so far only this object said: its text, its keyword or its time.</summary>
    internal bool SharesWith(DesiredObject desired) => Shared(desired).Any();

    /// <summary>Whether a change takes over one of these from this object.</summary>
    internal bool SharesWithChange(DesiredObject desired, RecordedObject before) =>
        Shared(desired).Except(before.Shared(desired)).Any();

    private IEnumerable<string> Shared(DesiredObject desired)
    {
        var other = Parse(desired.Payload.Canonical);
        return Telling.Where(field => Shares(other, field));
    }

    private bool Shares(JsonElement other, string field) =>
        Text(field) is { Length: > 0 } mine && other.TryGetProperty(field, out var value) && value.ValueEquals(mine);

    /// <summary>One of the author's own fields; null when it is absent, or no text.</summary>
    internal string? Text(string field) =>
        _fields.Value.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonElement Parse(string canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        return document.RootElement.Clone();
    }

    private static Payload PayloadOf(LedgerObject ledgerObject) =>
        ledgerObject.Baseline ?? ledgerObject.Intent?.Payload ?? Unknown;
}
