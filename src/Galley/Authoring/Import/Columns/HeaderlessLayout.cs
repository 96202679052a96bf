using Galley.Authoring.Import.Sheets;
using Galley.Authoring.Import.Times;

namespace Galley.Authoring.Import.Columns;

/// <summary>
/// Sheets without headers, as two tools want them: Hootsuite's has date, message, link; SocialPilot's has content, picture, date.
/// </summary>
internal static class HeaderlessLayout
{
    private static readonly Column[] Hootsuite = [Column.Date, Column.Text, Column.Link];
    private static readonly Column[] SocialPilot = [Column.Text, Column.Media, Column.Date];

    /// <returns>Null for a sheet with headers.</returns>
    public static ColumnMap? Detect(Sheet sheet)
    {
        if (sheet.Rows.Count == 0 || sheet.Rows[0].Cells is not { Count: >= 2 } cells)
        {
            return null;
        }

        if (IsMoment(cells[0]) && !cells[1].IsBlank)
        {
            return Lettered(sheet, Hootsuite);
        }

        return cells.Count > 2 && IsMoment(cells[2]) && !cells[0].IsBlank && IsLinkOrBlank(cells[1])
            ? Lettered(sheet, SocialPilot)
            : null;
    }

    /// <summary>The columns are called by their letters, as spreadsheet programs show them.</summary>
    public static ColumnMap Lettered(Sheet sheet, IReadOnlyList<Column> layout)
    {
        var width = sheet.Rows.Count == 0 ? 0 : sheet.Rows.Max(row => row.Cells.Count);
        return new ColumnMap(
            [.. Enumerable.Range(0, width).Select(Letters)],
            [.. Enumerable.Range(0, width).Select(index => index < layout.Count ? layout[index] : (Column?)null)]
        );
    }

    public static string Letters(int index) =>
        (index < 26 ? "" : Letters((index / 26) - 1)) + (char)('A' + (index % 26));

    private static bool IsMoment(SheetCell cell) =>
        CellMoment.From(cell.Text) is { Time: not null, Date.Length: > 5 } moment && char.IsAsciiDigit(moment.Date[^1]);

    private static bool IsLinkOrBlank(SheetCell cell) =>
        cell.IsBlank || cell.Text.TrimStart().StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
