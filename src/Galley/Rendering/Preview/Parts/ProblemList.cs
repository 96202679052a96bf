using Galley.Diagnostics;

namespace Galley.Rendering.Preview.Parts;

/// <summary>What is wrong, beside what it is about.</summary>
internal static class ProblemList
{
    private const int Longest = 100;

    public static Html Render(IEnumerable<Diagnostic> problems)
    {
        var list = problems.OrderByDescending(problem => problem.Severity).ToList();
        if (list.Count == 0)
        {
            return Html.None;
        }

        var more =
            list.Count > Longest
                ? Html.From(
                    $"<li class=\"quiet\">and {list.Count - Longest} more; `galley validate` lists them all</li>"
                )
                : Html.None;
        return Html.From($"<ul class=\"problems\">{list.Take(Longest).Select(Item)}{more}</ul>\n");
    }

    private static Html Item(Diagnostic problem)
    {
        var severity = SeverityName.For(problem.Severity);
        var place = FormattableString.Invariant($"{problem.Path}:{problem.At.Line}:{problem.At.Column}");
        var help =
            problem.Help.Length > 0
                ? Html.From($" <span class=\"help\">{Inline.Sentence(problem.Help)}</span>")
                : Html.None;
        return Html.From(
            $"<li class=\"p-{severity}\"><strong>{severity} {problem.Code}</strong> "
                + $"{Inline.Sentence(problem.Message)}{help} <span class=\"place\">{place}</span></li>"
        );
    }
}
