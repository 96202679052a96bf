using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace Galley.Tests.Authoring.Import;

/// <summary>A small Excel workbook, as Excel writes it: texts inline, times as numbers with a format.</summary>
internal sealed class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, string Rows, bool IsHidden)> _sheets = [];

    /// <summary>An error such as #NAME?.</summary>
    public static object Error(string text) => new ErrorCell(text);

    /// <param name="rows">Strings, numbers, booleans, errors, DateTime (day and time), DateOnly, TimeOnly, or null.</param>
    public WorkbookFile Sheet(string name, params object?[][] rows) => Add(name, rows, hiddenRow: 0, isHidden: false);

    public WorkbookFile HiddenSheet(string name, params object?[][] rows) =>
        Add(name, rows, hiddenRow: 0, isHidden: true);

    public WorkbookFile SheetWithAHiddenRow(int hidden, params object?[][] rows) =>
        Add("Posts", rows, hidden, isHidden: false);

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, _sheets.Count).ToList();
            Write(
                archive,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            );
            Write(archive, "_rels/.rels", Links([("workbook", "xl/workbook.xml", "rId1")]));
            Write(
                archive,
                "xl/_rels/workbook.xml.rels",
                Links([
                    .. numbers.Select(number => ("worksheet", $"worksheets/sheet{number}.xml", $"rId{number}")),
                    ("styles", "styles.xml", "rId99"),
                ])
            );
            Write(archive, "xl/styles.xml", Styles);
            Write(
                archive,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
                    + string.Concat(numbers.Select(number => SheetEntry(number, _sheets[number - 1])))
                    + "</sheets></workbook>"
            );
            foreach (var number in numbers)
            {
                Write(
                    archive,
                    $"xl/worksheets/sheet{number}.xml",
                    $"<worksheet xmlns=\"{Main}\"><sheetData>{_sheets[number - 1].Rows}</sheetData></worksheet>"
                );
            }
        }

        return stream.ToArray();
    }

    private const string Styles =
        $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\">"
        + "<xf numFmtId=\"0\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"20\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    private static string SheetEntry(int number, (string Name, string Rows, bool IsHidden) sheet) =>
        $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{number}\" r:id=\"rId{number}\""
        + (sheet.IsHidden ? " state=\"hidden\"/>" : "/>");

    private static string Links(IEnumerable<(string Kind, string Target, string Id)> links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(
            links.Select(link =>
                $"<Relationship Id=\"{link.Id}\" Type=\"{Relations}/{(link.Kind == "workbook" ? "officeDocument" : link.Kind)}\""
                + $" Target=\"{link.Target}\"/>"
            )
        )
        + "</Relationships>";

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
    }

    private WorkbookFile Add(string name, object?[][] rows, int hiddenRow, bool isHidden)
    {
        var xml = rows.Select(
            (cells, index) =>
                $"<row r=\"{index + 1}\"{(index + 1 == hiddenRow ? " hidden=\"1\"" : "")}>"
                + string.Concat(cells.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{index + 1}")))
                + "</row>"
        );
        _sheets.Add((name, string.Concat(xml), isHidden));
        return this;
    }

    private static string Cell(object? value, string place) =>
        value switch
        {
            null => "",
            string text =>
                $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
            ErrorCell error => $"<c r=\"{place}\" t=\"e\"><v>{SecurityElement.Escape(error.Text)}</v></c>",
            bool flag => $"<c r=\"{place}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
            DateTime time => Number(place, time.ToOADate(), style: 1),
            DateOnly day => Number(place, day.ToDateTime(default).ToOADate(), style: 2),
            TimeOnly time => Number(place, time.ToTimeSpan().TotalDays, style: 3),
            IConvertible number => Number(place, number.ToDouble(CultureInfo.InvariantCulture), style: 0),
            _ => throw new ArgumentException($"There is no cell for {value}.", nameof(value)),
        };

    private static string Number(string place, double value, int style) =>
        string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"{style}\"><v>{value:R}</v></c>");

    private sealed record ErrorCell(string Text);
}
