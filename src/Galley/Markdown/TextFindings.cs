using Galley.Diagnostics;

namespace Galley.Markdown;

/// <summary>What is wrong in a text, gathered while it is written. Lines are quoted at the end, when they are whole.</summary>
internal sealed class TextFindings
{
    private static readonly IComparer<TextProblem> ByPlace = Comparer<TextProblem>.Create(
        (one, other) => one.At.CompareTo(other.At)
    );

    private readonly List<TextProblem> _problems = [];
    private readonly List<(TextProblem Problem, Range Read)> _withLines = [];

    public DroppedMarks Dropped { get; } = new();

    public void Add(TextProblem problem) => _problems.Add(problem);

    /// <summary>Its message ends with the lines that <paramref name="read"/> stands on.</summary>
    public void AddWithLines(TextProblem problem, Range read) => _withLines.Add((problem, read));

    public bool Has(DiagnosticCode code, int line) =>
        _problems.Exists(problem => problem.Code == code && problem.At.Line == line);

    public IEnumerable<TextProblem> In(string output, IEnumerable<TextProblem> unread) =>
        _problems
            .Concat(unread)
            .Concat(Dropped.Notes(output))
            .Concat(_withLines.Select(found => WithLines(found.Problem, output, found.Read)))
            .Order(ByPlace);

    private static TextProblem WithLines(TextProblem problem, string output, Range read) =>
        problem with
        {
            Message = $"{problem.Message} {Quotes.WillRead(output, [read])}",
        };
}
