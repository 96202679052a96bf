using static Galley.Tests.Authoring.Import.ImportFixture;

namespace Galley.Tests.Authoring.Import;

/// <summary>The sheets of other tools, and the columns that a person names.</summary>
internal sealed class ColumnMapTests
{
    [Test]
    public void Publer_Template_IsRead()
    {
        var result = Run(
            """
            Date,Text,Link(s),Media URL(s),Title,Label(s),Alt text(s),Comment(s),Board/Album,Post subtype,CTA,Reminder
            2026-06-15 10:00,"Hello, world",https://example.com,https://example.com/a.png,,Evergreen,A chart,,,,,
            2026-06-16 10:00,Second,,,,,,first reply||second reply,,,,
            """
        );

        Assert.That(
            Outcomes(result),
            Is.EqualTo(new[] { "2 scheduled", "3 draft: it has Comment(s): \"first reply||second reply\"" })
        );
        Assert.That(
            result.Posts[0].File.Text,
            Does.Contain("a.png").And.EndWith("Hello, world\n\nhttps://example.com\n")
        );
        Assert.That(
            result.UnreadColumns,
            Is.EqualTo(new[] { "Title", "Alt text(s)", "Board/Album", "Post subtype", "CTA", "Reminder" })
        );
    }

    [Test]
    public void Metricool_Template_IsReadForLinkedInOnly()
    {
        var result = Run(
            """
            Text,Date,Time,Draft,Facebook,Twitter/X,LinkedIn,Picture Url 1,Picture Url 2,Alt text picture 1,First Comment Text
            Ours,2026-06-15,10:00:00,,yes,,yes,https://example.com/1.png,https://example.com/2.png,,More in the comments
            Theirs,2026-06-16,10:00:00,,yes,,,,,,
            Not yet,2026-06-17,10:00:00,TRUE,,,TRUE,,,,
            """
        );

        Assert.That(
            Outcomes(result),
            Is.EqualTo(
                new[] { "2 scheduled", "3 left out: its LinkedIn does not say yes", "4 draft: its Draft is \"TRUE\"" }
            )
        );
        Assert.That(result.Posts[0].Extras, Is.EqualTo(new[] { "2 pictures", "1 comment" }));
        Assert.That(result.Posts[0].At.ToString(), Is.EqualTo("2026-06-15T14:00:00Z"));
    }

    [Test]
    public void Buffer_Template_IsRead()
    {
        var post = Run("Text,Image URL,Tags,Posting Time\nHello,https://example.com/a.png,Q2,2026-06-15 10:00\n")
            .Posts.Single();

        Assert.That(post.IsDraft, Is.False);
        Assert.That(post.File.Text, Does.Contain("labels: [Q2]\n").And.Not.Contain("#Q2"));
    }

    [Test]
    public void Hootsuite_SheetWithoutHeaders_IsRead()
    {
        var result = Run(
            """
            06/15/2026 10:00,"Hello, world",https://example.com
            06/16/2026 10:00,Second,
            06/17/2026 10:00,Third,https://example.com,left over
            """
        );

        Assert.That(
            Outcomes(result),
            Is.EqualTo(
                new[]
                {
                    "1 scheduled",
                    "2 scheduled",
                    "3 left out: it has \"left over\" in column D, which has no header; "
                        + "to ignore the column, add --column ignore=D",
                }
            )
        );
        Assert.That(
            result.Notes.Single(),
            Is.EqualTo("The first row has no headers. Read as: A = date, B = text, C = link.")
        );
    }

    [Test]
    public void SocialPilot_SheetWithoutHeaders_IsReadOnceTheRestIsNamed()
    {
        const string Csv =
            "\"Hello\",\"https://example.com/a.png\",\"Jun 15, 2026 3:00 PM\",\"4711\",\"\",\"b2b;sales\",\"\"\n";

        Assert.That(Outcome(Csv), Does.StartWith("left out: it has \"4711\" in column D, which has no header"));
        Assert.That(
            Outcomes(RunWith(Csv, "ignore=D", "ignore=E", "hashtags=F", "ignore=G")),
            Is.EqualTo(new[] { "1 scheduled" })
        );
    }

    [Test]
    public void Column_ThatIsNamed_CountsBeforeTheKnownOnes()
    {
        var result = RunWith(
            "Post,Post copy EN,Go live,Team notes\nTitle,Hello,2026-06-15 10:00,fine\n",
            "text=post copy en",
            "date=Go live",
            "note=Team notes"
        );

        Assert.That(Outcomes(result), Is.EqualTo(new[] { "2 scheduled" }));
        Assert.That(result.Posts[0].Start, Is.EqualTo("Hello"));
        Assert.That(result.UnreadColumns, Is.EqualTo(new[] { "Post" }));
    }

    [TestCase("text=Nope", "The sheet has no column \"Nope\"")]
    [TestCase("text=Who ", "no column \"Who\". Did you mean \"Whom\"?")]
    [TestCase("txt=Whom", "does not know \"txt\". Did you mean \"text\"?")]
    [TestCase("Whom", "Write it like --column text=\"Post copy\"")]
    public void Column_ThatIsNotThere_SaysWhatIs(string choice, string words)
    {
        var failure = Assert.Throws<GalleyException>(() => RunWith("Whom;text\nAnn;Hello\n", choice));

        Assert.That(failure.Message, Does.Contain(words));
    }

    [Test]
    public void Columns_ThatMeanTheSame_AreRefusedUntilOneIsNamed()
    {
        const string Csv = "caption,message\nHello,World\n";

        var failure = Assert.Throws<GalleyException>(() => Run(Csv));

        Assert.That(
            failure.Message,
            Does.Contain("\"caption\" and \"message\" mean the same").And.Contain("--column text=")
        );
        Assert.That(RunWith(Csv, "text=message").Posts.Single().Start, Is.EqualTo("World"));
    }

    [Test]
    public void Headers_BelowATitle_AreFound()
    {
        var result = Run("June calendar,,\n,,\nDate,Copy,Visual\n2026-06-15 10:00,Hello,\n");

        Assert.That(Outcomes(result), Is.EqualTo(new[] { "4 scheduled" }));
        Assert.That(result.Notes, Is.EqualTo(new[] { "The headers are in row 3. The rows above are not read." }));
    }

    [Test]
    public void TextColumn_CalledLinkedIn_HasToBeNamed()
    {
        const string Csv = "Date,LinkedIn,Facebook\n2026-06-15 10:00,Hello LinkedIn,Hello Facebook\n";

        Assert.That(Assert.Throws<GalleyException>(() => Run(Csv)).Message, Does.Contain("No column of the sheet"));
        Assert.That(Outcomes(RunWith(Csv, "text=LinkedIn")), Is.EqualTo(new[] { "2 scheduled" }));
    }
}
