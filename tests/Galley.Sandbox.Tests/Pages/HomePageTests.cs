using System.Text.Json.Nodes;

namespace Galley.Sandbox.Tests.Pages;

internal sealed class HomePageTests
{
    private const string Hostile = "</p><script>alert(1)</script>\" onload='x' <img src=x onerror=alert(2)> & {{x}}";

    [Test]
    public async Task Page_WithHostileContent_ShowsItAsText()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var magnet = await fixture.Created(
            "/lead-magnets",
            SandboxFixture.LeadMagnet(Hostile).With("text_template", Hostile + "{{resource_link}}")
        );
        await fixture.Created("/posts", SandboxFixture.Post(magnet: magnet).With("text", Hostile));
        var upload = await fixture.Agency.Post(
            SandboxFixture.Client + "/media/upload-url",
            SandboxFixture.Upload(name: "\"><script>.png")
        );
        await fixture.With(null).Put(upload.Data["upload_url"]!.GetValue<string>(), [1, 2, 3, 4], "image/png");
        await fixture.Agency.Get("/<script>alert(3)");

        var page = await Page(fixture);

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Not.Contain("<script").And.Not.Contain("<img src=x").And.Not.Contain("' <"));
            Assert.That(page.Text, Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt;"));
            Assert.That(
                page.Headers.GetValues("Content-Security-Policy").Single(),
                Does.StartWith("default-src 'none'; style-src 'self'; img-src http://127.0.0.1:")
            );
        });
    }

    [Test]
    public async Task Page_ForAPerson_HasFormsToWriteEditAndDelete()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var post = await fixture.Created("/posts", SandboxFixture.Post());
        fixture.Server.Manual.EditLeadMagnet(SandboxFixture.EarlierId, new JsonObject { ["keyword"] = "BOOK" });

        var page = (await Page(fixture)).Text;

        Assert.Multiple(() =>
        {
            foreach (
                var path in new[]
                {
                    "posts",
                    $"posts/{post}",
                    $"posts/{post}/delete",
                    "lead-magnets",
                    $"lead-magnets/{SandboxFixture.EarlierId}",
                    $"lead-magnets/{SandboxFixture.EarlierId}/delete",
                }
            )
            {
                Assert.That(page, Does.Contain($"<form method=\"post\" action=\"/sandbox/{path}\">"));
            }

            Assert.That(page, Does.Contain("value=\"2026-06-15T14:00\""));
            Assert.That(page, Does.Contain($"<option value=\"{SandboxFixture.DirectId}\">Rosa</option>"));
        });
    }

    [Test]
    public async Task Page_OfAnAccount_ShowsPostsInCalendarOrderWithTheirStatus()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        await fixture.Created("/posts", SandboxFixture.Post("2026-06-20T09:00:00.000Z").With("text", "The later one."));
        await fixture.Created("/posts", SandboxFixture.Post("2026-06-02T09:00:00.000Z").With("text", "The first one."));
        await fixture.Created(
            "/posts",
            SandboxFixture.Post(at: null).With("status", "draft").With("text", "The draft.")
        );
        fixture.Clock.Advance(TimeSpan.FromDays(2));

        var page = (await Page(fixture)).Text;
        var text = page[page.IndexOf("<section>", StringComparison.Ordinal)..];

        Assert.That(
            new[]
            {
                "Client A",
                "published</span> Tue 2 Jun 2026, 09:00 UTC",
                "The first one.",
                "scheduled</span> Sat 20 Jun",
                "The later one.",
                "draft</span> no time",
                "The draft.",
            }.Select(piece => text.IndexOf(piece, StringComparison.Ordinal)),
            Is.Ordered.And.All.GreaterThan(0)
        );
    }

    [Test]
    public async Task Calendar_OfAllAccounts_LeadsFromItsDayToThePost()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var first = await fixture.Created(
            "/posts",
            SandboxFixture.Post("2026-06-02T09:00:00.000Z").With("text", "Out by now.")
        );
        await fixture.Created(
            "/posts",
            SandboxFixture.Post("2026-07-20T09:30:00.000Z").With("text", "Still to come.\nSecond line.")
        );
        await fixture.Created(
            "/posts",
            SandboxFixture.Post(at: null).With("status", "draft").With("text", "The draft.")
        );
        fixture.Clock.Advance(TimeSpan.FromDays(2));

        var page = (await Page(fixture)).Text;
        var calendar = page[..page.IndexOf("<section>", StringComparison.Ordinal)];

        Assert.That(
            new[]
            {
                "<caption>June 2026",
                "Tue 2 Jun",
                $"href=\"#post-{first}\"",
                "09:00 ✓ published",
                "Out by now.",
                "<caption>July 2026",
                "09:30 ◷ scheduled",
                "Still to come.",
            }.Select(piece => calendar.IndexOf(piece, StringComparison.Ordinal)),
            Is.Ordered.And.All.GreaterThan(0),
            calendar
        );
        Assert.That(calendar, Does.Not.Contain("The draft.").And.Not.Contain("Second line."));
        Assert.That(page, Does.Contain($"id=\"post-{first}\""));
    }

    [Test]
    public async Task Page_OfAPost_ShowsItsPicturesAndWhatFollows()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        await fixture.Created(
            "/posts",
            SandboxFixture
                .Post()
                .With("images", JsonNode.Parse("""[{"url": "https://elsewhere.example/a.png", "type": "image"}]""")!)
                .With(
                    "followups",
                    JsonNode.Parse(
                        """
                        {
                          "reaction": {"enabled": true, "delay_minutes": 25, "reaction_type": "like"}, "repost": null,
                          "comments": [{"text": "First <b>.", "delay_minutes": 60}]
                        }
                        """
                    )!
                )
        );

        var page = (await Page(fixture)).Text;

        Assert.That(
            page,
            Does.Contain("+25 min</span> like").And.Contains("+60 min</span> <span class=\"text\">First &lt;b&gt;.")
        );
        Assert.That(
            page,
            Does.Contain("Picture: https://elsewhere.example/a.png").And.Not.Contain("src=\"https://elsewhere")
        );
    }

    [TestCase("evil.example")]
    [TestCase("127.0.0.1.evil.example")]
    public async Task Page_UnderAnotherName_IsRefused(string host)
    {
        await using var fixture = await SandboxFixture.Sandbox();
        using var request = new HttpRequestMessage(HttpMethod.Get, fixture.Server.PageUrl);
        request.Headers.Host = host;

        Assert.That((int)(await fixture.With(null).Send(request)).Status, Is.EqualTo(421));
    }

    private static async Task<HttpAnswer> Page(SandboxFixture fixture)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, fixture.Server.PageUrl);
        return await fixture.With(null).Send(request);
    }
}
