using System.Text;
using CsvHelper;

namespace Galley.Authoring.Import;

/// <summary>A spreadsheet's rows by what their columns mean.</summary>
internal sealed record CsvSheet(IReadOnlyList<CsvRow> Rows, IReadOnlyList<string> UnknownColumns)
{
    private static readonly char[] Separators = [',', ';', '\t'];
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static CsvSheet Read(ReadOnlySpan<byte> bytes)
    {
        var text = Decode(bytes);
        // The separator is the one under which the headers mean something: commas within a text say nothing.
        var separator = Separators.MaxBy(candidate =>
            HeadersOf(text, candidate).Count(header => ColumnNames.For(header) is not null)
        );
        var headers = HeadersOf(text, separator);
        var columns = headers.Select(ColumnNames.For).ToArray();
        Check(headers, columns);
        var unknown = headers
            .Where(header => ColumnNames.For(header) is null && !string.IsNullOrWhiteSpace(header))
            .ToList();
        return new CsvSheet([.. RowsOf(text, separator, columns)], unknown);
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            {
                return new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(
                    bytes[2..]
                );
            }

            return StrictUtf8.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new GalleyException(
                "The file is not UTF-8, so its letters can't be told for sure: in Excel, save it again as \"CSV UTF-8\"; in others, choose the encoding UTF-8."
            );
        }
    }

    private static void Check(string[] headers, Column?[] columns)
    {
        if (!columns.Contains(Column.Text))
        {
            throw new GalleyException(
                $"No column holds the posts' texts. The first row gives the columns: {string.Join(", ", headers.Select(header => $"\"{header.Trim()}\""))}. Call one of them text, message, caption, content or post."
            );
        }

        foreach (var single in (ReadOnlySpan<Column>)[Column.Text, Column.Date, Column.Time])
        {
            var same = headers.Where((_, index) => columns[index] == single).ToList();
            if (same.Count > 1)
            {
                throw new GalleyException(
                    $"The columns {string.Join(" and ", same.Select(header => $"\"{header.Trim()}\""))} mean the same: take all but one out, or give them other names."
                );
            }
        }
    }

    private static string[] HeadersOf(string text, char separator)
    {
        using var reader = Open(text, separator, static _ => { });
        return reader.Read() ? reader.Current.ToArray() : [];
    }

    private static IEnumerable<CsvRow> RowsOf(string text, char separator, Column?[] columns)
    {
        // A quotation mark that nobody closed takes in all that follows: that row can't be trusted.
        var isCutOff = false;
        using var reader = Open(text, separator, record =>
            isCutOff |= record.Reason == CsvMalformedReason.UnterminatedQuote
        );
        reader.Read();
        for (var row = 2; reader.Read(); row++)
        {
            var cells = reader.Current.ToArray();
            if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                yield return new CsvRow(
                    row,
                    cells
                        .Zip(columns)
                        .Where(cell => cell.Second is not null)
                        .ToLookup(cell => cell.Second!.Value, cell => cell.First),
                    isCutOff
                );
            }
        }
    }

    private static CsvReader Open(string text, char separator, Action<CsvMalformedRecord> malformed) =>
        CsvReader.FromText(
            text,
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                SkipEmptyLines = false,
                OnMalformedRecord = malformed,
            }
        );
}
