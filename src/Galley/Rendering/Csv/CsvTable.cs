using System.Globalization;
using CsvHelper;
using Galley.Payloads;
using Galley.Reporting.Exports;
using NodaTime;

namespace Galley.Rendering.Csv;

/// <summary>
/// Rows as CSV, written one by one: a row of names, then commas, quotes where needed, CRLF (RFC 4180). A spreadsheet
/// program must run nothing that stands in a text.
/// </summary>
public sealed class CsvTable<T> : IDisposable
{
    private readonly IReadOnlyList<CsvColumn<T>> _columns;
    private readonly CsvWriter _csv;

    /// <param name="writer">Stays open.</param>
    public CsvTable(TextWriter writer, IReadOnlyList<CsvColumn<T>> columns)
    {
        _columns = columns;
        _csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        foreach (var column in columns)
        {
            _csv.WriteField(column.Name);
        }

        _csv.EndRecord();
    }

    public void Add(T row)
    {
        foreach (var column in _columns)
        {
            _csv.WriteField(Text(column.Cell(row)));
        }

        _csv.EndRecord();
    }

    public void Dispose() => _csv.Dispose();

    private static string? Text(object? cell) =>
        cell switch
        {
            null => null,
            string text => FormulaGuard.Defused(text),
            bool flag => flag ? "true" : "false",
            Instant at => UtcTime.Write(at),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentOutOfRangeException(nameof(cell), cell.GetType(), null),
        };
}
