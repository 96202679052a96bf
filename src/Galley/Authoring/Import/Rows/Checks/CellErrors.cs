using Galley.Authoring.Import.Columns;
using Galley.Authoring.Import.Sheets;

namespace Galley.Authoring.Import.Rows.Checks;

/// <summary>No cell that is read is an error of the spreadsheet program.</summary>
internal sealed class CellErrors : IRowCheck
{
    public IEnumerable<Finding> Check(ImportRow row, RowContext context)
    {
        for (var index = 0; index < Math.Min(row.Map.Meanings.Count, row.Row.Cells.Count); index++)
        {
            var cell = row.Row.Cells[index].Text;
            if (row.Map.Meanings[index] is not (null or Column.Ignored) && SpreadsheetError.Is(cell))
            {
                yield return Finding.LeaveOut(
                    cell.Trim().All(character => character == '#')
                        ? $"its {row.Map.Headers[index]} is \"{cell.Trim()}\": the column was too narrow to show the value"
                        : $"its {row.Map.Headers[index]} is the error \"{cell.Trim()}\" of the spreadsheet program"
                );
            }
        }
    }
}
