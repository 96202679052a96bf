using System.Collections.Immutable;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering;
using Galley.Rendering.Text;

namespace Galley.Cli.Output;

/// <summary>Diagnostics for people, each with the source line.</summary>
internal sealed class DiagnosticPrinter(Shell shell, CommonOptions common, Workspace workspace)
{
    /// <summary>Problems that the plan's own lines already show: nobody wants to read them twice.</summary>
    private static readonly ImmutableHashSet<string> SaidByThePlan =
    [
        .. PlanDiagnostics.OfActions.Select(code => code.Id),
    ];

    private const int MostBesides = 12;

    private readonly Dictionary<string, string[]> _files = [];

    /// <summary>As <c>validate</c>'s result.</summary>
    public void WriteAll(ImmutableArray<Diagnostic> diagnostics)
    {
        var shown = diagnostics.Where(IsShown).ToList();
        shell.Out.Write(DiagnosticText.Write(shown, LineOf, Palette, Width));
        if (shown.Count > 0)
        {
            shell.Out.WriteLine();
        }

        shell.Out.WriteLine(Totals(diagnostics));
    }

    /// <summary>Beside another result, on stderr: the first that fit on a page, what is worst first.</summary>
    public void Write(ImmutableArray<Diagnostic> diagnostics, bool isWhole = false)
    {
        var all = diagnostics
            .Where(diagnostic => IsShown(diagnostic) && !SaidByThePlan.Contains(diagnostic.Code))
            .ToList();
        if (all.Count == 0)
        {
            return;
        }

        var shown = isWhole || all.Count <= MostBesides ? [.. all] : Worst(all);
        shell.Error.Write(DiagnosticText.Write(shown, LineOf, Palette, Width));
        shell.Error.WriteLine();
        if (shown.Length < all.Count)
        {
            shell.Error.WriteLine($"Not shown: {Counts([.. all.Except(shown)])}. `galley plan --verbose` shows all.");
            shell.Error.WriteLine();
        }
    }

    private static ImmutableArray<Diagnostic> Worst(List<Diagnostic> all) =>
        DiagnosticOrder.SortedOnce(all.OrderByDescending(diagnostic => diagnostic.Severity).Take(MostBesides));

    private Palette Palette => common.HasColor ? Palette.Coloured : Palette.Plain;

    private int Width => common.HasScreen ? shell.Width : int.MaxValue;

    private bool IsShown(Diagnostic diagnostic) => !common.IsQuiet || diagnostic.Severity > Severity.Note;

    private string Totals(ImmutableArray<Diagnostic> diagnostics)
    {
        var clients = Plural.Format(workspace.Slugs.Count, "client");
        if (diagnostics.IsEmpty)
        {
            return $"{clients}: no problems.";
        }

        return $"{clients}: {Counts(diagnostics)}.";
    }

    private static string Counts(ImmutableArray<Diagnostic> diagnostics)
    {
        Severity[] severities = [Severity.Error, Severity.Warning, Severity.Note];
        return string.Join(
            ", ",
            severities
                .Select(severity => Total(severity, diagnostics.Count(diagnostic => diagnostic.Severity == severity)))
                .OfType<string>()
        );
    }

    private static string? Total(Severity severity, int count) =>
        count == 0 ? null : Plural.Format(count, SeverityName.For(severity));

    private string? LineOf(string path, int line)
    {
        if (!_files.TryGetValue(path, out var lines))
        {
            _files[path] = lines = SourceText.TryRead(Path.Combine(workspace.Repository.Root, path))?.Split('\n') ?? [];
        }

        return line <= lines.Length ? SecretField.Hide(lines[line - 1]) : null;
    }
}
