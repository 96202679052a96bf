using Galley.Authoring;
using Galley.Content;
using Galley.Testing;
using NodaTime;
using NodaTime.Text;

namespace Galley.Tests.Authoring;

/// <summary>Monday 8 June 2026, 05:00 in New York.</summary>
internal sealed class FreeTimeTests
{
    [Test]
    public void Next_OfAClientWithoutPosts_IsTomorrowMorning()
    {
        Assert.That(Next(), Is.EqualTo("2026-06-09 09:00"));
    }

    [Test]
    public void Next_OfAClientWithPosts_IsTheNextDayWithoutOneAtTheirTime()
    {
        var posts = new[] { "2026-06-09T16:15:00Z", "2026-06-10T16:15:00Z", "2026-06-12T20:00:00Z" };

        Assert.That(Next(posts), Is.EqualTo("2026-06-11 12:15"));
    }

    [Test]
    public void Next_AfterAFullWeek_SkipsTheWeekend()
    {
        var posts = Enumerable.Range(9, 4).Select(day => $"2026-06-{day:00}T13:00:00Z");

        Assert.That(Next([.. posts]), Is.EqualTo("2026-06-15 09:00"));
    }

    [Test]
    public void Next_WithALongLeadTime_KeepsIt()
    {
        var limits = new Limits { MinLeadTime = Duration.FromDays(2) };

        Assert.That(
            LocalTimeText.Format(
                FreeTime.Next(Taken(limits), Sample.Client().Times, limits, Sample.Now).At,
                Sample.Client().Zone
            ),
            Is.EqualTo("2026-06-10 09:00")
        );
    }

    [Test]
    public void Next_WithALongGap_KeepsItFromTheNeighbours()
    {
        var limits = new Limits { MinGap = Duration.FromHours(30) };

        Assert.That(
            LocalTimeText.Format(
                FreeTime.Next(Taken(limits, "2026-06-09T13:00:00Z"), Sample.Client().Times, limits, Sample.Now).At,
                Sample.Client().Zone
            ),
            Is.EqualTo("2026-06-11 09:00")
        );
    }

    [Test]
    public void Next_WithSlots_IsTheFirstFreeOne_OnTheSameDayToo()
    {
        var client = WithSlots(new(IsoDayOfWeek.Monday, new(8, 30)), new(IsoDayOfWeek.Thursday, new(12, 0)));

        Assert.That(Next(client), Is.EqualTo("2026-06-08 08:30"));
        Assert.That(Next(client, "2026-06-08T12:30:00Z"), Is.EqualTo("2026-06-11 12:00"));
        Assert.That(
            Next(client, "2026-06-08T12:30:00Z", "2026-06-11T16:20:00Z"),
            Is.EqualTo("2026-06-15 08:30"),
            "a post 20 minutes later takes the slot"
        );
    }

    [Test]
    public void Next_KeepsBlackoutDays_WithAndWithoutSlots()
    {
        var blackout = new Blackout("2026-06-09..2026-06-11", new DateInterval(new(2026, 6, 9), new(2026, 6, 11)));
        var client = Sample.Client() with { Blackout = [blackout] };

        Assert.That(Next(client), Is.EqualTo("2026-06-12 09:00"));
        Assert.That(
            Next(client with { Slots = [new(IsoDayOfWeek.Tuesday, new(8, 0))] }),
            Is.EqualTo("2026-06-16 08:00")
        );
    }

    private static Client WithSlots(params WeeklySlot[] slots) => Sample.Client() with { Slots = [.. slots] };

    private static string Next(params string[] taken) => Next(Sample.Client(), taken);

    private static string Next(Client client, params string[] taken) =>
        LocalTimeText.Format(
            FreeTime.Next(Taken(new Limits(), taken), client.Times, new Limits(), Sample.Now).At,
            Sample.Client().Zone
        );

    private static Schedule Taken(Limits limits, params string[] times) =>
        new(
            Sample.Content(
                times.Select(
                    (time, index) =>
                        Sample.Post($"post-{index}") with
                        {
                            ScheduledAt = InstantPattern.General.Parse(time).Value,
                        }
                )
            ),
            limits
        );
}
