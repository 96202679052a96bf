namespace Galley.Sandbox.Responses;

/// <summary>One page of a list. § Direct and Agency Patterns: limit and offset, 50 by default, at most 100.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Rows, Pagination Pagination)
{
    public static Page<T> From(IReadOnlyList<T> all, int limit, int offset) =>
        new([.. all.Skip(offset).Take(limit)], new Pagination(limit, offset, offset + (long)limit < all.Count));

    public Page<TShown> Select<TShown>(Func<T, TShown> show) => new([.. Rows.Select(show)], Pagination);
}

internal sealed record Pagination(int Limit, int Offset, bool HasMore);
