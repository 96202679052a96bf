using System.Text;
using CsCheck;
using Galley.Rendering.Calendar;
using Galley.Testing;
using Galley.Tests.Rendering.Preview;

namespace Galley.Tests.Rendering.Calendar;

internal sealed class FoldedLinesTests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly string[] Pieces =
    [
        "a",
        "word ",
        "🚀",
        "👉🏽",
        "ä",
        "漢字",
        "e\u0301",
        "\n",
        "👨‍👩‍👧",
        "#b2b ",
    ];

    [Test]
    public void Calendar_OfAnyText_HasWholeLettersAndShortLines()
    {
        Gen.Int[0, Pieces.Length - 1]
            .Array[0, 80]
            .Sample(
                pieces =>
                {
                    var body = "Hook " + string.Concat(pieces.Select(one => Pieces[one]));

                    var calendar = IcsCalendar.Write(PreviewFixture.Planned(Sample.Post(body: body)));

                    var lines = Strict.GetString(Strict.GetBytes(calendar)).Split("\r\n");
                    Assert.That(lines.Select(Strict.GetByteCount), Has.All.LessThanOrEqualTo(75), body);
                },
                iter: 300
            );
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Write_AnEmojiAtTheFold_KeepsItWhole(int before)
    {
        var line = "SUMMARY:" + new string('x', 64 + before) + "🚀🚀 more";

        var folded = FoldedLines.Write($"BEGIN:VCALENDAR\r\n{line}\r\n");

        Assert.That(
            folded.Replace("\r\n ", "", StringComparison.Ordinal),
            Is.EqualTo($"BEGIN:VCALENDAR\r\n{line}\r\n")
        );
        Assert.That(folded.Split("\r\n").Select(Strict.GetByteCount), Has.All.LessThanOrEqualTo(75));
    }
}
