namespace Galley.Reporting;

/// <summary>What the same objects gained in a span, and in as many days before it.</summary>
/// <param name="LeftOut">How many objects are in neither, because what they gained in one of the two is not known.</param>
public sealed record Comparison(long Now, long Before, int LeftOut)
{
    /// <summary>Of one object that can't be compared.</summary>
    public static readonly Comparison Impossible = new(0, 0, LeftOut: 1) { IsPossible = false };

    /// <summary>At least one object is compared, so that a zero is one.</summary>
    public bool IsPossible { get; private init; } = true;

    /// <summary>Null where there is none to add, or where each is impossible.</summary>
    public static Comparison? Sum(IEnumerable<Comparison?> all)
    {
        var list = all.OfType<Comparison>().ToList();
        return list.TrueForAll(each => !each.IsPossible)
            ? null
            : new Comparison(list.Sum(each => each.Now), list.Sum(each => each.Before), list.Sum(each => each.LeftOut));
    }
}
