using Galley.Rendering.Csv;

namespace Galley.Authoring.Import.Sheets;

/// <summary>A spreadsheet's rows, before anybody asks what they mean.</summary>
/// <param name="Rows">In order, without blank rows.</param>
/// <param name="Kind">What to call it in messages.</param>
internal sealed record Sheet(IReadOnlyList<SheetRow> Rows, string Kind)
{
    public const int MostRows = 20_000;
    public const string Csv = "sheet";
    public const string Workbook = "workbook";

    /// <summary>What people should know about how it was read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public static Sheet From(IEnumerable<SheetRow> rows, string kind)
    {
        var filled = rows.Where(row => !row.IsBlank).Take(MostRows + 1).Select(AsTyped).ToList();
        return filled.Count > MostRows
            ? throw new GalleyException($"The {kind} has more than {MostRows:N0} rows. Split it into several files.")
            : new Sheet(filled, kind);
    }

    /// <summary>Without the apostrophes that `galley export` and others put before what a program would take for a formula.</summary>
    private static SheetRow AsTyped(SheetRow row) =>
        row with
        {
            Cells = [.. row.Cells.Select(cell => cell with { Text = FormulaGuard.Undone(cell.Text) })],
        };
}
