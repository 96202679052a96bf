using Galley.Rendering.Csv;
using Galley.Reporting.Exports;
using NodaTime;

namespace Galley.Tests.Rendering.Csv;

internal sealed class CsvTableTests
{
    [TestCase("=1+1", "'=1+1")]
    [TestCase("+49 30 1234", "'+49 30 1234")]
    [TestCase("-1", "'-1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("  =1+1", "'  =1+1")]
    [TestCase("\t=1+1", "'\t=1+1")]
    [TestCase("＝1+1", "'＝1+1")]
    [TestCase("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [TestCase("a=b", "a=b")]
    [TestCase("Novak, Lena", "\"Novak, Lena\"")]
    [TestCase("two\nlines", "\"two\nlines\"")]
    public void ATextCell_IsNeverAFormula(string text, string cell) =>
        Assert.That(For(text), Is.EqualTo($"column\r\n{cell}\r\n"));

    [Test]
    public void NumbersTimesAndFlags_AreWrittenAsMachinesReadThem()
    {
        Assert.That(For(-1234.5), Is.EqualTo("column\r\n-1234.5\r\n"));
        Assert.That(For(true), Is.EqualTo("column\r\ntrue\r\n"));
        Assert.That(For(Instant.FromUtc(2026, 6, 15, 14, 0)), Is.EqualTo("column\r\n2026-06-15T14:00:00.000Z\r\n"));
    }

    private static string For(object cell) => CsvText.Write([new CsvColumn<object>("column", row => row)], [cell]);
}
