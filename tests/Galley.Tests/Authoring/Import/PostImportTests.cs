using System.Text;
using Galley.Testing;

namespace Galley.Tests.Authoring.Import;

internal sealed class PostImportTests
{
    [TestCase("text,date")]
    [TestCase("MESSAGE,Posting Time")]
    [TestCase("Caption,scheduled_at")]
    [TestCase("content,Scheduled Time")]
    [TestCase(" Post ,time")]
    [TestCase("Post copy,Publish date")]
    [TestCase("Copy,postAtSpecificTime (yyyy-MM-dd HH:mm:ss)")]
    [TestCase("LinkedIn copy,Date & Time")]
    [TestCase("post_content,scheduledAt")]
    public void Headers_AsPeopleWriteThem_AreKnown(string headers)
    {
        var result = ImportFixture.Run($"{headers}\nHello,2026-06-15 10:00\n");

        Assert.That(result.Posts.Single().At.ToString(), Is.EqualTo("2026-06-15T14:00:00Z"));
    }

    [TestCase("media url(s)")]
    [TestCase("Media URLs")]
    [TestCase("media url")]
    [TestCase("Image URL")]
    [TestCase("image url 1")]
    public void MediaHeaders_AsPeopleWriteThem_AreKnown(string header)
    {
        var result = ImportFixture.Run(
            $"text;{header}\nHello;\"https://example.com/a.png, https://example.com/b.jpg?x=1,2\"\n"
        );

        Assert.That(
            result.Posts.Single().File.Text,
            Does.Contain(
                "images:\n  - {url: \"https://example.com/a.png\"}\n  - {url: \"https://example.com/b.jpg?x=1,2\"}\n"
            )
        );
    }

    [TestCase(',')]
    [TestCase(';')]
    [TestCase('\t')]
    public void Separators_OfAllKinds_AreFoundByTheHeaders(char separator)
    {
        var csv = string.Join(
            "\r\n",
            $"text{separator}date{separator}time",
            $"\"One; two, three\tfour\"\"{separator}\r\nfive\"{separator}2026-06-15{separator}10:00 PM",
            ""
        );
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(csv)];

        var post = ImportFixture.Run(bytes).Posts.Single();

        Assert.That(post.At.ToString(), Is.EqualTo("2026-06-16T02:00:00Z"));
        Assert.That(post.File.Text, Does.EndWith($"One; two, three\tfour\"{separator}\nfive\n"));
    }

    [TestCase("2026-06-15 10:00", "2026-06-15T14:00:00Z")]
    [TestCase("2026-06-15T10:00:00Z", "2026-06-15T10:00:00Z")]
    [TestCase("2026-06-15 10:00 +02:00", "2026-06-15T08:00:00Z")]
    [TestCase("2026/6/15 9:05", "2026-06-15T13:05:00Z")]
    [TestCase("15/06/2026 10:00", "2026-06-15T14:00:00Z")]
    [TestCase("06/15/2026 10:00 AM", "2026-06-15T14:00:00Z")]
    [TestCase("15.06.2026, 10:00", "2026-06-15T14:00:00Z")]
    [TestCase("Jun 15, 2026 at 10:00 am", "2026-06-15T14:00:00Z")]
    [TestCase("Monday, 15 June 2026 12 a.m.", "2026-06-15T04:00:00Z")]
    [TestCase("7/7/2026 10:00", "2026-07-07T14:00:00Z")]
    public void Times_ThatHaveOneReading_NeedNoFormat(string moment, string instant)
    {
        Assert.That(ImportFixture.TimeOf(moment), Is.EqualTo(instant));
    }

    [TestCase("07/08/2026 10:00", "dd/MM/yyyy", "2026-08-07T14:00:00Z")]
    [TestCase("7/8/2026 10:00 PM", "MM/DD/YYYY", "2026-07-09T02:00:00Z")]
    [TestCase("7.8.26 10:00", "dd.MM.yy HH:mm", "2026-08-07T14:00:00Z")]
    public void Times_WithAFormat_AreReadByIt(string moment, string format, string instant)
    {
        Assert.That(ImportFixture.TimeOf(moment, format), Is.EqualTo(instant));
    }

    [Test]
    public void Times_WithTwoReadings_AskForTheFormat()
    {
        var failure = Assert.Throws<GalleyException>(() => ImportFixture.TimeOf("07/08/2026 10:00"));

        Assert.That(
            failure.Message,
            Does.Contain("Row 2 has the date 07/08/2026, which can be read in two ways")
                .And.Contain("--date-format dd/MM/yyyy")
        );
    }

    [Test]
    public void Times_WithTwoReadings_AreToldByAnotherRow()
    {
        var result = ImportFixture.Run("text;date\nOne;07/08/2026 10:00\nTwo;25/08/2026 10:00\n");

        Assert.That(
            result.Posts.Select(post => post.At.ToString()),
            Is.EqualTo(new[] { "2026-08-07T14:00:00Z", "2026-08-25T14:00:00Z" })
        );
    }

    [Test]
    public void Times_ThatContradict_AreRefused()
    {
        var failure = Assert.Throws<GalleyException>(() =>
            ImportFixture.Run("text;date\nOne;08/25/2026 10:00\nTwo;25/08/2026 10:00\n")
        );

        Assert.That(
            failure.Message,
            Does.Contain("Row 3 (25/08/2026) begins with the day, but row 2 (08/25/2026) begins with the month")
        );
    }

    [TestCase("2026-06-15", "has no time of day. Write it like 2026-06-15 10:00")]
    [TestCase("soon", "can't be read")]
    [TestCase("2026-02-30 10:00", "can't be read")]
    [TestCase("2026-06-08 04:00", "is in the past")]
    [TestCase("2027-03-14 02:30", "does not exist in America/New_York")]
    public void Rows_WithATimeThatCanNotBe_AreLeftOut(string moment, string why)
    {
        Assert.That(ImportFixture.TimeOf(moment), Does.Contain(why));
    }

    [Test]
    public void Rows_ThatCanNotBePosts_AreLeftOutWithTheReason()
    {
        var csv = $"""
            text;date;media;first comment
            ;2026-06-15 10:00;;
            {new string('y', 3001)};;;
            One;2026-06-15 10:00;;
            Two;2026-06-15 10:20;;
            Three;;pipeline.png;
            Four;;https://example.com/film.mp4;
            Five;;https://drive.google.com/file/1;
            Six;;;Hello <<first_name>>
            Seven;;;{new string('y', 1251)}
            bell{'\a'};;;
            "Eight
            Nine;;;
            """;

        var result = ImportFixture.Run(csv);

        Assert.That(result.Posts.Select(post => post.Row), Is.EqualTo(new[] { 4 }));
        Assert.That(result.LeftOut.Select(row => row.Row), Is.EqualTo(new[] { 2, 3, 5, 6, 7, 8, 9, 10, 11, 12 }));
        Snapshooter.NUnit.Snapshot.Match(string.Concat(result.LeftOut.Select(row => $"{row.Row} {row.Why}\n")));
    }

    [Test]
    public void Sheet_WithoutTexts_SaysWhatItHas()
    {
        var failure = Assert.Throws<GalleyException>(() => ImportFixture.Run("Who,When\nAnn,2026-06-15\n"));

        Assert.That(failure.Message, Does.Contain("\"Who\", \"When\"").And.Contain("--column text=\"Who\""));
    }

    [Test]
    public void Sheet_NotInUtf8_SaysHowToSaveIt()
    {
        var failure = Assert.Throws<GalleyException>(() => ImportFixture.Run(Encoding.Latin1.GetBytes("text\nCafé\n")));

        Assert.That(failure.Message, Does.Contain("CSV UTF-8"));
    }

    [Test]
    public void Row_NearAPostThatIsThere_IsLeftOut()
    {
        var result = ImportFixture.Run("text,date\nHello,2026-06-15T09:10Z\n", null, Sample.Post("launch"));

        Assert.That(result.LeftOut.Single().Why, Does.Contain("too close to \"launch\""));
    }

    [Test]
    public void Rows_ThatAskForASlot_GetOneThatNoOtherRowHas()
    {
        var client = Sample.Client() with
        {
            Slots = [new(NodaTime.IsoDayOfWeek.Tuesday, new(8, 30)), new(NodaTime.IsoDayOfWeek.Thursday, new(12, 0))],
        };
        var csv = "text,date\nOne,next-slot\nTwo,\nThree,2026-06-09 08:30\n"u8.ToArray();

        var result = ImportFixture.Run(
            csv,
            ImportFixture.Options() with
            {
                Content = Sample.Content(client),
                Client = client,
                ToSlots = true,
            }
        );

        Assert.That(
            result.Posts.Select(post => $"{post.Row} {post.At} {post.IsDraft}"),
            Is.EqualTo(["2 2026-06-11T16:00:00Z False", "3 2026-06-16T12:30:00Z False", "4 2026-06-09T12:30:00Z False"])
        );
    }

    [Test]
    public void FirstComment_IsOneLine_AndLeavesTheClientsFollowups()
    {
        var file = FileOfClientWithAReaction("text,first comment\nHello,More here\n");

        Assert.That(file, Does.Contain("\nfirst_comment: More here\n").And.Not.Contain("followups"));
    }

    [Test]
    public void MoreComments_FollowIt_AndKeepTheClientsReaction()
    {
        var file = FileOfClientWithAReaction("text,first comment 1,first comment 2\nHello,More here,And here\n");

        Assert.That(
            file,
            Does.Contain(
                "\nfirst_comment: More here\nfollowups:\n  reaction: {enabled: true, delay_minutes: 20, reaction_type: like}\n"
                    + "  comments:\n    - text: And here\n      delay_minutes: 20\n"
            )
        );
    }

    private static string FileOfClientWithAReaction(string csv)
    {
        var client = Sample.Client() with { Followups = new(new(true, 20, "like"), []) };
        return ImportFixture
            .Run(
                Encoding.UTF8.GetBytes(csv),
                ImportFixture.Options() with
                {
                    Content = Sample.Content(client),
                    Client = client,
                }
            )
            .Posts.Single()
            .File.Text;
    }
}
