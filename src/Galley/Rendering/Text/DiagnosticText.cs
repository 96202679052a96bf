using System.Text;
using Galley.Diagnostics;

namespace Galley.Rendering.Text;

/// <summary>Diagnostics as people read them in a terminal: where, what, the line itself with a caret, what to type instead.</summary>
public static class DiagnosticText
{
    private const int WidestLine = 160;
    private const int NarrowestLine = 30;
    private const string LineIndent = "    ";

    /// <param name="width">
    /// Columns that there are, where lines are broken for a person; whoever searches a log wants each on one line.
    /// </param>
    /// <param name="lineOf">
    /// A line of a file, by its path from the content root and its number from 1; null when there is none to show.
    /// </param>
    public static string Write(
        IEnumerable<Diagnostic> diagnostics,
        Func<string, int, string?> lineOf,
        Palette palette,
        int width = int.MaxValue
    ) => string.Join('\n', diagnostics.Select(diagnostic => Write(diagnostic, lineOf, palette, width)));

    public static string Write(
        Diagnostic diagnostic,
        Func<string, int, string?> lineOf,
        Palette palette,
        int width = int.MaxValue
    )
    {
        var text = new StringBuilder();
        var (path, at) = (VisibleText.From(diagnostic.Path), diagnostic.At);
        text.Append(palette.Severity(diagnostic.Severity, $"{SeverityName.For(diagnostic.Severity)} {diagnostic.Code}"))
            .Append(' ')
            .Append(palette.Place($"{path}:{at.Line}:{at.Column}"))
            .Append(diagnostic.OnBase ? " (already on main)" : "")
            .Append('\n')
            .Append("  ")
            .Append(WrappedText.Wrap(VisibleText.From(diagnostic.Message), 2, width))
            .Append('\n');
        AppendLine(
            text,
            lineOf(diagnostic.Path, at.Line),
            at.Column,
            palette,
            Math.Clamp(width - LineIndent.Length, NarrowestLine, WidestLine)
        );
        if (diagnostic.Help.Length > 0)
        {
            text.Append("  ")
                .Append(palette.Help("help: "))
                .Append(WrappedText.Wrap(VisibleText.From(diagnostic.Help), "  help: ".Length, width))
                .Append('\n');
        }

        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, string? line, int column, Palette palette, int widest)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        var caret = Math.Clamp(column - 1, 0, line.Length);
        var start = caret > widest - 20 ? caret - widest / 2 : 0;
        var shown = VisibleText.From(line.Substring(start, Math.Min(widest, line.Length - start)));
        text.Append(LineIndent)
            .Append(shown)
            .Append('\n')
            .Append(LineIndent)
            .Append(' ', VisibleText.From(line[start..caret]).Length)
            .Append(palette.Caret("^"))
            .Append('\n');
    }
}
