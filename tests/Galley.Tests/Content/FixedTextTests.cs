using CsCheck;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Tests.Content;

internal sealed class FixedTextTests
{
    [TestCase("a\nbc\n", "a\nXc\n")]
    [TestCase("a\r\nbc\r\n", "a\r\nXc\r\n")]
    [TestCase("a\rbc", "a\rXc")]
    [TestCase("\uFEFFa\nbc", "\uFEFFa\nXc")]
    [TestCase("a\u2028bc", "a\u2028Xc")]
    public void Apply_OnAnyLineEnds_KeepsThem(string text, string expected)
    {
        Assert.That(FixedText.Apply(text, [Fix(2, 1, 2, "X")]), Is.EqualTo(expected));
    }

    [Test]
    public void Apply_SeveralInOneLine_AllCountInTheOldText()
    {
        Assert.That(
            FixedText.Apply("one two three", [Fix(1, 1, 4, "1"), Fix(1, 9, 14, "3"), Fix(1, 5, 8, "2222")]),
            Is.EqualTo("1 2222 3")
        );
    }

    [Test]
    public void Apply_OverlappingOrTwice_MakesOneOfThem()
    {
        Assert.That(FixedText.Apply("abcdef", [Fix(1, 2, 5, "X"), Fix(1, 3, 4, "Y")]), Is.EqualTo("abYdef"));
        Assert.That(FixedText.Apply("abc", [Fix(1, 2, 3, "X"), Fix(1, 2, 3, "X")]), Is.EqualTo("aXc"));
    }

    [Test]
    public void Apply_PlacesThatAreNotThere_ChangesNothing()
    {
        Gen.Select(Gen.Int[-1, 9], Gen.Int[-1, 9], Gen.Int[-1, 9])
            .Sample(
                (line, start, end) =>
                {
                    var fixedText = FixedText.Apply("ab\ncd", [Fix(line, start, end, "XY")]);
                    var fits = line is 1 or 2 && start >= 1 && end >= start && end <= 3;
                    Assert.That(fixedText.Contains("XY", StringComparison.Ordinal), Is.EqualTo(fits));
                },
                iter: 500
            );
    }

    private static Fix Fix(int line, int start, int end, string text) => new(new(line, start), new(line, end), text);
}
