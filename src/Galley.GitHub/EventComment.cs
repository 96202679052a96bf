namespace Galley.GitHub;

/// <summary>
/// The comment that started the run. Its text reaches Galley on another way, so that nothing else need be trusted
/// with it.
/// </summary>
/// <param name="Thread">The or pull request's number.</param>
/// <param name="Author">Who wrote it, by login.</param>
public sealed record EventComment(long Id, int Thread, string Author)
{
    /// <summary>Whether it was just written: an edit or a deletion starts runs too.</summary>
    public bool IsNew { get; init; }

    public bool IsByBot { get; init; }
}
