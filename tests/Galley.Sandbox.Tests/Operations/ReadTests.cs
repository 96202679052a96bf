using System.Text.Json.Nodes;

namespace Galley.Sandbox.Tests.Operations;

internal sealed class ReadTests
{
    [Test]
    public async Task Engagement_BeforeAndAfterItsTime_FollowsTheClock()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post());
        var path = $"{SandboxFixture.Client}/posts/{id}/engagement";

        var before = await fixture.Agency.Get(path);
        fixture.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 15, 14, 0, 0, TimeSpan.Zero));
        var just = await fixture.Agency.Get(path);
        fixture.Clock.Advance(TimeSpan.FromHours(2));
        var soon = await fixture.Agency.Get(path);
        fixture.Clock.Advance(TimeSpan.FromDays(3));
        var later = await fixture.Agency.Get(path);

        Assert.Multiple(() =>
        {
            Assert.That(
                before.Data.ToJsonString(),
                Is.EqualTo($$"""{"post_id":"{{id}}","published_url":null,"metrics_available":false,"metrics":null}""")
            );
            Assert.That(
                just.Data["published_url"]!.GetValue<string>(),
                Does.StartWith("https://www.linkedin.com/posts/")
            );
            Assert.That(just.Data["metrics_available"]!.GetValue<bool>(), Is.False);
            Assert.That(soon.Data["metrics_available"]!.GetValue<bool>(), Is.True);
            foreach (var metric in new[] { "impressions", "reactions", "comments", "reposts" })
            {
                Assert.That(
                    Metric(later, metric),
                    Is.GreaterThan(0).And.GreaterThanOrEqualTo(Metric(soon, metric)),
                    metric
                );
            }
        });

        static long Metric(HttpAnswer answer, string name) => answer.Data["metrics"]![name]!.GetValue<long>();
    }

    [TestCase("/posts/{0}/engagement")]
    [TestCase("/lead-magnets/{0}/analytics")]
    public async Task Read_OfAnotherAccountsObject_Is404(string route)
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var post = await fixture.Created(
            route.StartsWith("/posts", StringComparison.Ordinal) ? "/posts" : "/lead-magnets",
            Theirs(route),
            user: ""
        );

        var answer = await fixture.Agency.Get(SandboxFixture.Client + string.Format(null, route, post));

        Assert.That((int)answer.Status, Is.EqualTo(404));
        Assert.That(
            fixture.Server.Violations,
            Is.Empty,
            "asking whether an object still exists is what the read is for"
        );

        static JsonObject Theirs(string route) =>
            route.StartsWith("/posts", StringComparison.Ordinal) ? SandboxFixture.Post() : SandboxFixture.LeadMagnet();
    }

    [Test]
    public async Task Analytics_OfALeadMagnet_GrowWithItsPosts()
    {
        await using var fixture = await Audience();
        var id = fixture.Server.Posts[0].TemplateId;

        var data = (
            await fixture.Agency.Get($"{SandboxFixture.Client}/lead-magnets/{id}/analytics?limit=2&offset=0")
        ).Data;
        var leads = await Ids(fixture, "/leads?limit=100");

        Assert.Multiple(() =>
        {
            Assert.That(
                data.AsObject().Select(pair => pair.Key),
                Is.EqualTo(new[] { "lead_magnet", "page", "metrics", "recent_captures", "pagination" })
            );
            Assert.That(data["page"]!["slug"]!.GetValue<string>(), Is.EqualTo("example-guide"));
            Assert.That(data["metrics"]!["captures"]!.GetValue<int>(), Is.GreaterThan(2));
            Assert.That(data["recent_captures"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(data["pagination"]!["has_more"]!.GetValue<bool>(), Is.True);
            Assert.That(leads, Does.Contain(data["recent_captures"]![0]!["lead_id"]!.GetValue<string>()));
        });
    }

    [TestCase("/leads")]
    [TestCase("/activity")]
    public async Task Pages_PutTogether_AreTheWholeList(string route)
    {
        await using var fixture = await Audience();
        var all = await Ids(fixture, route + "?limit=100");

        var pages = new List<string>();
        while (pages.Count < all.Count)
        {
            pages.AddRange(await Ids(fixture, $"{route}?limit=7&offset={pages.Count}"));
        }

        Assert.That(all, Has.Count.GreaterThan(14));
        Assert.That(pages, Is.EqualTo(all));
        Assert.That(all, Is.Unique);
    }

    [TestCase("source", "comments", "sources.comments", "true")]
    [TestCase("source", "dms", "sources.dms", "true")]
    [TestCase("source", "intent", "sources.intent", "true")]
    [TestCase("keyword", "guide", "latest_keyword", "\"GUIDE\"")]
    [TestCase("has_intent", "false", "has_intent", "false")]
    [TestCase("qualification", "qualified", "qualification_status", "\"qualified\"")]
    public Task Leads_Filtered_AreThoseAndAllOfThose(string filter, string value, string field, string expected) =>
        Filtered("/leads", filter, value, row => Field(row, field) == expected);

    [TestCase("true")]
    [TestCase("false")]
    public Task Leads_FilteredByEmail_AreThoseAndAllOfThose(string value) =>
        Filtered("/leads", "has_email", value, row => Field(row, "emails.submitted") != "null" == bool.Parse(value));

    [TestCase("source", "comments", "source", "\"comment\"")]
    [TestCase("source", "dms", "source", "\"dm\"")]
    [TestCase("status", "new", "status", "\"new\"")]
    [TestCase("keyword", "GUIDE", "keyword", "\"GUIDE\"")]
    [TestCase("search", "please", "metadata.is_lead_magnet_request", "true")]
    public Task Activity_Filtered_IsThatAndAllOfThat(string filter, string value, string field, string expected) =>
        Filtered("/activity", filter, value, row => Field(row, field) == expected);

    [Test]
    public async Task Page_LongerThanTheSandboxAllows_IsCutAndSaysSo()
    {
        await using var fixture = await Audience(options => options with { MaxPageSize = 5 });

        var said = (await fixture.Agency.Get(SandboxFixture.Client + "/leads?limit=100")).Json;

        Assert.That(said["data"]!.AsArray(), Has.Count.EqualTo(5));
        Assert.That(said["pagination"]!.ToJsonString(), Is.EqualTo("""{"limit":5,"offset":0,"has_more":true}"""));
    }

    [Test]
    public async Task Leads_AreInventedPeopleOnly()
    {
        await using var fixture = await Audience();

        var rows = await Rows(fixture, "/leads?limit=100&has_email=true");

        Assert.That(
            rows.Select(row => row["emails"]!["submitted"]!.GetValue<string>()),
            Is.Not.Empty.And.All.EndsWith("@example.com")
        );
    }

    private static async Task Filtered(string route, string filter, string value, Func<JsonNode, bool> isWanted)
    {
        await using var fixture = await Audience();

        var all = await Rows(fixture, route + "?limit=100");
        var some = await Rows(fixture, $"{route}?limit=100&{filter}={value}");

        Assert.That(
            some.Select(row => row.ToJsonString()),
            Is.Not.Empty.And.EqualTo(all.Where(isWanted).Select(row => row.ToJsonString()))
        );
    }

    /// <summary>Four published posts that offer one lead magnet, and one that offers none.</summary>
    private static async Task<SandboxFixture> Audience(Func<SandboxOptions, SandboxOptions>? change = null)
    {
        var fixture = await SandboxFixture.Sandbox(change);
        var magnet = await fixture.Created("/lead-magnets", SandboxFixture.LeadMagnet());
        for (var day = 2; day <= 5; day++)
        {
            await fixture.Created("/posts", SandboxFixture.Post($"2026-06-0{day}T09:00:00.000Z", magnet));
        }

        await fixture.Created("/posts", SandboxFixture.Post("2026-06-05T10:00:00.000Z"));
        fixture.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 5, 20, 0, 0, TimeSpan.Zero));
        return fixture;
    }

    private static async Task<List<JsonNode>> Rows(SandboxFixture fixture, string path) =>
        [.. (await fixture.Agency.Get(SandboxFixture.Client + path)).Data.AsArray().Select(row => row!)];

    private static async Task<List<string>> Ids(SandboxFixture fixture, string path) =>
        [.. (await Rows(fixture, path)).Select(row => row["id"]!.GetValue<string>())];

    private static string Field(JsonNode row, string path) =>
        path.Split('.').Aggregate((JsonNode?)row, (node, step) => node![step])?.ToJsonString() ?? "null";
}
