namespace Galley.Reporting.Exports;

/// <summary>A column: its name in the first row, and its cell of each other.</summary>
/// <param name="Cell">A text, a number, an instant, a flag, or null for an empty cell.</param>
public sealed record CsvColumn<T>(string Name, Func<T, object?> Cell);
