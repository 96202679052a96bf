namespace Galley.Authoring.Import.Sheets;

/// <summary>Reads a spreadsheet file, whichever of the known kinds it is.</summary>
internal static class SheetReader
{
    /// <summary>Old Excel workbooks, and new ones with a password.</summary>
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> ZipFile => "PK\u0003\u0004"u8;

    /// <param name="isHeader">Whether a cell is a known header; it tells which separator a CSV file has.</param>
    /// <exception cref="GalleyException">It can't be read; the message says what to do.</exception>
    public static Sheet Read(ReadOnlySpan<byte> bytes, Func<string, bool> isHeader)
    {
        if (bytes.StartsWith(CompoundFile))
        {
            throw new GalleyException(
                "This is an old Excel workbook (.xls), or a workbook with a password. "
                    + "In Excel, save it as \"Excel Workbook (.xlsx)\" without a password, or as \"CSV UTF-8\"."
            );
        }

        return bytes.StartsWith(ZipFile) ? WorkbookSheet.Read(bytes.ToArray()) : CsvSheet.Read(bytes, isHeader);
    }
}
