using System.Collections.Immutable;

namespace Galley.Ledger.Events;

/// <summary>
/// The moves of one plan as events that bring it about one after the other. A chain (a to b, b to c) begins at its end. Files that
/// swapped their names are an exchange, which is one event: so a write that is cut short leaves nothing under a key of neither.
/// </summary>
public static class MoveOrder
{
    /// <param name="moves">No two with one key, and no two from one key.</param>
    public static ImmutableArray<Moved> Of(IEnumerable<Moved> moves)
    {
        var left = moves.Where(move => move.From != move.Key).ToList();
        var ordered = ImmutableArray.CreateBuilder<Moved>(left.Count);
        while (left.Count > 0)
        {
            var next = left.Find(move => Occupant(left, move) < 0) ?? left[0];
            left.Remove(next);
            ordered.Add(next);
            if (Occupant(left, next) is >= 0 and var exchanged)
            {
                left[exchanged] = left[exchanged] with { From = next.From };
                left.RemoveAll(move => move.From == move.Key);
            }
        }

        return ordered.ToImmutable();
    }

    /// <summary>Where in the list that is which moves away from the move's key; -1 when none does.</summary>
    private static int Occupant(List<Moved> left, Moved move) =>
        left.FindIndex(other => other.Kind == move.Kind && other.From == move.Key);
}
