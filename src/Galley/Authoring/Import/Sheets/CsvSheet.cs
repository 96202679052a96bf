using System.Text;
using CsvHelper;

namespace Galley.Authoring.Import.Sheets;

/// <summary>Reads a CSV file: commas, semicolons or tabs; UTF-8 or UTF-16.</summary>
internal static class CsvSheet
{
    private const int RowsToLookAt = 20;
    private const string UnmatchedQuotes =
        "its quotation marks do not match, so the text may be cut or may contain the next rows; "
        + "inside a quoted cell, write each quotation mark twice (\"\")";
    private static readonly char[] Separators = [',', ';', '\t'];
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static Sheet Read(ReadOnlySpan<byte> bytes, Func<string, bool> isHeader)
    {
        var text = Decode(bytes);
        var separator = Separators.MaxBy(candidate => Likelihood(text, candidate, isHeader));
        return Sheet.From(Rows(text, separator), Sheet.Csv);
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (
                bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            )
            {
                return new UnicodeEncoding(
                    bigEndian: bytes[0] == 0xFE,
                    byteOrderMark: true,
                    throwOnInvalidBytes: true
                ).GetString(bytes[2..]);
            }

            return StrictUtf8.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        }
        catch (ArgumentException)
        {
            throw new GalleyException(
                "The file is not valid UTF-8, so some letters would be wrong. In Excel, save it again as \"CSV UTF-8\". "
                    + "In other programs, choose the encoding UTF-8."
            );
        }
    }

    /// <summary>Known headers decide. Without any, the separator that gives the first rows the same number of cells.</summary>
    private static int Likelihood(string text, char separator, Func<string, bool> isHeader)
    {
        var rows = Rows(text, separator).Where(row => !row.IsBlank).Take(RowsToLookAt).ToList();
        if (rows.Count == 0)
        {
            return 0;
        }

        var known = rows.Max(row => row.Cells.Count(cell => isHeader(cell.Text)));
        var width = rows[0].Cells.Count;
        return (known * RowsToLookAt) + (width == 1 ? 0 : rows.Count(row => row.Cells.Count == width) - 1);
    }

    private static IEnumerable<SheetRow> Rows(string text, char separator)
    {
        using var reader = CsvReader.FromText(
            text,
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                SkipEmptyLines = false,
            }
        );
        for (var number = 1; reader.Read(); number++)
        {
            var values = reader.Current.ToArray();
            var cells = new SheetCell[values.Length];
            string? damage = null;
            for (var index = 0; index < cells.Length; index++)
            {
                var raw = Encoding.UTF8.GetString(reader.GetRawSpan(index));
                damage ??= HasMatchingQuotes(raw) ? null : UnmatchedQuotes;
                cells[index] = new SheetCell(values[index], raw.StartsWith('"'));
            }

            yield return new SheetRow(number, cells) { Damage = damage };
        }
    }

    /// <summary>The reader mends what it can; here a cell that needs mending is not trusted.</summary>
    private static bool HasMatchingQuotes(string raw)
    {
        if (raw.StartsWith('"'))
        {
            return raw.Length > 1
                && raw.EndsWith('"')
                && !raw[1..^1].Replace("\"\"", "", StringComparison.Ordinal).Contains('"');
        }

        return raw.Count(character => character == '"') % 2 == 0 && !raw.TrimStart().StartsWith('"');
    }
}
