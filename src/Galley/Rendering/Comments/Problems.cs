using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Galley.Diagnostics;
using Galley.Planning;

namespace Galley.Rendering.Comments;

/// <summary>
/// What is wrong, by file, the files with errors first; each with a link to edit it and, where that is certain, the lines as they
/// should read. What the plan's own rows say is not said again.
/// </summary>
internal sealed class Problems
{
    private static readonly ImmutableHashSet<string> SaidByTheRows =
    [
        .. PlanDiagnostics.OfActions.Select(code => code.Id),
    ];

    private readonly CommentInput _input;
    private readonly ImmutableArray<ImmutableArray<Diagnostic>> _files;
    private readonly ImmutableArray<Diagnostic> _inTheWay;

    /// <summary>The clients whose own files have errors here.</summary>
    private readonly HashSet<string?> _clientsWithErrors;

    public Problems(Plan plan, CommentInput input)
    {
        _input = input;
        _files =
        [
            .. plan
                .Diagnostics.Where(found =>
                    !found.OnBase && found.Severity > Severity.Note && !SaidByTheRows.Contains(found.Code)
                )
                .GroupBy(found => found.Path)
                .Select(file => file.OrderByDescending(found => found.Severity).ToImmutableArray())
                .OrderByDescending(file => file[0].Severity),
        ];
        _clientsWithErrors =
        [
            .. _files
                .SelectMany(file => file)
                .Where(found => found is { Severity: Severity.Error, Client: not null })
                .Select(found => found.Client),
        ];
        var held = plan
            .Clients.Where(client => client.Actions.Any(IsHeldByFiles))
            .Select(client => client.Slug)
            .ToHashSet();
        _inTheWay =
        [
            .. plan.Diagnostics.Where(found =>
                found is { OnBase: true, Severity: Severity.Error }
                && (found.Client is { } client ? held.Contains(client) : held.Count > 0)
            ),
        ];
    }

    /// <summary>
    /// Errors that keep what this pull request does from being sent: its own, or those of the same clients that are on
    /// the base.
    /// </summary>
    public (int Things, int Files) ToFix
    {
        get
        {
            var errors = _files
                .SelectMany(file => file)
                .Where(found => found.Severity == Severity.Error)
                .Concat(_inTheWay)
                .ToList();
            return (errors.Count, errors.Select(found => found.Path).Distinct().Count());
        }
    }

    public void Write(StringBuilder text, PlanDetail detail)
    {
        WriteFiles(text, ToFix.Things > 0 ? "Fix these first" : "Please check", _files, detail);
        WriteFiles(
            text,
            "On main already, and in the way",
            [.. _inTheWay.GroupBy(found => found.Path).Select(file => file.ToImmutableArray())],
            detail
        );
    }

    private void WriteFiles(
        StringBuilder text,
        string heading,
        ImmutableArray<ImmutableArray<Diagnostic>> files,
        PlanDetail detail
    )
    {
        if (files.IsEmpty)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n");
        var left = detail.Rows;
        foreach (var file in files.TakeWhile(_ => left > 0))
        {
            text.Append("\n**")
                .Append(SafeMarkdown.Inline(file[0].Path))
                .Append("**")
                .Append(EditLink(file[0]))
                .Append("\n\n");
            foreach (var found in file.Take(left))
            {
                text.Append("- ").Append(Line(found)).Append('\n');
            }

            WriteCorrections(text, file[0].Path, detail);
            left -= file.Length;
        }

        if (left < 0 || files.Sum(file => file.Length) > detail.Rows)
        {
            text.Append("\n… and ").Append(files.Sum(file => file.Length) - detail.Rows).Append(" more\n");
        }
    }

    private void WriteCorrections(StringBuilder text, string path, PlanDetail detail)
    {
        if (detail.Text == 0)
        {
            return;
        }

        foreach (var correction in _input.Corrections.Where(correction => correction.Path == path))
        {
            var lines =
                correction.First == correction.Last
                    ? $"Line {correction.First}"
                    : $"Lines {correction.First} to {correction.Last}";
            text.Append("\n  ").Append(lines).Append(", corrected:\n\n");
            text.Append(SafeMarkdown.Fenced("yaml", Excerpt.Clip(correction.Text, detail.Text)));
        }
    }

    private string Line(Diagnostic found)
    {
        var help = found.Help.Length > 0 ? " " + SafeMarkdown.Sentence(found.Help) : "";
        return $"{Place(found)}: {SafeMarkdown.Sentence(found.Message)}{help} ({SeverityName.For(found.Severity)} "
            + $"{SafeMarkdown.Inline(found.Code, 10)})";
    }

    private string Place(Diagnostic found)
    {
        var place = $"Line {found.At.Line}";
        return _input.Files is { } files && found.Path.Length <= 1_000
            ? $"[{place}](<{files.AbsoluteUri}{SafeMarkdown.UrlPath(found.Path)}#L{found.At.Line}>)"
            : place;
    }

    private string EditLink(Diagnostic found) =>
        _input.Editor is { } editor && found.Path.Length <= 1_000
            ? $" · [Edit this file](<{editor.AbsoluteUri}{SafeMarkdown.UrlPath(found.Path)}>)"
            : "";

    private static bool IsHeldByFiles(PlanAction action) =>
        action is { Type: ActionType.Held, Reason: Reason.Client, SinceBase: not null };

    /// <summary>Whether this pull request's own errors keep an object back that it does not touch.</summary>
    public bool Holds(ClientPlan client, PlanAction action) =>
        action is { Type: ActionType.Held, Reason: Reason.Client, SinceBase: null }
        && _clientsWithErrors.Contains(client.Slug);
}
