using Galley.Authoring.Editor;
using Galley.Testing;

namespace Galley.Tests.Authoring.Editor;

public class EntryCheckTests
{
    private const string Post = "clients/northwind/posts/launch.md";
    private const string Client =
        "name: Northwind Traders\ntime_zone: America/New_York\nclient_id: 00000000-0000-4000-8000-000000000001\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Check_TimeThatTheClocksSkip_IsAnErrorOfItsField()
    {
        var report = Check("---\nstatus: scheduled\nscheduled_at: 2027-03-14 02:30\n---\nHello\n");

        var problem = report.Problems.Single(problem => problem.Severity == "error");
        Assert.That(problem.Field, Is.EqualTo("scheduled_at"));
        Assert.That(problem.Code, Is.EqualTo("GAL303"));
        Assert.That(problem.Help, Is.Not.Empty);
    }

    [Test]
    public void Check_ProblemInTheText_IsOneOfTheBody()
    {
        var report = Check("---\nstatus: draft\n---\nFirst\n\n![a picture](x.png)\n");

        Assert.That(report.Problems.Select(problem => problem.Field), Is.All.EqualTo("body").And.Not.Empty);
    }

    [Test]
    public void Check_FieldThatIsMissing_IsAProblemOfThatField()
    {
        var report = Check("---\nkeyword: GUIDE\n---\nText\n", path: "clients/northwind/lead-magnets/guide.md");

        Assert.That(
            report.Problems.Where(problem => problem.Code == "GAL202").Select(problem => problem.Field),
            Is.EquivalentTo(new[] { "resource_name", "text_template" })
        );
    }

    [Test]
    public void Check_PartOfAFieldThatIsMissing_IsAProblemOfTheWholeField()
    {
        var report = Check("---\ndocument: {file: deck.pdf}\nstatus: draft\n---\nText\n");

        Assert.That(
            report.Problems.Where(problem => problem.Code == "GAL202").Select(problem => problem.Field),
            Is.EqualTo(new[] { "document" })
        );
    }

    [Test]
    public void Check_OtherFilesProblems_AreNotSaid()
    {
        var report = Check(
            "---\nstatus: draft\n---\nHello\n",
            texts: new() { ["clients/northwind/posts/other.md"] = "---\nstats: draft\n---\n" }
        );

        Assert.That(report.Problems, Is.Empty);
    }

    [Test]
    public void Check_ReadyPost_HasCardLengthTimeAndCode()
    {
        var report = Check("---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---\n- one\n- *two*\n");

        Assert.That(report.Card, Does.Contain("• one").And.Contain("Northwind Traders").And.Not.Contain("badge"));
        Assert.That(report.Length, Is.EqualTo("• one\n• two".Length));
        Assert.That(report.Limit, Is.EqualTo(3000));
        Assert.That(report.When, Is.EqualTo("Mon 15 Jun 10:00 New York (Mon 15 Jun 14:00 UTC)"));
        Assert.That(report.Code, Has.Length.EqualTo(4));
    }

    [Test]
    public void Check_PictureKnownByNameAndSize_IsAllowedAndShownByItsPath()
    {
        const string Text = "---\nstatus: draft\nimages: [chart.png, missing.png, large.jpg]\n---\nHello\n";
        var media = new Dictionary<string, long>
        {
            ["clients/northwind/media/chart.png"] = 1000,
            ["clients/northwind/media/large.jpg"] = 9_000_000,
        };

        var report = Check(Text, media: media);

        Assert.That(
            report
                .Problems.Where(problem => problem.Severity == "error")
                .Select(problem => (problem.Field, problem.Code)),
            Is.EquivalentTo(new[] { ("images", "GAL501"), ("images", "GAL504") })
        );
        Assert.That(report.Card, Does.Contain("src=\"galley-media:clients/northwind/media/chart.png\""));
        Assert.That(report.Code, Is.Null, "it depends on the picture's bytes");
    }

    [Test]
    public void Check_FileThatChanges_IsReadAnewAndOneThatGoesIsGone()
    {
        var check = new EntryCheck(_folder.Path);
        const string Text = "---\nstatus: draft\nlead_magnet: guide\n---\nComment GUIDE\n";
        const string Magnet = "clients/northwind/lead-magnets/guide.md";
        const string Guide = "---\nkeyword: GUIDE\nresource_name: Guide\ntext_template: <<resource_link>>\n---\nText\n";

        var with = check.Check(Request(Text, new() { [Magnet] = Guide }));
        var without = check.Check(Request(Text, []));

        Assert.That(with.Problems, Is.Empty);
        Assert.That(without.Problems.Select(problem => problem.Field), Does.Contain("lead_magnet"));
    }

    [Test]
    public void Name_OfANewPost_IsTheOneThatGalleyNewGives()
    {
        const string Text =
            "---\nstatus: draft\nscheduled_at: 2026-06-15 10:00\n---\nÜber forty pipelines, \"here\" is what we've seen so far this year\n";

        var report = Check(Text, isNew: true);
        var second = Check(
            Text,
            new() { [$"clients/northwind/posts/{report.Name}.md"] = "---\nstatus: draft\n---\nOther\n" },
            isNew: true
        );

        Assert.That(report.Name, Is.EqualTo("2026-06-15-uber-forty-pipelines-here-is-what-weve-seen-so"));
        Assert.That(second.Name, Is.EqualTo(report.Name + "-2"));
    }

    [Test]
    public void NextFree_WithAPostOnTheDay_IsTheNextWeekdayWithoutOne()
    {
        var report = Check(
            "---\nstatus: draft\n---\nHello\n",
            new()
            {
                ["clients/northwind/posts/other.md"] =
                    "---\nstatus: draft\nscheduled_at: 2026-06-09 08:30\n---\nOther\n",
            }
        );

        Assert.That(report.NextFree, Is.EqualTo("2026-06-10 08:30"));
        Assert.That(report.WhyFree, Does.Contain("usual time"));
    }

    private EntryReport Check(
        string text,
        Dictionary<string, string>? texts = null,
        Dictionary<string, long>? media = null,
        bool isNew = false,
        string path = Post
    ) => new EntryCheck(_folder.Path).Check(Request(text, texts ?? [], media, isNew, path));

    private static EntryRequest Request(
        string text,
        Dictionary<string, string> texts,
        Dictionary<string, long>? media = null,
        bool isNew = false,
        string path = Post
    ) =>
        new(
            "2026-06-08T09:00:00Z",
            "northwind",
            path,
            new Dictionary<string, string>(texts) { ["clients/northwind/client.yaml"] = Client, [path] = text },
            media ?? [],
            isNew
        );
}
