using Galley.Authoring;
using NodaTime;

namespace Galley.Tests.Authoring;

/// <summary>Monday 8 June 2026, 09:00 UTC; the prompt suggests Wednesday 10 June. In London, unless the case says otherwise.</summary>
internal sealed class TypedTimeTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 8, 9, 0);

    [TestCase("2026-06-15 10:00", "2026-06-15T09:00:00Z")]
    [TestCase("2026-06-15 10:00 +02:00", "2026-06-15T08:00:00Z")]
    [TestCase("9:00", "2026-06-10T08:00:00Z")]
    [TestCase("10.30", "2026-06-10T09:30:00Z")]
    [TestCase("10h30", "2026-06-10T09:30:00Z")]
    [TestCase("10am", "2026-06-10T09:00:00Z")]
    [TestCase("10.30 p.m.", "2026-06-10T21:30:00Z")]
    [TestCase("today 16:00", "2026-06-08T15:00:00Z")]
    [TestCase("Tomorrow 10:00", "2026-06-09T09:00:00Z")]
    [TestCase("tomorrow at 10am", "2026-06-09T09:00:00Z")]
    [TestCase("Friday 9am", "2026-06-12T08:00:00Z")]
    [TestCase("next monday, 9:00", "2026-06-15T08:00:00Z")]
    [TestCase("on thu 9:00", "2026-06-11T08:00:00Z")]
    [TestCase("15/06/2026 9am", "2026-06-15T08:00:00Z")]
    [TestCase("06/15/2026 9am", "2026-06-15T08:00:00Z")]
    [TestCase("15.6.2026 10.30", "2026-06-15T09:30:00Z")]
    [TestCase("15 June 10:00", "2026-06-15T09:00:00Z")]
    [TestCase("June 15 10:00", "2026-06-15T09:00:00Z")]
    [TestCase("2 Jan 10:00", "2027-01-02T10:00:00Z")]
    [TestCase("7/7/2026 10:00", "2026-07-07T09:00:00Z")]
    public void Time_AsPeopleTypeIt_IsRead(string typed, string instant)
    {
        Assert.That(Read(typed, out var why)?.ToString(), Is.EqualTo(instant), why);
    }

    [TestCase("07/08/2026 9am", "can be read in two ways")]
    [TestCase("tomorrow", "has no time of day. Type for example tomorrow 10:00.")]
    [TestCase("15/06/2026", "has no time of day. Type for example 15/06/2026 10:00.")]
    [TestCase("soon", "is not a time that Galley can read")]
    [TestCase("", "is not a time that Galley can read")]
    [TestCase("25:00", "is not a time that Galley can read")]
    [TestCase("13pm", "is not a time that Galley can read")]
    [TestCase("10", "is not a time that Galley can read")]
    [TestCase("someday 10:00", "is not a day that Galley can read")]
    [TestCase("31 June 10:00", "is not a day that Galley can read")]
    [TestCase("2026-02-30 10:00", "is not a day that Galley can read")]
    [TestCase("28 March 2027 1:30", "does not exist in Europe/London")]
    public void Time_ThatIsNotCertain_SaysWhy(string typed, string words)
    {
        Assert.That(Read(typed, out var why), Is.Null);
        Assert.That(why, Does.Contain(words));
    }

    private static Instant? Read(string typed, out string why) =>
        new TypedTime(DateTimeZoneProviders.Tzdb["Europe/London"], Now, new LocalDate(2026, 6, 10)).Read(
            typed,
            out why
        );
}
