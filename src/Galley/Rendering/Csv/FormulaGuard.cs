namespace Galley.Rendering.Csv;

/// <summary>
/// Texts that a spreadsheet program would take for a formula get an apostrophe before them, which it reads as "this is
/// text" (OWASP, CSV injection; the wide forms are what East Asian keyboards type).
/// </summary>
internal static class FormulaGuard
{
    private const string Starts = "=+-@＝＋－＠";

    public static string Defused(string text) => IsFormula(text) ? $"'{text}" : text;

    private static bool IsFormula(string text) =>
        text.Length > 0
        && (
            text[0] is '\t' or '\r' or '\n' || (text.AsSpan().TrimStart() is [var first, ..] && Starts.Contains(first))
        );
}
