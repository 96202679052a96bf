using Galley.Authoring.Import.Columns;
using Galley.Authoring.Import.Times;

namespace Galley.Authoring.Import.Rows;

/// <summary>
/// A line break in a text without quotation marks makes two rows of one. The second looks like no row at all, and the first ends
/// with its text; or the first is too short, and the second begins with the rest of the text.
/// </summary>
internal static class TornRows
{
    private const string Why =
        "its text may be cut at a line break; put quotation marks around the text in the CSV file";

    public static IReadOnlyDictionary<int, string> Find(IReadOnlyList<ImportRow> rows, DateOrder dates)
    {
        var torn = new Dictionary<int, string>();
        for (var index = 0; index < rows.Count; index++)
        {
            if (!IsFragment(rows[index], dates))
            {
                continue;
            }

            torn[rows[index].Number] = Why;
            if (index > 0 && TextIsLast(rows[index - 1]))
            {
                torn[rows[index - 1].Number] = Why;
            }

            if (index + 1 < rows.Count && TextIsFirst(rows[index + 1]))
            {
                torn[rows[index + 1].Number] = Why;
            }
        }

        return torn;
    }

    /// <summary>It ends before its text or its date, or its date is none.</summary>
    private static bool IsFragment(ImportRow row, DateOrder dates)
    {
        var (cells, map) = (row.Row.Cells, row.Map);
        if (map.Headers.Count < 2 || cells.All(cell => cell.IsDelimited))
        {
            return false;
        }

        return IsMissing(Column.Text, row) || IsMissing(Column.Date, row) || HasNoDay(row, dates);
    }

    private static bool IsMissing(Column column, ImportRow row) =>
        row.Map.Meanings.ToList().IndexOf(column) is var index and >= 0 && index >= row.Row.Cells.Count;

    private static bool HasNoDay(ImportRow row, DateOrder dates) =>
        row.Moment.Length > 0 && !row.AsksForSlot && dates.Read(CellMoment.From(row.Moment).Date) is null;

    private static bool TextIsLast(ImportRow row) => IsOpenText(row, row.Row.Cells.Count - 1);

    private static bool TextIsFirst(ImportRow row) => IsOpenText(row, 0);

    private static bool IsOpenText(ImportRow row, int index) =>
        index >= 0
        && index < row.Map.Meanings.Count
        && row.Map.Meanings[index] == Column.Text
        && !row.Row.Cells[index].IsDelimited;
}
