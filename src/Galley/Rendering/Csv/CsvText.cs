using Galley.Reporting.Exports;

namespace Galley.Rendering.Csv;

/// <summary>A whole table as a text.</summary>
public static class CsvText
{
    public static string Write<T>(IReadOnlyList<CsvColumn<T>> columns, IEnumerable<T> rows)
    {
        using var writer = new StringWriter();
        using (var table = new CsvTable<T>(writer, columns))
        {
            foreach (var row in rows)
            {
                table.Add(row);
            }
        }

        return writer.ToString();
    }
}
