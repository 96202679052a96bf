using Galley.Authoring.Import.Columns;

namespace Galley.Authoring.Import.Rows;

/// <summary>What a team wrote for itself: it goes into the post's notes, which are never published.</summary>
internal static class RowNotes
{
    /// <param name="others">Of the team's labels, those that are none.</param>
    public static string? From(ImportRow row, IEnumerable<RowCell> others)
    {
        var lines = row.Filled(Column.Remark).Concat(others).Select(Line).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static string Line(RowCell cell) => $"{cell.Header}: {Visible(cell.Text.Trim().ReplaceLineEndings("\n"))}";

    private static string Visible(string text) =>
        string.Concat(text.Where(character => character == '\n' || !char.IsControl(character)));
}
