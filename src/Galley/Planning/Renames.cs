using Galley.Ledger;

namespace Galley.Planning;

/// <summary>
/// Tells renamed files from new ones, among the files of one kind. The API can't say what exists, so a new file that
/// looks like something already sent, or maybe sent, is never created on a guess: it is a move when that is certain, and
/// held when it is likely.
/// </summary>
internal sealed class Renames
{
    private readonly Dictionary<Item, Baseline> _moves = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Item, Baseline> _suspects = new(ReferenceEqualityComparer.Instance);

    /// <param name="items">Everything of one kind that has a file.</param>
    /// <param name="vanished">Live and in-doubt objects without a file, of any kind.</param>
    public Renames(IReadOnlyCollection<Item> items, IReadOnlyCollection<Baseline> vanished)
    {
        if (vanished.Count == 0) return;
        foreach (var item in items.Where(item => item.IsNew && item.MovedFrom is not { Key: null }))
        {
            Examine(item, items, [.. vanished.Where(old => old.Known.Kind == item.Kind)]);
        }
    }

    public Baseline? MoveOf(Item item) => _moves.GetValueOrDefault(item);

    public Baseline? SuspectOf(Item item) => _suspects.GetValueOrDefault(item);

    /// <summary>Whether a vanished object is spoken for: then it is not sure that anybody wants it removed.</summary>
    public bool Explains(Baseline old) => _moves.ContainsValue(old) || _suspects.ContainsValue(old);

    private void Examine(Item item, IReadOnlyCollection<Item> items, IReadOnlyList<Baseline> vanished)
    {
        // A name that the ledger never heard frees nothing: the file was renamed twice before an apply took down the first.
        var old = vanished.FirstOrDefault(candidate => candidate.Known.Key == item.MovedFrom?.Key) ?? TheOnlyOneAlike(item, items, vanished);

        if (old is { Known.State: ObjectState.Live }) _moves[item] = old;
        else if (old is not null) _suspects[item] = old;
        else if (vanished.FirstOrDefault(candidate => candidate.SharesWith(item)) is { } alike) _suspects[item] = alike;
    }

    private static Baseline? TheOnlyOneAlike(Item item, IReadOnlyCollection<Item> items, IReadOnlyList<Baseline> vanished)
    {
        var alike = vanished.Where(old => old.Payload.SaysTheSameAs(item.Payload)).ToList();
        var claims = items.Count(other => other.IsNew && other.Payload.SaysTheSameAs(item.Payload));
        return alike.Count == 1 && claims == 1 ? alike[0] : null;
    }
}
