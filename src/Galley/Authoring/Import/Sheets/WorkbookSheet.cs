using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Galley.Authoring.Import.Sheets;

/// <summary>Reads the first visible sheet of an Excel workbook (.xlsx).</summary>
internal static class WorkbookSheet
{
    // The library asks for Windows-1252 as soon as it is configured, although only old workbooks (.xls) have it.
    static WorkbookSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Sheet Read(byte[] bytes)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(WorkbookArchive.Open(bytes));
            return Read(reader);
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            throw new GalleyException(
                "The workbook is damaged and can't be read. "
                    + "Open it in Excel and save it again as \"Excel Workbook (.xlsx)\"."
            );
        }
    }

    /// <summary>What the libraries throw when the file is not what it says it is.</summary>
    private static bool IsDamage(Exception failure) =>
        failure
            is InvalidDataException
                or XmlException
                or ExcelReaderException
                or IOException
                or FormatException
                or OverflowException
                or ArgumentException
                or IndexOutOfRangeException
                or InvalidOperationException
                or NullReferenceException;

    private static Sheet Read(IExcelDataReader reader)
    {
        var names = new List<string>();
        Sheet? first = null;
        do
        {
            if (reader.VisibleState == "visible")
            {
                names.Add($"\"{reader.Name}\"");
                first ??= Sheet.From(Rows(reader), Sheet.Workbook);
            }
        } while (reader.NextResult());

        if (first is null)
        {
            throw new GalleyException("The workbook has no visible sheet.");
        }

        return names.Count == 1
            ? first
            : first with
            {
                Notes =
                [
                    $"Only the first sheet of the workbook, {names[0]}, is read. Not read: {string.Join(", ", names.Skip(1))}.",
                ],
            };
    }

    private static IEnumerable<SheetRow> Rows(IExcelDataReader reader)
    {
        for (var number = 1; reader.Read(); number++)
        {
            var cells = Enumerable
                .Range(0, reader.FieldCount)
                .Select(index => new SheetCell(TextOf(reader, index), true));
            yield return new SheetRow(number, [.. cells]) { IsHidden = reader.RowHeight == 0 };
        }
    }

    private static string TextOf(IExcelDataReader reader, int index) =>
        reader.GetValue(index) switch
        {
            null => "",
            string text => text,
            DateTime time => Moment(time, reader.GetNumberFormatString(index) ?? ""),
            TimeSpan time => ToSecond(DateTime.MinValue + time).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            bool flag => flag ? "TRUE" : "FALSE",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? "",
        };

    /// <summary>A cell can show a day, a time of day, or both; its format says which.</summary>
    private static string Moment(DateTime time, string format)
    {
        var hasDay =
            format.Contains('y', StringComparison.OrdinalIgnoreCase)
            || format.Contains('d', StringComparison.OrdinalIgnoreCase);
        var hasTime = format.Contains('h', StringComparison.OrdinalIgnoreCase) || time.TimeOfDay != TimeSpan.Zero;
        var pattern = (hasDay, hasTime) switch
        {
            (true, true) => "yyyy-MM-dd HH:mm:ss",
            (false, true) => "HH:mm:ss",
            _ => "yyyy-MM-dd",
        };
        return ToSecond(time).ToString(pattern, CultureInfo.InvariantCulture);
    }

    /// <summary>A workbook keeps times as fractions of a day, so 10:00 may come as 09:59:59.9999.</summary>
    private static DateTime ToSecond(DateTime time) =>
        new(
            (time.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond,
            time.Kind
        );
}
