using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Live;
using Galley.Ledger.Metrics;
using Galley.Payloads;
using NodaTime;

namespace Galley.Reporting;

/// <summary>What the ledger knows of one object, with its readings.</summary>
/// <param name="LedgerObject">Null when the ledger no longer holds it.</param>
/// <param name="Lines">By time.</param>
/// <param name="Readings">When anything of its client was read.</param>
/// <param name="Seen">As LeadPanther showed it last; null where nobody looked since it was last sent.</param>
/// <param name="UnlistedAt">When a whole list that shows posts whose time is past, too, did not show it.</param>
internal sealed record ReportedObject(
    Kind Kind,
    string Key,
    string Id,
    LedgerObject? LedgerObject,
    ImmutableArray<MetricsLine> Lines,
    ReadingTimes Readings,
    ObjectRecord? Seen = null,
    Instant? UnlistedAt = null
)
{
    private readonly SentFields _sent = new(LedgerObject);

    /// <summary>Its time in LeadPanther, where somebody moved it there; else the time that was sent.</summary>
    private Instant? At =>
        (Shown("status") ?? _sent["status"]) == "draft" ? null
        : Shown("scheduled_at") is { } there && UtcTime.Parse(there) is { } moved ? moved
        : _sent["scheduled_at"] is { } sent ? UtcTime.Parse(sent)
        : null;

    /// <summary>Somebody deleted it in LeadPanther, and nothing shows that it went out before that.</summary>
    private bool IsGone => (Seen is { IsMissing: true } || UnlistedAt >= At) && !Lines.Any(line => line.At >= At);

    /// <summary>Nobody sees a post before its time, nor a lead magnet before we made it; of an adopted one nobody knows.</summary>
    public History History =>
        new(
            Lines,
            Kind == Kind.Post ? At
                : LedgerObject is { Intent: not null } ? LedgerObject.Since
                : null,
            Readings
        );

    /// <summary>What is live, and what was: a key may have had another object, whose readings count all the same.</summary>
    public static IEnumerable<ReportedObject> All(
        ClientLedger ledger,
        ImmutableArray<MetricsLine> lines,
        ReadingTimes readings,
        LiveRecord seen
    )
    {
        var byId = lines.ToLookup(line => line.Id);
        var listed = PastListedAt(seen);
        var live = ledger
            .Objects.Values.Where(ledgerObject => ledgerObject is { State: ObjectState.Live, Id: not null })
            .ToList();
        foreach (var ledgerObject in live)
        {
            yield return new ReportedObject(
                ledgerObject.Kind,
                ledgerObject.Key,
                ledgerObject.Id!,
                ledgerObject,
                [.. byId[ledgerObject.Id!]],
                readings,
                seen.Find(ledgerObject.Kind, ledgerObject.Id!) is { } last && last.Events >= ledgerObject.BaselineEvent
                    ? last
                    : null,
                seen.Find(ledgerObject.Kind, ledgerObject.Id!) is null ? listed : null
            );
        }

        var ids = live.Select(ledgerObject => ledgerObject.Id).ToHashSet();
        foreach (var gone in byId.Where(group => !ids.Contains(group.Key)))
        {
            yield return new ReportedObject(gone.Last().Kind, gone.Last().Key, gone.Key, null, [.. gone], readings);
        }
    }

    /// <summary>When posts were listed; null unless the list is whole and also shows posts whose time is past.</summary>
    private static Instant? PastListedAt(LiveRecord seen) =>
        seen.Lists.FirstOrDefault(each => each.Kind == Kind.Post) is { IsWhole: true } list
        && seen.Objects.Any(shown => shown.Kind == Kind.Post && IsPast(shown.Fields, list.At))
            ? list.At
            : null;

    private static bool IsPast(JsonObject? shown, Instant at) =>
        shown?["status"]?.ToString() != "draft"
        && shown?["scheduled_at"]?.ToString() is { } time
        && UtcTime.Parse(time) < at;

    public ReportedPost Post(ClientContent content, Instant from, Instant to)
    {
        var file = content.Find(Kind.Post, Key) as Post;
        return new ReportedPost
        {
            Key = Key,
            Id = Id,
            Title = _sent.Title ?? Key,
            At = At,
            Url = Lines.LastOrDefault(line => line.PublishedUrl is not null)?.PublishedUrl,
            IsOut = At >= from && At < to && !IsGone,
            IsGone = IsGone,
            ReadAt = History.Last(to)?.At,
            IsAwaited = At < to && !IsGone && !(Readings.Last(to) >= At),
            Totals = FiguresOf(Metric.OfPosts, from, to),
            AfterADay = At is { } at ? History.AfterADay(Metric.Impressions, at, to) : null,
            Picture = PictureIn(content),
            Labels = file?.Labels ?? [],
            Campaign = file?.Campaign,
        };
    }

    public ReportedLeadMagnet LeadMagnet(Instant from, Instant to) =>
        new(
            Key,
            Id,
            _sent["keyword"],
            _sent["resource_name"] ?? Key,
            History.Last(to)?.LeadMagnet?.UniqueVisitorsLimited == true,
            FiguresOf(Metric.OfLeadMagnets, from, to)
        );

    private string? Shown(string field) =>
        Seen?.Fields?[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>By its bytes: a file that was changed since is not what people saw.</summary>
    private MediaFile? PictureIn(ClientContent content) =>
        _sent.FirstPicture is { } sha256
            ? content.Media.FirstOrDefault(file =>
                file.Sha256 == sha256 && file.ContentType?.StartsWith("image/", StringComparison.Ordinal) == true
            )
            : null;

    private MetricTotals FiguresOf(ImmutableArray<Metric> metrics, Instant from, Instant to) =>
        MetricTotals.From(metrics, metric => History.Between(metric, from, to));
}
