using Galley.Ledger;

namespace Galley.Planning;

/// <summary>
/// Tells renamed files from new ones, among the files of one kind. The API can't say what exists, so a new file that
/// looks like something already sent, or maybe sent, is never created on a guess: it is a move when that is certain, and
/// held when it is likely. Files that took one another's names (a swap, or a chain of renames) are moves where every one of
/// them says what was sent under another of the names; a file that was edited, too, is changed under its name instead.
/// </summary>
internal sealed class Renames
{
    private readonly Dictionary<DesiredObject, RecordedObject> _moves = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DesiredObject, RecordedObject> _suspects = new(ReferenceEqualityComparer.Instance);

    /// <remarks>What a file says of itself, in <c>moved_from</c>, comes before any likeness.</remarks>
    /// <param name="items">Everything of one kind that has a file.</param>
    /// <param name="vanished">Live and in-doubt objects without a file, of any kind.</param>
    public Renames(IReadOnlyCollection<DesiredObject> items, IReadOnlyCollection<RecordedObject> vanished)
    {
        vanished = [.. vanished, .. InDoubtElsewhere(items)];
        foreach (var desired in items.Where(desired => IsNew(desired) && desired.MovedFrom is not null))
        {
            // A name that the ledger never heard frees nothing: the file was renamed twice before an apply took down the first.
            Match(desired, Unclaimed(desired).FirstOrDefault(old => old.LedgerObject.Key == desired.MovedFrom!.Key));
        }

        Exchange([.. items.Where(IsUnmatched)], [.. vanished.Where(old => !_moves.ContainsValue(old))]);
        foreach (var desired in items.Where(desired => IsNew(desired) && IsUnmatched(desired)))
        {
            var candidates = Unclaimed(desired).ToList();
            Match(desired, TheOnlyOneAlike(desired, items, candidates));
            if (IsUnmatched(desired) && candidates.Find(old => old.SharesWith(desired)) is { } alike)
            {
                _suspects[desired] = alike;
            }
        }

        SuspectChanges(items, vanished);

        IEnumerable<RecordedObject> Unclaimed(DesiredObject desired) =>
            vanished.Where(old => old.LedgerObject.Kind == desired.Kind && !_moves.ContainsValue(old));
    }

    public RecordedObject? MoveOf(DesiredObject desired) => _moves.GetValueOrDefault(desired);

    public RecordedObject? SuspectOf(DesiredObject desired) => _suspects.GetValueOrDefault(desired);

    /// <summary>Whether a vanished object is spoken for: then it is not sure that anybody wants it removed.</summary>
    public bool Explains(RecordedObject old) => _moves.ContainsValue(old) || _suspects.ContainsValue(old);

    private static bool IsNew(DesiredObject desired) => desired.IsNew && desired.MovedFrom is not { Key: null };

    /// <summary>Names that went from file to file: whatever stood under a name that a file took over must go to another one.</summary>
    private void Exchange(IReadOnlyCollection<DesiredObject> items, IEnumerable<RecordedObject> vanished)
    {
        var displaced = items
            .Where(IsDisplaced)
            .ToDictionary(
                item => item,
                item => new RecordedObject(item.LedgerObject!),
                (IEqualityComparer<DesiredObject>)ReferenceEqualityComparer.Instance
            );
        if (displaced.Count == 0)
        {
            return;
        }

        var free = displaced.Values.Concat(vanished.Where(old => old.LedgerObject.State == ObjectState.Live)).ToList();
        var takers = displaced.Keys.Concat(items.Where(IsNew)).ToList();
        var taken = (
            from taker in takers
            let alike = free.Where(old => IsAlike(old, taker)).ToList()
            where alike.Count == 1 && takers.Count(other => IsAlike(alike[0], other)) == 1
            select (Taker: taker, Old: alike[0])
        ).ToDictionary(
            pair => pair.Taker,
            pair => pair.Old,
            (IEqualityComparer<DesiredObject>)ReferenceEqualityComparer.Instance
        );
        while (taken.Keys.FirstOrDefault(IsUnbalanced) is { } left)
        {
            taken.Remove(left);
        }

        foreach (var (taker, old) in taken.Where(pair => IsOfAnExchange(pair.Key, pair.Value)))
        {
            _moves[taker] = old;
        }

        // Its own object would stay under its name, and the file that lost its own would have none.
        bool IsUnbalanced(DesiredObject taker) =>
            displaced.TryGetValue(taker, out var own) && !taken.ContainsValue(own)
            || displaced.FirstOrDefault(pair => pair.Value == taken[taker]).Key is { } giver
                && !taken.ContainsKey(giver);

        bool IsOfAnExchange(DesiredObject taker, RecordedObject old) =>
            displaced.ContainsKey(taker) || displaced.ContainsValue(old);
    }

    /// <summary>It says something else than what was sent under its name.</summary>
    private static bool IsDisplaced(DesiredObject item) => item.MovedFrom is not { Key: null } && item.IsChanged;

    private static bool IsAlike(RecordedObject old, DesiredObject desired) =>
        old.LedgerObject.Kind == desired.Kind && old.Payload.SaysTheSameAs(desired.Payload);

    /// <summary>
    /// In doubt, and its key has a file that says something else altogether, as when two files exchanged their names: what was maybe
    /// sent may have a new file.
    /// </summary>
    private static IEnumerable<RecordedObject> InDoubtElsewhere(IEnumerable<DesiredObject> items) =>
        from desired in items
        where desired.LedgerObject is { State: ObjectState.Open }
        let old = new RecordedObject(desired.LedgerObject!)
        where !old.SharesWith(desired)
        select old;

    private bool IsUnmatched(DesiredObject desired) => !_moves.ContainsKey(desired) && !_suspects.ContainsKey(desired);

    private void Match(DesiredObject desired, RecordedObject? old)
    {
        if (old is { LedgerObject.State: ObjectState.Live })
        {
            _moves[desired] = old;
        }
        else if (old is not null)
        {
            _suspects[desired] = old;
        }
    }

    /// <summary>What was maybe sent may come to stand there: nothing else is changed to the same meanwhile.</summary>
    private void SuspectChanges(IEnumerable<DesiredObject> items, IEnumerable<RecordedObject> vanished)
    {
        var doubts = vanished.Where(old => old.LedgerObject.State == ObjectState.Open).ToList();
        if (doubts.Count == 0)
        {
            return;
        }

        foreach (var desired in items.Where(item => IsDisplaced(item) && !_moves.ContainsKey(item)))
        {
            var before = new RecordedObject(desired.LedgerObject!);
            if (
                doubts.FirstOrDefault(old =>
                    old.LedgerObject.Kind == desired.Kind && old.SharesWithChange(desired, before)
                ) is
                { } alike
            )
            {
                _suspects[desired] = alike;
            }
        }
    }

    private static RecordedObject? TheOnlyOneAlike(
        DesiredObject desired,
        IReadOnlyCollection<DesiredObject> items,
        IReadOnlyList<RecordedObject> vanished
    )
    {
        bool IsClaimedOnce() => items.Count(other => other.IsNew && other.Payload.SaysTheSameAs(desired.Payload)) == 1;

        return
            vanished.Where(old => old.Payload.SaysTheSameAs(desired.Payload)).ToList() is [var alike] && IsClaimedOnce()
            ? alike
            : null;
    }
}
