using Galley.Authoring.Import.Columns;

namespace Galley.Authoring.Import.Rows.Checks;

/// <summary>The row needs nothing that import can't make: no video, no document, no poll.</summary>
internal sealed class SupportedKind : IRowCheck
{
    public IEnumerable<Finding> Check(ImportRow row, RowContext context) =>
        row.Filled(Column.Unsupported)
            .Where(cell => !Answer.IsNo(cell.Text))
            .Select(cell =>
                Finding.Draft(
                    $"import can't add its {cell.Header} (\"{Finding.Start(cell.Text)}\"); add it to the file yourself"
                )
            );
}
