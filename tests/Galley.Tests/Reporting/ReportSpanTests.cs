using Galley.Reporting;
using NodaTime;

namespace Galley.Tests.Reporting;

internal sealed class ReportSpanTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    [TestCase(null, null, "2026-10-24", "2026-11-22")]
    [TestCase("2026-10", "2026-10", "2026-10-01", "2026-10-31")]
    [TestCase("2026-11", null, "2026-11-01", "2026-11-22")]
    [TestCase("2026-11", "2026-11", "2026-11-01", "2026-11-22")]
    [TestCase("2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20")]
    [TestCase(null, "2026-10-30", "2026-10-01", "2026-10-30")]
    public void Span_IsTheDaysThatWereAskedFor_UpToToday(string? from, string? to, string first, string last)
    {
        var span = ReportSpan.Parse(from, to, Today);

        Assert.That((LocalTimes.Iso(span.From), LocalTimes.Iso(span.To)), Is.EqualTo((first, last)));
    }

    [Test]
    public void Before_IsAsLong_AndEndsTheDayBefore()
    {
        var before = ReportSpan.Parse("2026-10", "2026-10", Today).Before;

        Assert.That((LocalTimes.Iso(before.From), LocalTimes.Iso(before.To)), Is.EqualTo(("2026-08-31", "2026-09-30")));
    }

    [TestCase("yesterday", null, "--from is \"yesterday\"")]
    [TestCase(null, "2026-13", "--to is \"2026-13\"")]
    [TestCase("2026-11-02", "2026-11-01", "begin on 2026-11-02 and end on 2026-11-01")]
    [TestCase("2027-01-01", null, "not after today")]
    public void Span_ThatCannotBe_IsSaid(string? from, string? to, string words) =>
        Assert.That(
            () => ReportSpan.Parse(from, to, Today),
            Throws.TypeOf<GalleyException>().With.Message.Contains(words)
        );
}
