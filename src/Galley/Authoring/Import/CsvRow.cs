namespace Galley.Authoring.Import;

/// <param name="Number">As a spreadsheet counts: the headers are row 1.</param>
/// <param name="HasOpenQuote">Its quotation marks do not come in pairs.</param>
internal sealed record CsvRow(int Number, ILookup<Column, string> Cells, bool HasOpenQuote)
{
    public string Text => Cells[Column.Text].FirstOrDefault() ?? "";

    /// <summary>Day and time of day, from one column or two; empty for none.</summary>
    public string Moment =>
        string.Join(
            ' ',
            Cells[Column.Date].Concat(Cells[Column.Time]).Select(cell => cell.Trim()).Where(cell => cell.Length > 0)
        );

    public IEnumerable<string> Filled(Column column) => Cells[column].Where(cell => !string.IsNullOrWhiteSpace(cell));
}
