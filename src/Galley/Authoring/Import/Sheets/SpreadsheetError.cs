using System.Text.RegularExpressions;

namespace Galley.Authoring.Import.Sheets;

/// <summary>What a spreadsheet program shows when a cell has no value, in its several languages.</summary>
internal static partial class SpreadsheetError
{
    /// <summary>The whole cell is an error, or the signs that stand for a column that is too narrow.</summary>
    public static bool Is(string cell) => Whole().IsMatch(cell.Trim());

    /// <summary>An error is somewhere in the text.</summary>
    public static bool IsIn(string text) => Anywhere().IsMatch(text);

    [GeneratedRegex(
        @"^(?:#+|#[¿¡]?[\p{Lu}0-9][\p{Lu}0-9/_]*[!?]|#N/A|#NV|#N/D|#NE|#GETTING_DATA|#BUSY!?|Err:[0-9]{3}|Loading\.{3})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NULL!|NUM!|SPILL!|CALC!|FIELD!|ERROR!|BEZUG!|WERT!|ZAHL!|NOM\?|VALEUR!)|########",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Anywhere();
}
