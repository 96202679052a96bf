using Galley.Content;
using Galley.Rendering.Preview;
using Galley.Rendering.Reports;
using Galley.Reporting;
using Galley.Testing;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering.Reports;

internal sealed class ReportSiteTests
{
    [TestCase("report.md")]
    [TestCase("posts.csv")]
    [TestCase("lead-magnets.csv")]
    public void File_OfAMonthWithEverything(string path) =>
        Snapshot.Match(Text(Full(), path), $"{nameof(ReportSiteTests)}.{path}");

    [Test]
    public void Pages_OfOneClient_AreOne_AndOfMore_OneEach()
    {
        var one = ReportSite.Render(Full(), new ReportOptions()).Select(file => file.Path);
        var two = ReportSite
            .Render(
                Full() with
                {
                    Clients = [SampleReport.Full(), SampleReport.Full() with { Slug = "contoso", Name = "Contoso" }],
                },
                new ReportOptions()
            )
            .ToList();

        Assert.That(one, Is.EqualTo(new[] { "index.html", "report.md", "posts.csv", "lead-magnets.csv" }));
        Assert.That(
            two.Select(file => file.Path).Take(3),
            Is.EqualTo(new[] { "index.html", "clients/northwind.html", "clients/contoso.html" })
        );
        Assert.That(two[1].Text, Does.Not.Contain("Contoso"), "it may be sent to that client");
    }

    [Test]
    public void Page_OfHostileWords_HoldsThemAsText()
    {
        var text = Text(Full(), "index.html");

        Assert.That(text, Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.Not.Contain("<script"));
    }

    [Test]
    public void Page_WithoutAnyFigure_SaysWhatToDo()
    {
        var text = Text(
            new Report(
                SampleReport.Now,
                SampleReport.Span,
                [SampleReport.Report([Sample.Live(SampleReport.Post("old", 1))])]
            ),
            "index.html"
        );

        Assert.That(
            text,
            Does.Contain("No figures were read in these days")
                .And.Contain("<code>galley refresh</code>")
                .And.Contain("Without figures")
        );
    }

    [Test]
    public void Page_OfAMonth_ShowsTheBestWithItsPicture_AndFoldsOlderPosts()
    {
        var text = Busy(new ReportOptions { Open = _ => new MemoryStream(BusyReport.Picture) });

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            text,
            Does.Contain(
                "<p class=\"rank\">Best</p>\n<h3 dir=\"auto\"><a href=\"https://www.linkedin.com/posts/rooms\""
            )
        );
        Assert.That(text, Does.Contain($"data:image/png;base64,{Convert.ToBase64String(BusyReport.Picture)}"));
        Assert.That(text, Does.Contain("<summary>Older posts: 1 post with nothing in these days</summary>"));
        Assert.That(text, Does.Contain("out after the last reading: none so far"));
    }

    [Test]
    public void Page_IsTheAgencys_WhereGalleyYamlNamesIt()
    {
        var text = Busy(
            new ReportOptions
            {
                Agency = new Agency("Harbour & Quill", "logo.png", null),
                Logo = new Picture("image/png", [1, 2, 3]),
            }
        );

        Assert.That(
            text,
            Does.Contain("<img class=\"logo\" src=\"data:image/png;base64,AQID\" alt=\"\">Harbour &amp; Quill</a>")
        );
    }

    private static string Busy(ReportOptions options) =>
        ReportSite
            .Render(new Report(BusyReport.Now, BusyReport.Span, [BusyReport.Client()]), options)
            .Single(file => file.Path == "index.html")
            .Text!;

    private static Report Full() => new(SampleReport.Now, SampleReport.Span, [SampleReport.Full()]);

    private static string Text(Report report, string path) =>
        ReportSite.Render(report, new ReportOptions()).Single(file => file.Path == path).Text!;
}
