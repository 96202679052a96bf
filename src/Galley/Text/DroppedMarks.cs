using Galley.Content;
using Galley.Rules.Codes;

namespace Galley.Text;

/// <summary>Gathers the marks that LinkedIn can't show, for one note a kind instead of one a mark.</summary>
internal sealed class DroppedMarks
{
    private readonly SortedDictionary<Kind, (Position First, int Count)> kinds = [];

    public enum Kind
    {
        Emphasis,
        Code,
        Quotation,
    }

    public void Add(Kind kind, Position at) =>
        kinds[kind] = kinds.TryGetValue(kind, out var seen) ? (seen.First, seen.Count + 1) : (at, 1);

    public IEnumerable<TextProblem> Notes =>
        from kind in kinds
        let times = kind.Value.Count == 1 ? "once" : $"{kind.Value.Count} times"
        select new TextProblem(
            PostCodes.MarksDropped,
            kind.Value.First,
            $"LinkedIn has no {NameOf(kind.Key)}; the text uses it {times}, and the marks are left out.",
            HelpFor(kind.Key));

    private static string NameOf(Kind kind) => kind switch
    {
        Kind.Emphasis => "bold or italics",
        Kind.Code => "code",
        _ => "block quotation",
    };

    private static string HelpFor(Kind kind) => kind switch
    {
        Kind.Emphasis => "The words stay. Take the * or _ out, or stress them another way.",
        Kind.Code => "The words stay. Take the backticks, or the four spaces at the line's start, out.",
        _ => "The words stay. Put them in “quotation marks” to show that they are quoted.",
    };
}
