namespace Galley.Authoring.Import.Rows;

/// <param name="IsChosen">The person who imports said what the column means.</param>
internal readonly record struct RowCell(string Header, string Text, bool IsChosen);
