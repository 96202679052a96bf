using Galley.Authoring.Import.Columns;

namespace Galley.Authoring.Import.Rows.Checks;

/// <summary>Where the sheet says whether a row is ready, it says yes.</summary>
internal sealed class ReadyStatus : IRowCheck
{
    /// <summary>The sheet says of this row that it may go out.</summary>
    public static bool IsSaid(ImportRow row) =>
        row.Cells(Column.Status).Any(cell => Answer.IsReady(cell.Text))
        || row.Cells(Column.Approved).Any(cell => Answer.IsYes(cell.Text) || Answer.IsReady(cell.Text));

    public IEnumerable<Finding> Check(ImportRow row, RowContext context) =>
        row.Cells(Column.Status)
            .Select(Status)
            .Concat(row.Cells(Column.Approved).Select(Approval))
            .Concat(row.Cells(Column.Draft).Select(Draft))
            .OfType<Finding>();

    private static Finding? Status(RowCell cell) =>
        cell.Text switch
        {
            _ when Answer.IsPublished(cell.Text) => Finding.LeaveOut($"its {Said(cell)}, so it is out already"),
            _ when Answer.IsRejected(cell.Text) => Finding.LeaveOut($"its {Said(cell)}"),
            _ when Answer.IsReady(cell.Text) => null,
            _ => Finding.Draft($"its {Said(cell)}"),
        };

    private static Finding? Approval(RowCell cell) =>
        Answer.IsYes(cell.Text) ? null
        : Answer.IsNo(cell.Text) ? Finding.Draft($"it is not approved (its {Said(cell)})")
        : Status(cell);

    private static Finding? Draft(RowCell cell) =>
        string.IsNullOrWhiteSpace(cell.Text) || Answer.IsNo(cell.Text) ? null : Finding.Draft($"its {Said(cell)}");

    private static string Said(RowCell cell) =>
        string.IsNullOrWhiteSpace(cell.Text)
            ? $"{cell.Header} is empty"
            : $"{cell.Header} is \"{Finding.Start(cell.Text)}\"";
}
