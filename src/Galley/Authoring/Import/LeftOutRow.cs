namespace Galley.Authoring.Import;

/// <param name="Row">As a spreadsheet counts: the headers are row 1.</param>
/// <param name="Start">The first words of its text, for people who look for it.</param>
/// <param name="Why">A sentence.</param>
public sealed record LeftOutRow(int Row, string Start, string Why);
