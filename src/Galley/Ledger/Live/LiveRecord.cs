using System.Collections.Immutable;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Ledger.Live;

/// <summary>
/// What LeadPanther showed of one account when a run last looked: <c>live/&lt;account id&gt;.json</c>, beside the metrics. So a plan
/// without an API key can show drift as it was seen. Nothing is sent, changed or deleted because of it: an apply looks again.
/// </summary>
public sealed record LiveRecord(ImmutableArray<ListRecord> Lists, ImmutableArray<ObjectRecord> Objects)
{
    public static readonly LiveRecord Empty = new([], []);

    /// <summary>So long a change may be on its way.</summary>
    private static readonly Duration Unsettled = Duration.FromMinutes(15);

    public ObjectRecord? Find(Kind kind, string id) => Objects.FirstOrDefault(known => known.IsOf(kind, id));

    /// <summary>With a new listing. A whole one takes the place of all of its kind; any other adds to what was seen before.</summary>
    public LiveRecord With(ListRecord list, IEnumerable<ObjectRecord> shown)
    {
        var next = shown.ToList();
        var ids = next.Select(seen => seen.Id).ToHashSet(StringComparer.Ordinal);
        var kept = Objects.Where(known => known.Kind != list.Kind || (!list.IsWhole && !ids.Contains(known.Id)));
        return new LiveRecord(
            [.. Lists.Where(known => known.Kind != list.Kind).Append(list).OrderBy(known => known.Kind)],
            Sorted(kept.Concat(next))
        );
    }

    /// <summary>With what a read of one object gave.</summary>
    public LiveRecord With(ObjectRecord read) =>
        this with
        {
            Objects = Sorted(Objects.Where(known => !known.IsOf(read.Kind, read.Id)).Append(read)),
        };

    /// <summary>
    /// With the questions of <paramref name="stored"/> that other runs left and this record's looks do not answer: what a run is
    /// about to change may look as before until its request arrives, and for some time in lists.
    /// </summary>
    /// <param name="run">Whose record this is. It knows what became of its own changes.</param>
    public LiveRecord WithOpenQuestions(LiveRecord? stored, string run) =>
        (stored?.Objects ?? [])
            .Where(known => known.ChangingRun is { } other && other != run && !IsAnswered(known))
            .Aggregate(this, (record, question) => record.With(question));

    /// <summary>By a look, or because this record asks the same and knows more of what was written since.</summary>
    private bool IsAnswered(ObjectRecord question) =>
        Find(question.Kind, question.Id) is { ChangingRun: not null } own && own.Events >= question.Events
        || Lists
            .Where(list => list.Kind == question.Kind)
            .Select(list => list.At)
            .Concat(Objects.Where(known => known.IsOf(question.Kind, question.Id)).Select(known => known.At))
            .Any(looked => looked >= question.At + Unsettled);

    /// <summary>Whether nothing is new in it but when the lists were read.</summary>
    public bool SaysTheSameAs(LiveRecord other) =>
        Lists.Select(Undated).SequenceEqual(other.Lists.Select(Undated))
        && Objects.Length == other.Objects.Length
        && Objects
            .Zip(other.Objects)
            .All(pair => pair.First.At == pair.Second.At && pair.First.ShowsTheSameAs(pair.Second));

    private static ListRecord Undated(ListRecord list) => list with { At = default };

    // One order, whatever order the API lists in: else the file would change where nothing did.
    private static ImmutableArray<ObjectRecord> Sorted(IEnumerable<ObjectRecord> objects) =>
        [.. objects.OrderBy(known => known.Kind).ThenBy(known => known.Id, StringComparer.Ordinal)];
}

/// <summary>
/// When the objects of a kind were listed, and whether the list was whole: only then does it prove that something is not there.
/// </summary>
/// <param name="WhyNot">A sentence on what happened; null where it is whole.</param>
public sealed record ListRecord(Kind Kind, Instant At, bool IsWhole, string? WhyNot);
