using System.Collections.Immutable;
using System.Text;
using Galley.Diagnostics;
using Galley.Planning;

namespace Galley.Rendering.Comments;

/// <summary>What is wrong, worst first, each with a link to its line. What the plan's own rows say is not said again.</summary>
internal sealed class Problems(Plan plan, CommentInput input)
{
    private static readonly ImmutableHashSet<string> SaidByTheRows =
    [
        .. PlanDiagnostics.OfActions.Select(code => code.Id),
    ];

    private readonly ImmutableArray<Diagnostic> _listed =
    [
        .. plan
            .Diagnostics.Where(diagnostic =>
                !diagnostic.OnBase && diagnostic.Severity > Severity.Note && !SaidByTheRows.Contains(diagnostic.Code)
            )
            .OrderByDescending(diagnostic => diagnostic.Severity),
    ];

    /// <summary><c>2 errors, 1 warning</c>; null when all is well.</summary>
    public string? Totals
    {
        get
        {
            var counts = _listed
                .GroupBy(diagnostic => diagnostic.Severity)
                .Select(group => Plural.Format(group.Count(), SeverityName.For(group.Key)));
            return _listed.IsEmpty ? null : string.Join(", ", counts);
        }
    }

    public void Write(StringBuilder text, DetailLevel detail)
    {
        var onBase = plan.Diagnostics.Count(diagnostic => diagnostic is { OnBase: true, Severity: Severity.Error });
        if (_listed.IsEmpty && onBase == 0)
        {
            return;
        }

        text.Append("\n## Problems\n\n");
        foreach (var diagnostic in _listed.Take(detail.Rows))
        {
            text.Append("- ").Append(Line(diagnostic)).Append('\n');
        }

        if (_listed.Length > detail.Rows)
        {
            text.Append("- … and ").Append(_listed.Length - detail.Rows).Append(" more\n");
        }

        if (onBase > 0)
        {
            text.Append("- Errors that are on the base already, in files not touched here: ")
                .Append(onBase)
                .Append('\n');
        }
    }

    private string Line(Diagnostic diagnostic)
    {
        var help = diagnostic.Help.Length > 0 ? " " + SafeMarkdown.Sentence(diagnostic.Help) : "";
        return $"**{SeverityName.For(diagnostic.Severity)} {SafeMarkdown.Inline(diagnostic.Code, 10)}** {Place(diagnostic)}: {SafeMarkdown.Sentence(diagnostic.Message)}{help}";
    }

    private string Place(Diagnostic diagnostic)
    {
        var place = SafeMarkdown.Inline($"{diagnostic.Path}:{diagnostic.At.Line}");
        return input.Files is { } files && diagnostic.Path.Length <= 1_000
            ? $"[{place}](<{files.AbsoluteUri}{SafeMarkdown.UrlPath(diagnostic.Path)}#L{diagnostic.At.Line}>)"
            : place;
    }
}
