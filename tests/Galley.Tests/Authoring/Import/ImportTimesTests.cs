using static Galley.Tests.Authoring.Import.ImportFixture;

namespace Galley.Tests.Authoring.Import;

/// <summary>Times of a sheet: what is not clear is not scheduled.</summary>
internal sealed class ImportTimesTests
{
    [TestCase("America/New_York", "2026-06-15T14:00:00Z")]
    [TestCase("europe/berlin", "2026-06-15T08:00:00Z")]
    [TestCase("UTC", "2026-06-15T10:00:00Z")]
    [TestCase("UTC+2", "2026-06-15T08:00:00Z")]
    [TestCase("-04:00", "2026-06-15T14:00:00Z")]
    [TestCase("EST", null)]
    [TestCase("CET", null)]
    [TestCase("Etc/GMT+2", null)]
    [TestCase("Eastern Time (US & Canada)", null)]
    public void TimeZone_OfARow_IsObeyedOrLeavesItOut(string zone, string? instant)
    {
        var result = Run($"text;date;time zone\nHello;2026-06-15 10:00;{zone}\n");

        Assert.That(
            result.Posts.Select(post => post.At.ToString()),
            Is.EqualTo(instant is null ? [] : new[] { instant })
        );
        Assert.That(
            result.LeftOut.Count(row =>
                row.Why.Contains("is not a time zone that is certain", StringComparison.Ordinal)
            ),
            Is.EqualTo(instant is null ? 1 : 0)
        );
    }

    [TestCase("2026-06-15 10-00", "can't be read")]
    [TestCase("2026-06-15 10:00 EST", "can't be read")]
    [TestCase("2026-06-15 25:00", "can't be read")]
    [TestCase("46188.4166", "can't be read")]
    [TestCase("next Friday at 2 PM", "can't be read")]
    [TestCase("TBD", "can't be read")]
    [TestCase("10:00", "can't be read")]
    [TestCase("15/06/26 10:00", "can't be read")]
    [TestCase("2026-06-15 10", "can't be read")]
    [TestCase("2026-06-15", "has no time of day")]
    public void Times_ThatAreNotClear_AreLeftOut(string moment, string why)
    {
        Assert.That(TimeOf(moment), Does.Contain(why));
    }

    [Test]
    public void Time_DecadesAhead_IsADraft()
    {
        Assert.That(
            Outcome("text;date\nHello;2062-06-15 10:00\n"),
            Is.EqualTo("draft: its time is more than two years ahead")
        );
    }

    [Test]
    public void Times_InTwoColumns_AreOneMoment()
    {
        var post = Run("Text,Scheduled Date,Scheduled Time\nHello,15/06/2026,10:00\n").Posts.Single();

        Assert.That(post.At.ToString(), Is.EqualTo("2026-06-15T14:00:00Z"));
    }
}
