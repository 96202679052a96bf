using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Markdown;

/// <summary>Gathers the marks that LinkedIn can't show, for one note a kind instead of one a mark.</summary>
internal sealed class DroppedMarks
{
    private readonly List<Seen> _kinds = [];

    public enum Kind
    {
        Emphasis,
        Code,
        Quotation,
    }

    public void Add(Kind kind, Position at)
    {
        if (_kinds.Find(seen => seen.Kind == kind) is { } known)
        {
            known.Count++;
        }
        else
        {
            _kinds.Add(new Seen(kind, at) { Count = 1 });
        }
    }

    public IEnumerable<TextProblem> Notes =>
        from seen in _kinds
        let times = seen.Count == 1 ? "once" : $"{seen.Count} times"
        select new TextProblem(
            PostCodes.MarksDropped,
            seen.First,
            $"LinkedIn has no {NameOf(seen.Kind)}; the text uses it {times}, and the marks are left out.",
            HelpFor(seen.Kind)
        );

    private static string NameOf(Kind kind) =>
        kind switch
        {
            Kind.Emphasis => "bold or italics",
            Kind.Code => "code",
            _ => "block quotation",
        };

    private static string HelpFor(Kind kind) =>
        kind switch
        {
            Kind.Emphasis => "The words stay. Take the * or _ out, or stress them another way.",
            Kind.Code => "The words stay. Take the backticks, or the four spaces at the line's start, out.",
            _ => "The words stay. Put them in “quotation marks” to show that they are quoted.",
        };

    private sealed record Seen(Kind Kind, Position First)
    {
        public int Count { get; set; }
    }
}
