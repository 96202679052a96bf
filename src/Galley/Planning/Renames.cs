using Galley.Ledger;

namespace Galley.Planning;

/// <summary>
/// Tells renamed files from new ones, among the files of one kind. The API can't say what exists, so a new file that
/// looks like something already sent, or maybe sent, is never created on a guess: it is a move when that is certain, and
/// held when it is likely.
/// </summary>
internal sealed class Renames
{
    private readonly Dictionary<DesiredObject, RecordedObject> _moves = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DesiredObject, RecordedObject> _suspects = new(ReferenceEqualityComparer.Instance);

    /// <param name="items">Everything of one kind that has a file.</param>
    /// <param name="vanished">Live and in-doubt objects without a file, of any kind.</param>
    public Renames(IReadOnlyCollection<DesiredObject> items, IReadOnlyCollection<RecordedObject> vanished)
    {
        if (vanished.Count == 0)
        {
            return;
        }

        foreach (var desired in items.Where(desired => desired.IsNew && desired.MovedFrom is not { Key: null }))
        {
            Examine(desired, items, [.. vanished.Where(old => old.LedgerObject.Kind == desired.Kind)]);
        }
    }

    public RecordedObject? MoveOf(DesiredObject desired) => _moves.GetValueOrDefault(desired);

    public RecordedObject? SuspectOf(DesiredObject desired) => _suspects.GetValueOrDefault(desired);

    /// <summary>Whether a vanished object is spoken for: then it is not sure that anybody wants it removed.</summary>
    public bool Explains(RecordedObject old) => _moves.ContainsValue(old) || _suspects.ContainsValue(old);

    private void Examine(
        DesiredObject desired,
        IReadOnlyCollection<DesiredObject> items,
        IReadOnlyList<RecordedObject> vanished
    )
    {
        // A name that the ledger never heard frees nothing: the file was renamed twice before an apply took down the first.
        var old = vanished.FirstOrDefault(candidate => candidate.LedgerObject.Key == desired.MovedFrom?.Key)
            ?? TheOnlyOneAlike(desired, items, vanished);

        if (old is { LedgerObject.State: ObjectState.Live })
        {
            _moves[desired] = old;
        }
        else if (old is not null)
        {
            _suspects[desired] = old;
        }
        else if (vanished.FirstOrDefault(candidate => candidate.SharesWith(desired)) is { } alike)
        {
            _suspects[desired] = alike;
        }
    }

    private static RecordedObject? TheOnlyOneAlike(
        DesiredObject desired,
        IReadOnlyCollection<DesiredObject> items,
        IReadOnlyList<RecordedObject> vanished
    )
    {
        var alike = vanished.Where(old => old.Payload.SaysTheSameAs(desired.Payload)).ToList();
        var claims = items.Count(other => other.IsNew && other.Payload.SaysTheSameAs(desired.Payload));
        return alike.Count == 1 && claims == 1 ? alike[0] : null;
    }
}
