using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Markdown;
using Galley.Rendering.Preview;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Rendering.Preview;

internal sealed partial class PreviewSiteTests
{
    [Test]
    public void Site_EveryLink_LeadsToAPageAndAPlaceOnIt()
    {
        var posts = Enumerable
            .Range(0, 45)
            .Select(number =>
                Sample.Post($"deep/post-{number}") with
                {
                    ScheduledAt = Sample.Now + Duration.FromDays(number),
                }
            );
        var files = PreviewSite
            .Render(
                PreviewFixture.Planned(
                    posts.Append(PreviewFixture.FullPost()).Cast<object>().Append(Sample.LeadMagnet())
                ),
                new PreviewOptions()
            )
            .ToDictionary(file => file.Path);

        var broken =
            from page in files.Values
            where page.Text is not null
            from Match link in Link().Matches(page.Text!)
            where !Leads(files, page.Path, link.Groups[1].Value)
            select $"{page.Path}: {link.Groups[1].Value}";

        Assert.That(broken, Is.Empty);
    }

    [Test]
    public void Site_CrowdedDay_GetsAPageOfItsOwn()
    {
        var posts = Enumerable.Range(0, 60).Select(number => Sample.Post($"post-{number}"));

        var files = PreviewSite
            .Render(PreviewFixture.Planned(posts), new PreviewOptions())
            .ToDictionary(file => file.Path);

        Assert.That(
            files["calendar/2026-06.html"].Text,
            Does.Contain("+56 more").And.Contains("href=\"../calendar/2026-06-15.html\"")
        );
        Assert.That(Regex.Count(files["calendar/2026-06-15.html"].Text!, "class=\"entry"), Is.EqualTo(60));
    }

    [Test]
    public void Site_HostileContent_StaysText()
    {
        const string Attack = "\"><script>alert(1)</script><svg onload=alert(1)>' onx='";
        var client = Sample.Client() with { Name = Attack };
        var post = Sample.Post(body: Attack) with
        {
            TextFormat = TextFormat.Plain,
            Notes = Attack,
            Images =
            [
                new Medium("javascript:alert(1)", null),
                new Medium(null, new MediaFile($"clients/northwind/media/{Attack}.png", 1, "00", "image/png")),
            ],
            Document = new Document("javascript:alert(1)", null, Attack),
            LeadMagnet = new LeadMagnetReference("guide", null),
            Followups = new Followups(new Reaction(true, 5, Attack), [new Comment(Attack, 5)]),
        };
        var magnet = Sample.LeadMagnet(keyword: Attack) with
        {
            ResourceName = Attack,
            Description = Attack,
            TextTemplate = Attack,
            NotConnectedReply = Attack,
            Body = Attack,
            HostedPage = new HostedPage(Attack, null, "javascript:alert(1)", Attack, "javascript:alert(1)"),
        };

        var pages = PreviewSite
            .Render(PreviewFixture.Planned(client, post, magnet), new PreviewOptions())
            .Where(file => file.Text is not null)
            .Select(file => WithoutAssets(file.Text!));

        foreach (var page in pages)
        {
            Assert.That(
                page,
                Does.Not.Contain("<script").And.Not.Contain("<svg onload").And.Not.Contain("href=\"javascript")
            );
        }
    }

    [Test]
    public void Site_ClientThatCannotBeRead_HasAPageWithItsProblems()
    {
        var content = new ClientContent { Slug = "broken" };
        var problem = new Diagnostic(
            "GAL101",
            Severity.Error,
            "Not YAML.",
            "clients/broken/client.yaml",
            Position.Start,
            ""
        )
        {
            Client = "broken",
        };

        var files = PreviewSite.Render(
            PreviewFixture.Planned([PreviewFixture.Client(content)], [problem]),
            new PreviewOptions()
        );

        Assert.That(files.Single(file => file.Path == "clients/broken/index.html").Text, Does.Contain("Not YAML."));
    }

    [Test]
    public void SingleFile_Client_HoldsPicturesAndCodesAndNoLinkOut()
    {
        var html = SingleFilePreview.Write(
            PreviewFixture.Planned(PreviewFixture.FullPost(), Sample.LeadMagnet()),
            new PreviewOptions(),
            _ => [1, 2, 3]
        );

        Assert.That(
            html,
            Does.Contain("src=\"data:image/png;base64,AQID\"")
                .And.Contains("Approval code</span>")
                .And.Contains("How to answer")
        );
        Assert.That(
            Link().Matches(html).Select(link => link.Groups[1].Value),
            Has.All.Matches("^(#|data:image/png|https://example.com/b.png|mailto:)")
        );
    }

    [Test]
    public void FirstPage_BeginsWithWhatNeedsAPerson_AndFoldsWhatWouldHideTheCalendar()
    {
        var missed = Enumerable
            .Range(0, 7)
            .Select(i =>
                Sample.Post($"missed-{i}", $"Missed {i}.") with
                {
                    ScheduledAt = Sample.Now - Duration.FromHours(i + 1),
                }
            );

        var home = PreviewSite
            .Render(PreviewFixture.Planned(missed), new PreviewOptions())
            .Single(file => file.Path == "index.html")
            .Text!;

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            home.IndexOf("id=\"todo\"", StringComparison.Ordinal),
            Is.InRange(1, home.IndexOf("class=\"calendar\"", StringComparison.Ordinal))
        );
        Assert.That(
            home,
            Does.Contain("<summary>2 more</summary>").And.Contains("post <span dir=\"auto\">Missed 0.</span>")
        );
    }

    [Test]
    public void SingleFile_OfWhatIsScheduledAlready_SaysSo_AndAsksNothing()
    {
        var there = Sample.Post("there") with { ScheduledAt = Sample.Now + Duration.FromDays(3) };
        var client = PreviewFixture.Client(
            Sample.Content(there, Sample.Post("open"), Sample.LeadMagnet()),
            Sample.Ledger(Sample.Live(there))
        );

        var html = WithoutAssets(
            SingleFilePreview.Write(PreviewFixture.Planned([client], []), new PreviewOptions(), _ => [])
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            html,
            Does.Contain("Read each post that has a box “Your answer”").And.Contains("</span> Scheduled</span>")
        );
        Assert.That(
            html,
            Does.Not.Contain("LeadPanther (scheduled)").And.Not.Contain("Ready").And.Not.Contain("Code</span>")
        );
        Assert.That(Count(html, "Approval code</span>"), Is.EqualTo(Count(html, "<legend>Your answer")).And.EqualTo(1));
    }

    [Test]
    public void Folder_WrittenAgain_LosesStalePagesAndNothingOfOthers()
    {
        using var folder = new TemporaryFolder();
        PreviewFolder.Write(
            [new PreviewFile("a.html", "a", null), new PreviewFile("b/c.html", "c", null)],
            folder["site"],
            folder.Path
        );
        PreviewFolder.Write([new PreviewFile("a.html", "new", null)], folder["site"], folder.Path);
        File.WriteAllText(folder["mine.txt"], "keep");

        Assert.That(File.ReadAllText(folder["site/a.html"]), Is.EqualTo("new"));
        Assert.That(File.Exists(folder["site/b/c.html"]), Is.False);
        Assert.That(
            () => PreviewFolder.Write([], folder.Path, folder.Path),
            Throws.TypeOf<GalleyException>().With.Message.Contains("--out")
        );
    }

    private static bool Leads(Dictionary<string, PreviewFile> files, string from, string link)
    {
        if (link.StartsWith("https://", StringComparison.Ordinal))
        {
            return true;
        }

        var (path, anchor) = link.Split('#') is [var first, var second] ? (first, second) : (link, null);
        var target = path.Length == 0 ? from : new Uri(new Uri($"http://x/{from}"), path).AbsolutePath[1..];
        return files.TryGetValue(target, out var page)
            && (anchor is null || page.Text!.Contains($"id=\"{anchor}\"", StringComparison.Ordinal));
    }

    private static int Count(string html, string words) => html.Split(words).Length - 1;

    private static string WithoutAssets(string html) => Asset().Replace(html, "");

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex(@"<(style|script)>\n?(:root|//)[\s\S]*?</\1>")]
    private static partial Regex Asset();
}
