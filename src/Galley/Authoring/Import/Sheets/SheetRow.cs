namespace Galley.Authoring.Import.Sheets;

/// <param name="Number">As a spreadsheet counts: the first row is 1.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>Why the cells can't be trusted; null if they can.</summary>
    public string? Damage { get; init; }

    public bool IsHidden { get; init; }

    public bool IsBlank => Cells.All(cell => cell.IsBlank);
}
