using Galley.Authoring.Import.Columns;

namespace Galley.Authoring.Import.Rows.Checks;

/// <summary>
/// A remark such as "please check with legal" is never published, but the post should not go out over it either: unless the sheet
/// says that the row is ready, or the person who imports chose the column as notes.
/// </summary>
internal sealed class OpenRemarks : IRowCheck
{
    public IEnumerable<Finding> Check(ImportRow row, RowContext context) =>
        row.Filled(Column.Remark)
            .Where(cell => !cell.IsChosen && !ReadyStatus.IsSaid(row))
            .Select(cell => Finding.Draft($"it has {cell.Header}: \"{Finding.Start(cell.Text)}\""))
            .Take(1);
}
