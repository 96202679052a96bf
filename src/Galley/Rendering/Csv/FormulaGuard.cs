using System.Text.RegularExpressions;

namespace Galley.Rendering.Csv;

/// <summary>
/// Texts that a spreadsheet program would take for a formula get an apostrophe before them, which it reads as "this is
/// text" (OWASP, CSV injection; the wide forms are what East Asian keyboards type).
/// </summary>
internal static partial class FormulaGuard
{
    private const string Starts = "=+-@＝＋－＠";

    public static string Defused(string text) => IsFormula(text) ? $"'{text}" : text;

    /// <summary>Without that apostrophe. One that begins a quotation is a word's own: <c>'+40 %' says the report</c>.</summary>
    public static string Undone(string text) =>
        text.StartsWith('\'') && IsFormula(text[1..]) && !ClosingQuote.IsMatch(text) ? text[1..] : text;

    private static bool IsFormula(string text) =>
        text.Length > 0
        && (
            text[0] is '\t' or '\r' or '\n' || (text.AsSpan().TrimStart() is [var first, ..] && Starts.Contains(first))
        );

    [GeneratedRegex(@"(?<=\S)'(?!\w)")]
    private static partial Regex ClosingQuote { get; }
}
