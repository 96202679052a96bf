namespace Galley.Authoring.Import.Sheets;

/// <param name="IsDelimited">
/// The cell's ends are certain: it is quoted in a CSV file, or it is a cell of a workbook. An unquoted cell of a CSV file may be
/// a piece of a text that has a comma or a line break.
/// </param>
internal readonly record struct SheetCell(string Text, bool IsDelimited)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
