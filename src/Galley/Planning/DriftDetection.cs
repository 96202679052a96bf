using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;
using NodaTime;

namespace Galley.Planning;

/// <summary>How an object stands in LeadPanther differently from what was sent.</summary>
/// <param name="Sentence">Without an end.</param>
/// <param name="Code">Of what stands there, where a list or read shows it: what <c>overwrite</c> takes.</param>
internal sealed record Drift(string Sentence, ImmutableArray<WireDifference> Differences, string? Code);

/// <summary>What the live reads prove of an object, and no guess more: a field that LeadPanther does not show says nothing.</summary>
internal sealed class DriftDetection(LiveState live, Instant now)
{
    // LinkedIn and LeadPanther take their time.
    private static readonly Duration Patience = Duration.FromHours(6);

    /// <summary>
    /// Only what was there can be gone: before the first 200 a 404 may mean "not yet". Of what neither a list nor its own path shows,
    /// only for a while.
    /// </summary>
    public bool IsGone(LedgerObject ledgerObject) =>
        ledgerObject.WasSeen && ReadingOf(ledgerObject) is LiveReading.Missing
        || ledgerObject.Id is { } id
            && live.Missing.Contains(id)
            && (ledgerObject.WasSeen || ReadAt(ledgerObject.Kind, id) >= ledgerObject.Since + LiveState.AppearsWithin);

    private Instant? ReadAt(Kind kind, string id) =>
        live.SeenAt.TryGetValue(id, out var at) || live.ReadAt.TryGetValue(id, out at)
            ? at
            : live.Lists.GetValueOrDefault(kind)?.ReadAt;

    public string? PublishedUrl(LedgerObject ledgerObject) =>
        (ReadingOf(ledgerObject) as LiveReading.OfPost)?.Engagement.PublishedUrl;

    /// <summary>
    /// Whether LeadPanther shows a post in a state in which nothing can be changed any more. A state that it does not show
    /// says nothing.
    /// </summary>
    public bool IsTooLate(LedgerObject ledgerObject) => live.Object(ledgerObject.Id) is { IsOut: true };

    /// <param name="desired">What the file says: where LeadPanther shows just that, nothing has drifted.</param>
    public Drift? Find(RecordedObject recorded, Payload? desired) =>
        Unpublished(recorded)
        ?? (
            live.Object(recorded.LedgerObject.Id) is { } there
                ? Different(recorded, there, desired)
                : FromFigures(recorded, desired)
        );

    private static Drift? Different(RecordedObject recorded, LiveObject there, Payload? desired)
    {
        if (recorded.Payload.Wire is not { } wire)
        {
            return null;
        }

        var sent = WireComparison.Parse(wire);
        var differences = WireComparison.Differences(sent, there.Fields);
        if (differences.IsEmpty || desired?.Wire is { } wanted && Shows(there, wanted))
        {
            return null;
        }

        var fields = string.Join(", ", differences.Select(found => WireFields.AuthorName(found.Field)).Distinct());
        return new Drift($"Changed there: {fields}", differences, WireComparison.CodeOf(sent, there.Fields));
    }

    private static bool Shows(LiveObject there, string wire) =>
        WireComparison.Differences(WireComparison.Parse(wire), there.Fields).IsEmpty;

    /// <summary>A post whose time is past, and which neither its figures nor its state show as published.</summary>
    private Drift? Unpublished(RecordedObject recorded)
    {
        if (!recorded.IsPast(now) || recorded.At + Patience > now)
        {
            return null;
        }

        var isUnpublished =
            ReadingOf(recorded.LedgerObject) is LiveReading.OfPost { Engagement.PublishedUrl: null }
            && live.Object(recorded.LedgerObject.Id) is not { IsOut: true };
        return isUnpublished
            ? new Drift("Its time is more than 6 hours past, and LeadPanther shows it as not published", [], null)
            : null;
    }

    /// <summary>Without a list: what the figures show by the way.</summary>
    private Drift? FromFigures(RecordedObject recorded, Payload? desired)
    {
        if (
            ReadingOf(recorded.LedgerObject) is not LiveReading.OfLeadMagnet { Analytics: var shown }
            || recorded.Payload.Wire is not { } wire
        )
        {
            return null;
        }

        var there = new JsonObject();
        Add(there, "keyword", shown.Keyword);
        Add(there, "resource_name", shown.ResourceName);
        var page = new JsonObject();
        Add(page, "title", shown.Page?.Title);
        Add(page, "status", shown.Page?.Status);
        there["hosted_page"] = page;
        var differences = WireComparison.Differences(WireComparison.Parse(wire), there);
        var isAsDesired =
            desired?.Wire is { } wanted && WireComparison.Differences(WireComparison.Parse(wanted), there).IsEmpty;
        return differences.IsEmpty || isAsDesired
            ? null
            : new Drift($"There {string.Join(", and ", differences.Select(Describe))}", differences, Code: null);
    }

    private static void Add(JsonObject to, string name, string? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }

    private static string Describe(WireDifference found) =>
        $"its {WireFields.AuthorName(found.Field)} is \"{found.There}\", not \"{found.Sent}\"";

    private LiveReading? ReadingOf(LedgerObject ledgerObject) => live.For(ledgerObject.Kind, ledgerObject.Key);
}
