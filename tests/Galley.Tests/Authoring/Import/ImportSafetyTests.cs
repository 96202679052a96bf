using System.Text;
using static Galley.Tests.Authoring.Import.ImportFixture;

namespace Galley.Tests.Authoring.Import;

/// <summary>Sheets that other tools, people and programs have broken: nothing of them may be scheduled by mistake.</summary>
internal sealed class ImportSafetyTests
{
    [Test]
    public void Text_WithACommaAndNoQuotes_IsLeftOut()
    {
        var outcome = Outcome("date,text\n2026-06-16 10:00,Hello, world. We grew by 40 %, and here is how\n");

        Assert.That(outcome, Does.StartWith("left out: it has 4 cells and the sheet has 2 columns"));
    }

    [TestCase("workflow state", "In review", "draft: its workflow state is \"In review\"")]
    [TestCase("Approval by legal", "Ann", "draft: its Approval by legal is \"Ann\"")]
    [TestCase("✅ Status", "idea", "draft: its ✅ Status is \"idea\"")]
    [TestCase("Poll options", "yes; no", "draft: import can't add its Poll options (\"yes; no\")")]
    [TestCase("Video file", "a.mp4", "draft: import can't add its Video file (\"a.mp4\")")]
    public void Column_ThatSpeaksOfMoreThanAText_IsObeyed(string header, string cell, string outcome)
    {
        Assert.That(Outcome($"📝 Text,date,{header}\nHello,2026-06-16 10:00,{cell}\n"), Does.StartWith(outcome));
    }

    [TestCase("'+40 % revenue", "+40 % revenue")]
    [TestCase("'- 12 % costs, we're glad", "- 12 % costs, we're glad")]
    [TestCase("'+40 %' says the report", "'+40 %' says the report")]
    [TestCase("'tis the season", "'tis the season")]
    public void Apostrophe_BeforeAFormula_IsNoPartOfTheText(string cell, string text)
    {
        var post = Run($"text,date\n\"{cell}\",2026-06-16 10:00\n").Posts.Single();

        Assert.That(post.File.Text, Does.EndWith($"---\n{text}\n"));
    }

    [TestCase("\u200B", "left out: it has no text")]
    [TestCase("Hi <Name>", "draft: its text contains a placeholder that nothing replaces")]
    public void Text_ThatIsNotAll_IsNotScheduled(string text, string outcome)
    {
        Assert.That(Outcome($"text,date\n{text},2026-06-16 10:00\n"), Does.StartWith(outcome));
    }

    [Test]
    public void Columns_ThatSayWhetherWhoAndWhere_AreObeyed()
    {
        var result = Run(
            """
            text,date,status,approved,account,timezone
            Not ready yet,2026-06-15 10:00,draft,no,Northwind Traders,America/New_York
            For another client,2026-06-16 10:00,scheduled,yes,Beta Ltd,America/New_York
            Berlin time,2026-06-17 10:00,scheduled,yes,Northwind Traders,Europe/Berlin
            All is said,2026-06-18 10:00,Approved,TRUE,LinkedIn - Northwind Traders,America/New_York
            """
        );

        Assert.That(
            Outcomes(result),
            Is.EqualTo(
                new[]
                {
                    "2 draft: its status is \"draft\"; it is not approved (its approved is \"no\")",
                    "3 left out: its account is \"Beta Ltd\", not \"Northwind Traders\"",
                    "4 scheduled",
                    "5 scheduled",
                }
            )
        );
        Assert.That(result.UnreadColumns, Is.Empty);
        Assert.That(result.Posts[1].At.ToString(), Is.EqualTo("2026-06-17T08:00:00Z"));
        Assert.That(result.Posts[1].File.Text, Does.Contain("scheduled_at: 2026-06-17 04:00"), "the client's own time");
    }

    [Test]
    public void CommentsAndTags_OfATeam_BecomeNotesAndLabels_AndAreNotPublished()
    {
        var result = Run(
            """
            text,date,comments,tags
            Our numbers are in,2026-07-04 10:00,"Ann: please check 40 % with legal before this goes out","Client approved, Evergreen"
            """
        );

        var file = result.Posts.Single().File.Text;
        Assert.That(Outcomes(result).Single(), Does.StartWith("2 draft: it has comments: \"Ann: please check 40 %"));
        Assert.That(file, Does.Not.Contain("followups").And.Not.Contain("#Client").And.Not.Contain("#Evergreen"));
        Assert.That(
            file,
            Does.Contain(
                "labels: [Client approved, Evergreen]\nnotes: \"comments: Ann: please check 40 % with legal before this goes out\"\n"
            )
        );
        Assert.That(file, Does.EndWith("---\nOur numbers are in\n"));
    }

    [Test]
    public void Remarks_OnARowThatIsApproved_DoNotHoldIt()
    {
        Assert.That(
            Outcome("text,date,notes,approved\nHello,2026-06-15 10:00,Ann: lovely,yes\n"),
            Is.EqualTo("scheduled")
        );
    }

    [TestCase("#NAME?")]
    [TestCase("#REF!")]
    [TestCase("#VALUE!")]
    [TestCase("#DIV/0!")]
    [TestCase("#N/A")]
    [TestCase("#BEZUG!")]
    [TestCase("#¡REF!")]
    [TestCase("#NV")]
    [TestCase("########")]
    [TestCase("Err:502")]
    [TestCase("Loading...")]
    public void SpreadsheetErrors_InTheText_AreLeftOut(string error)
    {
        Assert.That(Outcome($"text,date\n{error},2026-06-15 10:00\n"), Does.StartWith("left out: its text is"));
    }

    [TestCase("date", "text,date\nHello,########\n")]
    [TestCase("first comment", "text,date,first comment\nHello,2026-06-15 10:00,#REF!\n")]
    [TestCase("hashtags", "text,date,hashtags\nHello,2026-06-15 10:00,#N/A\n")]
    [TestCase("media", "text,date,media\nHello,2026-06-15 10:00,#NAME?\n")]
    [TestCase("status", "text,date,status\nHello,2026-06-15 10:00,#VALUE!\n")]
    public void SpreadsheetErrors_InAnyCellThatIsRead_AreLeftOut(string header, string csv)
    {
        Assert.That(Outcome(csv), Does.StartWith($"left out: its {header} is"));
    }

    [TestCase("\"He said \\\"hi\\\" today\",2026-06-18 10:00", TestName = "Backslashes before the quotes")]
    [TestCase("\"He said \"hi\" today\",2026-06-18 10:00", TestName = "Quotes not doubled")]
    [TestCase("\"Hello\" world,2026-06-18 10:00", TestName = "Text after the closing quote")]
    [TestCase("Hello \"world,2026-06-18 10:00", TestName = "One quote in an unquoted text")]
    [TestCase(" \"Hello world\",2026-06-18 10:00", TestName = "A space before the quote")]
    [TestCase("\"Hello,2026-06-18 10:00", TestName = "A quote that nobody closes")]
    public void Quotes_ThatDoNotMatch_AreLeftOut(string row)
    {
        Assert.That(Outcome($"text,date\n{row}\n"), Does.StartWith("left out: its quotation marks do not match"));
    }

    [TestCase("#growth#b2b", "#growth #b2b")]
    [TestCase("#growth #b2b", "#growth #b2b")]
    [TestCase("growth, rev ops; #b2b#sales", "#growth #revops #b2b #sales")]
    [TestCase("##growth", "#growth")]
    [TestCase("n/a", null)]
    public void Hashtags_AsPeopleWriteThem_AreTakenApart(string cell, string? tags)
    {
        var post = Run($"text;date;hashtags\nHey;2026-06-17 10:00;\"{cell}\"\n").Posts.Single();

        Assert.That(post.File.Text, Does.EndWith(tags is null ? "---\nHey\n" : $"---\nHey\n\n{tags}\n"));
        Assert.That(post.IsDraft, Is.False);
    }

    [TestCase(
        "{{first_name}}, look",
        "left out: its text contains the placeholder \"{{first_name}}\", which nothing replaces"
    )]
    [TestCase(
        "Comment <<keyword>>",
        "left out: its text contains the placeholder \"<<keyword>>\", which nothing replaces"
    )]
    [TestCase("Caf\uFFFD", "left out: its text contains \"\uFFFD\" in place of a letter that was lost")]
    [TestCase("TBD", "left out: its text is only \"TBD\"")]
    [TestCase("-", "left out: its text is only \"-\"")]
    [TestCase("???", "left out: its text is only \"???\"")]
    [TestCase("   ", "left out: it has no text")]
    [TestCase("\u00A0", "left out: it has no text")]
    [TestCase("Hi {first_name}", "draft: its text contains a placeholder that nothing replaces")]
    [TestCase("Hi *|FNAME|*", "draft: its text contains a placeholder that nothing replaces")]
    [TestCase("Read it here: [insert link]", "draft: its text contains a placeholder that nothing replaces")]
    [TestCase("Lorem ipsum dolor", "left out: its text is only \"Lorem ipsum dolor\"")]
    [TestCase("We grew by TBC %", "draft: its text contains a placeholder that nothing replaces")]
    [TestCase("=A2&B2", "draft: its text looks like a formula")]
    [TestCase("Growth of #REF! in May", "draft: its text contains an error of the spreadsheet program")]
    [TestCase(
        "---\nstatus: scheduled\n---\nHello",
        "draft: its text begins with fields between two lines of \"---\", which are no words of a post"
    )]
    [TestCase("--- New ---\nHello: this is it\n---\nMore", "scheduled")]
    [TestCase("<p>Hello</p>", "draft: its text contains HTML, which LinkedIn shows as it is")]
    [TestCase("Ben &amp; Ann", "draft: its text contains HTML, which LinkedIn shows as it is")]
    [TestCase("One.\\n\\nTwo.", "draft: its text contains \\n or \\t in place of a line break or a tab")]
    [TestCase("Itâ€™s here", "draft: its text contains letters of a wrong encoding, such as Ã¼ for ü")]
    [TestCase("Größe: 3 < 5 & 7 > 6, C:\\new", "scheduled")]
    [TestCase("[guide](https://a.example) {x y z, 1} 50% of 100%", "scheduled")]
    [TestCase("+40 % #1 *terms apply 8. Mai = Feiertag", "scheduled")]
    public void Texts_ThatAreNotFinished_AreNotScheduled(string text, string outcome)
    {
        Assert.That(Outcome($"text;date\n\"{text}\";2026-06-15 10:00\n"), Is.EqualTo(outcome));
    }

    [TestCase("scheduled", "scheduled")]
    [TestCase("Approved", "scheduled")]
    [TestCase("READY TO POST", "scheduled")]
    [TestCase("idea", "draft: its status is \"idea\"")]
    [TestCase("In review", "draft: its status is \"In review\"")]
    [TestCase("", "draft: its status is empty")]
    [TestCase("no", "draft: its status is \"no\"")]
    [TestCase("Rejected", "left out: its status is \"Rejected\"")]
    [TestCase("not approved", "left out: its status is \"not approved\"")]
    [TestCase("Published", "left out: its status is \"Published\", so it is out already")]
    public void Status_DecidesWhatBecomesOfARow(string status, string outcome)
    {
        Assert.That(Outcome($"text;date;status\nHello;2026-06-15 10:00;{status}\n"), Is.EqualTo(outcome));
    }

    [TestCase("Approved?", "yes", "scheduled")]
    [TestCase("Client approval", "✓", "scheduled")]
    [TestCase("approved", "", "draft: its approved is empty")]
    [TestCase("approved", "Ann, Monday", "draft: its approved is \"Ann, Monday\"")]
    [TestCase("Draft", "TRUE", "draft: its Draft is \"TRUE\"")]
    [TestCase("Draft", "", "scheduled")]
    [TestCase("Draft", "second", "draft: its Draft is \"second\"")]
    [TestCase("platform", "LinkedIn, Facebook", "scheduled")]
    [TestCase("platform", "Instagram", "left out: its platform is \"Instagram\", not LinkedIn")]
    [TestCase("platform", "", "draft: its platform is empty")]
    [TestCase("channel", "All channels", "scheduled")]
    [TestCase(
        "channel",
        "LinkedIn (Ann's profile)",
        "left out: its channel is \"LinkedIn (Ann's profile)\", not LinkedIn"
    )]
    [TestCase("client", "northwind", "scheduled")]
    [TestCase("client", "NORTHWIND TRADERS", "scheduled")]
    [TestCase(
        "client",
        "Northwind Traders EU",
        "left out: its client is \"Northwind Traders EU\", not \"Northwind Traders\""
    )]
    [TestCase("client", "", "draft: its client is empty")]
    [TestCase("LinkedIn", "yes", "scheduled")]
    [TestCase("LinkedIn", "", "left out: its LinkedIn does not say yes")]
    [TestCase("LinkedIn", "later", "draft: its LinkedIn says neither yes nor no: \"later\"")]
    [TestCase("Facebook", "TRUE", "draft: it is for Facebook, and the sheet does not say that it is for LinkedIn")]
    [TestCase(
        "video url",
        "https://a.example/v.mp4",
        "draft: import can't add its video url (\"https://a.example/v.mp4\"); add it to the file yourself"
    )]
    [TestCase(
        "LinkedIn Poll Question",
        "Tea?",
        "draft: import can't add its LinkedIn Poll Question (\"Tea?\"); add it to the file yourself"
    )]
    [TestCase("feedback", "Shorter, please", "draft: it has feedback: \"Shorter, please\"")]
    [TestCase(
        "link",
        "www.example.com",
        "draft: its link \"www.example.com\" is not a complete URL, so it is not used"
    )]
    [TestCase("", "left over", "left out: it has \"left over\" in column C, which has no header")]
    [TestCase(
        "media",
        "https://a.example/deck.pdf",
        "left out: \"https://a.example/deck.pdf\" is not a picture that LeadPanther takes (JPEG, PNG, GIF, WebP)"
    )]
    [TestCase(
        "media",
        "https://a.example/a.heic",
        "left out: \"https://a.example/a.heic\" is not a picture that LeadPanther takes (JPEG, PNG, GIF, WebP)"
    )]
    [TestCase("first comment", "Hi {name}", "draft: its first comment contains a placeholder that nothing replaces")]
    [TestCase("Campaign", "Q2", "scheduled")]
    public void AnotherColumn_IsObeyed(string header, string cell, string outcome)
    {
        Assert.That(Outcome($"text;date;{header};end\nHello;2026-06-15 10:00;{cell};\n"), Is.EqualTo(outcome));
    }

    [TestCase("date,text\n2026-06-15 10:00,First line\nsecond line\n2026-06-16 10:00,Next\n")]
    [TestCase("text,date\nFirst line\nsecond line,2026-06-15 10:00\n")]
    [TestCase("text,date\nFirst line\n\nsecond line,2026-06-15 10:00\n")]
    [TestCase("date,text,media\n2026-06-15 10:00,First line\nsecond line,\n")]
    [TestCase("date,text,campaign\n2026-06-15 10:00,We grew by 40,000 people\n")]
    [TestCase("date,text,campaign\n2026-06-15 10:00,Hello, world\n")]
    [TestCase("date;text\n2026-06-15 10:00;Hello; world\n")]
    [TestCase("date,text\n2026-06-15 10:00,Hello,\n")]
    public void Texts_ThatACommaOrALineBreakCuts_AreNotScheduled(string csv)
    {
        var scheduled = Run(csv).Posts.Where(post => !post.IsDraft).Select(post => post.Start);

        Assert.That(scheduled, Is.SubsetOf(new[] { "Next" }));
    }

    [Test]
    public void Link_OfItsOwnColumn_IsAddedBelowTheTextAndTold()
    {
        var posts = Run(
            """
            text;date;link;hashtags
            Hello;2026-06-15 10:00;https://example.com/a?b=1;b2b
            See https://example.com/c now;2026-06-16 10:00;https://example.com/c/;
            """
        ).Posts;

        Assert.That(posts[0].File.Text, Does.EndWith("---\nHello\n\nhttps://example.com/a?b=1\n\n#b2b\n"));
        Assert.That(
            posts[0].Extras,
            Is.EqualTo(new[] { "1 link added below the text", "1 hashtag added below the text" })
        );
        Assert.That(posts[1].File.Text, Does.EndWith("---\nSee https://example.com/c now\n"));
    }

    [Test]
    public void Draft_SaysInItsFileWhyItIsOne()
    {
        var post = Run("text;date;status\nHello;2026-06-15 10:00;\"in\nreview\u2028\"\n").Posts.Single();

        Assert.That(
            post.File.Text,
            Does.Contain("\n# This is a draft because its status is \"in\".\nstatus: draft\nscheduled_at: ")
        );
    }

    [Test]
    public void File_WithoutAnything_SaysSo()
    {
        Assert.That(Assert.Throws<GalleyException>(() => Run("\n\n")).Message, Is.EqualTo("The sheet is empty."));
    }

    [Test]
    public void File_InUtf16_IsReadWhicheverItsOrder()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("text\tdate\nCafé\t2026-06-15 10:00\n")];

            Assert.That(Run(bytes).Posts.Single().Start, Is.EqualTo("Café"));
        }
    }
}
