using Galley.Authoring.Import.Columns;
using Galley.Authoring.Import.Sheets;
using Galley.Content;

namespace Galley.Authoring.Import.Rows;

/// <summary>A row of a sheet, read through the meaning of its columns.</summary>
internal sealed record ImportRow(SheetRow Row, ColumnMap Map)
{
    /// <summary>What people write into a cell that they leave empty.</summary>
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "n/a",
        "na",
        "none",
        "nil",
        "null",
        "no",
        "-",
        "–",
        "—",
        "/",
    };

    public int Number => Row.Number;

    public string Text => Cells(Column.Text).FirstOrDefault().Text ?? "";

    /// <summary>Day and time of day, from one column or two; empty for none.</summary>
    public string Moment =>
        string.Join(
            ' ',
            Cells(Column.Date).Concat(Cells(Column.Time)).Select(cell => cell.Text.Trim()).Where(IsFilled)
        );

    /// <summary>Instead of a time.</summary>
    public bool AsksForSlot => Moment.Equals(Post.NextSlot, StringComparison.OrdinalIgnoreCase);

    /// <summary>The cells of a meaning, with their headers; blank cells too.</summary>
    public IEnumerable<RowCell> Cells(Column column)
    {
        for (var index = 0; index < Map.Meanings.Count; index++)
        {
            if (Map.Meanings[index] == column)
            {
                yield return new RowCell(Map.Headers[index], TextAt(index), Map.Chosen.Contains(index));
            }
        }
    }

    /// <summary>The cells of a meaning that say something.</summary>
    public IEnumerable<RowCell> Filled(Column column) => Cells(column).Where(cell => IsFilled(cell.Text));

    private string TextAt(int index) => index < Row.Cells.Count ? Row.Cells[index].Text : "";

    private static bool IsFilled(string text) => !string.IsNullOrWhiteSpace(text) && !Nothing.Contains(text.Trim());
}
