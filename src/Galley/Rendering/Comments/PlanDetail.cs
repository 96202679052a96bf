using System.Collections.Immutable;

namespace Galley.Rendering.Comments;

/// <summary>
/// How much of a plan its comment shows. First the texts get shorter, then fewer objects have one, then the rows get fewer, and
/// last the clients; totals always stay.
/// </summary>
/// <param name="Texts">Objects whose text can be unfolded.</param>
/// <param name="Text">UTF-16 units of each text and each side of a diff.</param>
/// <param name="Rows">Of all tables together, and of each list.</param>
/// <param name="Clients">Clients that are named.</param>
internal sealed record PlanDetail(int Texts, int Text, int Rows, int Clients)
{
    private const int Most = 1_000;

    public static readonly ImmutableArray<PlanDetail> Ladder =
    [
        .. Steps(20_000, 200, 5).Select(text => new PlanDetail(Most, text, Most, Most)),
        .. Steps(Most, 5, 6).Select(texts => new PlanDetail(texts, 200, Most, Most)),
        .. Steps(Most, 1, 10).Select(rows => new PlanDetail(0, 0, rows, Most)),
        .. Steps(Most, 1, 4).Select(clients => new PlanDetail(0, 0, 1, clients)),
        new(0, 0, 0, 0),
    ];

    /// <summary>The fullest that fits.</summary>
    /// <param name="write">Longer the more it shows.</param>
    public static string FirstThatFits(int longest, Func<PlanDetail, string> write)
    {
        var (fits, above) = (Ladder.Length - 1, -1);
        while (fits - above > 1)
        {
            var middle = (above + fits) / 2;
            (above, fits) = write(Ladder[middle]).Length <= longest ? (above, middle) : (middle, fits);
        }

        var text = write(Ladder[fits]);
        return text.Length <= longest
            ? text
            : throw new ArgumentException($"Not even the totals fit into {longest} characters.", nameof(longest));
    }

    /// <summary>From much to little, each a part less.</summary>
    private static IEnumerable<int> Steps(int from, int to, int part)
    {
        for (var step = from; step > to; step -= Math.Max(1, step / part))
        {
            yield return step;
        }

        yield return to;
    }
}
