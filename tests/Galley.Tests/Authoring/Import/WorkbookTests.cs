using System.IO.Compression;
using System.Text;
using static Galley.Tests.Authoring.Import.ImportFixture;

namespace Galley.Tests.Authoring.Import;

internal sealed class WorkbookTests
{
    private static readonly DateTime Ten = new(2026, 6, 15, 10, 0, 0, DateTimeKind.Unspecified);

    [Test]
    public void Workbook_WithDates_IsReadAsItIsShown()
    {
        var file = new WorkbookFile().Sheet(
            "June",
            ["Post copy", "Date", "Time", "Approved"],
            ["Hello, \"world\"\n\nSecond line", new DateOnly(2026, 6, 15), new TimeOnly(10, 0), true],
            ["Both in one cell", Ten.AddDays(1), null, true],
            ["Not approved", Ten.AddDays(2), null, false],
            ["No time", new DateOnly(2026, 6, 18), null, true]
        );

        var result = Run(file.Bytes());

        Assert.That(
            Outcomes(result),
            Is.EqualTo(
                new[]
                {
                    "2 scheduled",
                    "3 scheduled",
                    "4 draft: it is not approved (its Approved is \"FALSE\")",
                    "5 left out: its time \"2026-06-18\" has no time of day. Write it like 2026-06-18 10:00",
                }
            )
        );
        Assert.That(
            result.Posts.Take(2).Select(post => post.At.ToString()),
            Is.EqualTo(new[] { "2026-06-15T14:00:00Z", "2026-06-16T14:00:00Z" })
        );
        Assert.That(result.Posts[0].File.Text, Does.EndWith("Hello, \"world\"\n\nSecond line\n"));
    }

    [Test]
    public void Workbook_WithErrors_LeavesTheirRowsOut()
    {
        var file = new WorkbookFile().Sheet(
            "June",
            ["text", "date", "first comment"],
            [WorkbookFile.Error("#NAME?"), Ten, null],
            ["Hello", WorkbookFile.Error("#REF!"), null],
            ["Again", Ten, WorkbookFile.Error("#N/A")]
        );

        Assert.That(
            Outcomes(Run(file.Bytes())),
            Is.EqualTo(
                new[]
                {
                    "2 left out: its text is the error \"#NAME?\" of the spreadsheet program",
                    "3 left out: its date is the error \"#REF!\" of the spreadsheet program",
                    "4 left out: its first comment is the error \"#N/A\" of the spreadsheet program",
                }
            )
        );
    }

    [Test]
    public void Workbook_WithSeveralSheets_ReadsTheFirstVisibleOneAndSaysSo()
    {
        var file = new WorkbookFile()
            .HiddenSheet("Lists", ["text"], ["Wrong"])
            .Sheet("June", ["text"], ["Right"])
            .Sheet("July", ["text"], ["Later"]);

        var result = Run(file.Bytes());

        Assert.That(result.Posts.Single().Start, Is.EqualTo("Right"));
        Assert.That(
            result.Notes,
            Is.EqualTo(new[] { "Only the first sheet of the workbook, \"June\", is read. Not read: \"July\"." })
        );
    }

    [Test]
    public void Workbook_WithAHiddenRow_MakesItADraft()
    {
        var file = new WorkbookFile().SheetWithAHiddenRow(
            3,
            ["text", "date"],
            ["Hello", Ten],
            ["Filtered out", Ten.AddDays(1)]
        );

        Assert.That(
            Outcomes(Run(file.Bytes())),
            Is.EqualTo(new[] { "2 scheduled", "3 draft: its row is hidden in the workbook" })
        );
    }

    [Test]
    public void Workbook_WithoutATextColumn_IsCalledAWorkbook()
    {
        var file = new WorkbookFile().Sheet("June", ["Who", "When"], ["Ann", Ten]);

        Assert.That(
            Assert.Throws<GalleyException>(() => Run(file.Bytes())).Message,
            Does.StartWith("No column of the workbook is known to hold the texts. Its columns are: \"Who\", \"When\".")
        );
    }

    [Test]
    public void Workbook_OfAnotherKind_SaysHowToSaveIt()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("content.xml");
        }

        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1];

        Assert.That(
            Assert.Throws<GalleyException>(() => Run(stream.ToArray())).Message,
            Does.StartWith("This file is not an Excel workbook (.xlsx)")
        );
        Assert.That(
            Assert.Throws<GalleyException>(() => Run(old)).Message,
            Does.StartWith("This is an old Excel workbook (.xls), or a workbook with a password")
        );
    }

    [Test]
    public void Workbook_ThatIsCutOrScrambled_IsOneSentence()
    {
        var whole = new WorkbookFile().Sheet("June", ["text", "date"], ["Hello", Ten]).Bytes();
        for (var length = 4; length < whole.Length; length += 97)
        {
            Assert.Throws<GalleyException>(() => Run(whole[..length]), $"{length} of {whole.Length} bytes");
        }
    }

    [Test]
    public void Workbook_WhosePartsAreNotXml_IsOneSentence()
    {
        using var stream = new MemoryStream();
        stream.Write(new WorkbookFile().Sheet("June", ["text"], ["Hello"]).Bytes());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var writer = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            writer.Write(Encoding.UTF8.GetBytes("<worksheet><sheetData><row r=\"x\"><c r=\"A1\" s=\"999\"><v>a</v>"));
        }

        Assert.That(
            Assert.Throws<GalleyException>(() => Run(stream.ToArray())).Message,
            Does.StartWith("The workbook is damaged")
        );
    }
}
