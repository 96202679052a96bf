using System.Collections.Immutable;

namespace Galley.Rendering.Comments;

/// <summary>How much is shown. First the texts get shorter, then go, then the rows get fewer; totals always stay.</summary>
/// <param name="Headings">Objects with a heading of their own.</param>
/// <param name="Text">UTF-16 units of each text and each side of a diff.</param>
/// <param name="Rows">Of each table or list.</param>
internal sealed record DetailLevel(int Headings, int Text, int Rows)
{
    public static readonly ImmutableArray<DetailLevel> Ladder =
    [
        new(20, 20_000, 1_000),
        new(20, 3_000, 400),
        new(20, 1_000, 200),
        new(20, 300, 100),
        new(20, 0, 100),
        new(0, 0, 400),
        new(0, 0, 200),
        new(0, 0, 100),
        new(0, 0, 50),
        new(0, 0, 20),
        new(0, 0, 5),
        new(0, 0, 0),
    ];

    public static string FirstThatFits(int longest, Func<DetailLevel, string> write) =>
        Ladder.Select(write).FirstOrDefault(text => text.Length <= longest)
        ?? throw new ArgumentException($"Not even the totals fit into {longest} characters.", nameof(longest));
}
