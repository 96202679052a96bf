namespace Galley.Authoring.Import;

/// <param name="Row">As a spreadsheet counts: the first row is 1.</param>
/// <param name="Start">The first words of its text, to find it in the sheet.</param>
/// <param name="Why">The end of a sentence that begins with "because".</param>
public sealed record LeftOutRow(int Row, string Start, string Why);
