using Galley.Authoring.Import.Columns;

namespace Galley.Authoring.Import.Rows.Checks;

/// <summary>The row has its cells where the headers say: no comma, line break or quotation mark has moved them.</summary>
internal sealed class WholeRow : IRowCheck
{
    public IEnumerable<Finding> Check(ImportRow row, RowContext context)
    {
        if (row.Row.Damage is { } damage)
        {
            yield return Finding.LeaveOut(damage);
        }

        if (TooManyCells(row) is { } tooMany)
        {
            yield return tooMany;
        }

        if (WithoutHeader(row) is { } stray)
        {
            yield return stray;
        }

        if (IsCutByItsSeparator(row))
        {
            yield return Finding.Draft(
                "its text may be cut at a comma; put quotation marks around the text in the CSV file"
            );
        }

        if (context.Torn.TryGetValue(row.Number, out var torn))
        {
            yield return Finding.Draft(torn);
        }

        if (row.Row.IsHidden)
        {
            yield return Finding.Draft("its row is hidden in the workbook");
        }
    }

    private static Finding? TooManyCells(ImportRow row)
    {
        var (columns, cells) = (row.Map.Headers.Count, row.Row.Cells);
        return row.Map.HasHeaders && cells.Skip(columns).Any(cell => !cell.IsDelimited || !cell.IsBlank)
            ? Finding.LeaveOut(
                $"it has {Plural.Format(cells.Count, "cell")} and the sheet has {Plural.Format(columns, "column")}, "
                    + "so a comma in a text may have cut it"
            )
            : null;
    }

    private static Finding? WithoutHeader(ImportRow row)
    {
        for (var index = 0; index < Math.Min(row.Map.Headers.Count, row.Row.Cells.Count); index++)
        {
            var isNamed = row.Map.HasHeaders ? row.Map.Headers[index].Length > 0 : row.Map.Meanings[index] is not null;
            if (!isNamed && !row.Row.Cells[index].IsBlank)
            {
                var column = HeaderlessLayout.Letters(index);
                return Finding.LeaveOut(
                    $"it has \"{Finding.Start(row.Row.Cells[index].Text)}\" in column {column}, which has no header"
                        + (row.Map.HasHeaders ? "" : $"; to ignore the column, add --column ignore={column}")
                );
            }
        }

        return null;
    }

    /// <summary>An unquoted text whose neighbour begins with a space or with three digits: "Hello, world", "40,000".</summary>
    private static bool IsCutByItsSeparator(ImportRow row)
    {
        var cells = row.Row.Cells;
        var index = row.Map.Meanings.ToList().IndexOf(Column.Text);
        if (index >= cells.Count || cells[index].IsDelimited || cells[index].IsBlank)
        {
            return false;
        }

        return IsContinuation(index > 0 ? cells[index - 1].Text : "", cells[index].Text)
            || (index + 1 < cells.Count && IsContinuation(cells[index].Text, cells[index + 1].Text));
    }

    private static bool IsContinuation(string before, string after) =>
        before.Trim().Length > 0
        && after.Trim().Length > 0
        && (
            char.IsWhiteSpace(after[0])
            || (char.IsAsciiDigit(before[^1]) && after.Length >= 3 && after[..3].All(char.IsAsciiDigit))
        );
}
