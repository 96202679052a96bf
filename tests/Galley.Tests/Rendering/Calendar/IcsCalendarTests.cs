using System.Text.Json;
using Galley.Content;
using Galley.Rendering.Calendar;
using Galley.Testing;
using Galley.Tests.Rendering.Preview;

namespace Galley.Tests.Rendering.Calendar;

internal sealed class IcsCalendarTests
{
    [Test]
    public void Calendar_ReadByIcalJs_HasEachPostAtItsTime()
    {
        var posts = new[]
        {
            Sample.Post("launch", "A first line; with, marks\\\n\nand 👍 more. " + new string('ä', 200)),
            Sample.Post("idea") with
            {
                Status = PostStatus.Draft,
            },
        };

        var events = Read(IcsCalendar.Write(PreviewFixture.Planned(posts)));

        Assert.That(
            events.Select(found => found.GetProperty("uid").GetString()),
            Is.EqualTo(
                new[] { $"northwind/idea@{Sample.AccountId}.galley", $"northwind/launch@{Sample.AccountId}.galley" }
            )
        );
        Assert.That(
            events.Select(found => found.GetProperty("status").GetString()),
            Is.EqualTo(new[] { "TENTATIVE", "CONFIRMED" })
        );
        Assert.That(
            events.Select(found => found.GetProperty("start").GetString()),
            Has.All.EqualTo("2026-06-15T09:00:00.000Z")
        );
        Assert.That(
            events[1].GetProperty("summary").GetString(),
            Is.EqualTo("Northwind Traders: A first line; with, marks\\")
        );
        Assert.That(
            events[1].GetProperty("description").GetString(),
            Does.StartWith("A first line; with, marks\\\n\nand 👍 more. ää").And.Contains("Ready: will be sent [")
        );
    }

    [Test]
    public void Calendar_PostThatWasChanged_KeepsItsUid()
    {
        var (before, after) = (
            IcsCalendar.Write(PreviewFixture.Planned(Sample.Post())),
            IcsCalendar.Write(PreviewFixture.Planned(Sample.Post(body: "Other words.")))
        );

        Assert.That(Uid(after), Is.EqualTo(Uid(before)).And.StartsWith("UID:northwind/launch@"));
    }

    [Test]
    public void Calendar_PostWithoutATime_IsLeftOut() =>
        Assert.That(
            IcsCalendar.Write(
                PreviewFixture.Planned(Sample.Post() with { ScheduledAt = null, Status = PostStatus.Draft })
            ),
            Does.Not.Contain("BEGIN:VEVENT")
        );

    private static string Uid(string calendar) =>
        calendar.ReplaceLineEndings("\n").Split('\n').Single(line => line.StartsWith("UID:", StringComparison.Ordinal));

    /// <summary>A second parser, which many calendar programs are built on.</summary>
    private static JsonElement[] Read(string calendar)
    {
        var json = NpmPackage.Run(
            "ical.js@2.2.1",
            $$"""
            import("ical.js").then(({ default: ICAL }) => {
              const calendar = new ICAL.Component(ICAL.parse({{JsonSerializer.Serialize(calendar)}}));
              console.log(JSON.stringify(calendar.getAllSubcomponents("vevent").map((part) => {
                const event = new ICAL.Event(part);
                return { uid: event.uid, summary: event.summary, description: event.description,
                         status: part.getFirstPropertyValue("status"), start: event.startDate.toJSDate().toISOString() };
              })));
            });
            """
        );
        if (json is null)
        {
            Assert.Ignore("ical.js could not be run: this needs node, npm and, the first time, the network.");
        }

        return JsonSerializer.Deserialize<JsonElement[]>(json!)!;
    }
}
