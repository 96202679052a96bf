using Galley.Authoring.Import.Sheets;

namespace Galley.Authoring.Import.Columns;

/// <summary>The row of the headers: mostly the first, sometimes below a title.</summary>
internal static class HeaderRowFinder
{
    private const int RowsToLookAt = 10;

    public static SheetRow Find(Sheet sheet, IReadOnlyList<ColumnChoice> choices)
    {
        if (sheet.Rows.Count == 0)
        {
            throw new GalleyException($"The {sheet.Kind} is empty.");
        }

        return sheet.Rows.Take(RowsToLookAt).FirstOrDefault(row => IsHeader(row, choices)) ?? sheet.Rows[0];
    }

    /// <summary>It names the text and something else, or it is one of the columns that a person named.</summary>
    private static bool IsHeader(SheetRow row, IReadOnlyList<ColumnChoice> choices)
    {
        var meanings = row.Cells.Select(cell => ColumnNames.For(cell.Text)).OfType<Column>().ToList();
        return (meanings.Contains(Column.Text) && (meanings.Count > 1 || row.Cells.Count(cell => !cell.IsBlank) == 1))
            || choices.Any(choice =>
                row.Cells.Any(cell => cell.Text.Trim().Equals(choice.Header, StringComparison.OrdinalIgnoreCase))
            );
    }
}
