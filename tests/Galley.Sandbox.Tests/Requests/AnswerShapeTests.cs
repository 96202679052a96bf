using Galley.Sandbox.Accounts;
using Galley.Sandbox.Faults;

namespace Galley.Sandbox.Tests.Requests;

/// <summary>The kinds of API that the sandbox can play.</summary>
internal sealed class AnswerShapeTests
{
    private const string Posts = SandboxFixture.Client + "/posts";

    [TestCase("405", 405, "method_not_allowed")]
    [TestCase("404", 404, "not_found")]
    [TestCase("501", 501, "not_implemented")]
    [TestCase("409", 409, "conflict")]
    [TestCase("403", 403, "forbidden")]
    public async Task Operation_ThatIsNotOffered_AnswersTheDocumentedCode(string fault, int status, string code)
    {
        await using var fixture = await With($"update-post:{fault}");
        var id = await fixture.Created("/posts", SandboxFixture.Post());

        var answer = await fixture.Agency.Send(
            HttpMethod.Patch,
            $"{Posts}/{id}",
            """{"text": "New."}""",
            "application/json"
        );

        Assert.That(((int)answer.Status, answer.Code), Is.EqualTo((status, code)));
        Assert.That(fixture.Server.Posts.Single().UpdatedAt, Is.Null);
    }

    [TestCase("/posts", "id,text,status,scheduled_at,metrics,theme,followups")]
    [TestCase("/lead-magnets", "id,delivery_mode,keyword,resource_name")]
    public async Task FewFields_OfAnObject_AreTheExamplesOwn(string path, string fields)
    {
        await using var fixture = await With("*:few-fields");
        var body = path == "/posts" ? SandboxFixture.Post() : SandboxFixture.LeadMagnet();
        var id = await fixture.Created(path, body);

        var list = await fixture.Agency.Get(SandboxFixture.Client + path);
        var single = await fixture.Agency.Get($"{SandboxFixture.Client}{path}/{id}");

        Assert.That(list.Data[0]!.AsObject().Select(pair => pair.Key), Is.EqualTo(fields.Split(',')));
        Assert.That(single.Data.AsObject().Select(pair => pair.Key), Is.EqualTo(fields.Split(',')));
    }

    [Test]
    public async Task NoObject_AfterAChange_IsStoredAllTheSame()
    {
        await using var fixture = await With("changes:no-object");
        var path = $"{Posts}/{await fixture.Created("/posts", SandboxFixture.Post())}";
        await fixture.Agency.Get(path);

        var answer = await fixture.Agency.Send(HttpMethod.Patch, path, """{"text": "New."}""", "application/json");

        Assert.That(answer.Data.ToJsonString(), Is.EqualTo("""{"result":{"status":"saved"}}"""));
        Assert.That(fixture.Server.Posts.Single().Text, Is.EqualTo("New."));
    }

    [Test]
    public async Task List_Cut_EndsInTheMiddleAndSaysThatItIsAll()
    {
        await using var fixture = await Five("list-posts:cut-off");

        var page = await fixture.Agency.Get(Posts);

        Assert.That(page.Data.AsArray(), Has.Count.EqualTo(3));
        Assert.That(page.Json["pagination"]!["has_more"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public async Task List_ThatRepeats_ShowsAnObjectOnTwoPagesAndStillAllOfThem()
    {
        await using var fixture = await Five("list-posts:repeat");

        var pages = new List<string>();
        HttpAnswer page;
        do
        {
            page = await fixture.Agency.Get($"{Posts}?limit=2&offset={pages.Count}");
            pages.AddRange(Ids(page));
        } while (page.Json["pagination"]!["has_more"]!.GetValue<bool>());

        Assert.That(pages.Distinct(), Is.EqualTo(fixture.Server.Posts.Reverse().Select(post => post.Id)));
        Assert.That(pages[2], Is.EqualTo(pages[1]));
    }

    [Test]
    public async Task List_WithoutEnd_AlwaysSaysThatThereIsMore()
    {
        await using var fixture = await Five("list-posts:endless");

        var page = await fixture.Agency.Get($"{Posts}?limit=2&offset=1000");

        Assert.That(page.Data.AsArray(), Has.Count.EqualTo(2));
        Assert.That(
            page.Json["pagination"]!.ToJsonString(),
            Is.EqualTo("""{"limit":2,"offset":1000,"has_more":true}""")
        );
    }

    [Test]
    public async Task List_ThatHidesAnObject_StillShowsItOnItsOwnPath()
    {
        await using var fixture = await Five("");
        var id = fixture.Server.Posts[2].Id;
        fixture.Server.Faults = FaultPlan.Parse($"list-posts:hide={id}");

        var list = await fixture.Agency.Get(Posts);
        var single = await fixture.Agency.Get($"{Posts}/{id}");

        Assert.That(Ids(list), Has.Count.EqualTo(4).And.No.Member(id));
        Assert.That((int)single.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task List_WithABadOrASharedId_ShowsIt()
    {
        await using var fixture = await Five("list-posts#1:bad-id,list-posts#2:same-id");

        var bad = Ids(await fixture.Agency.Get(Posts));
        var shared = Ids(await fixture.Agency.Get(Posts));

        Assert.That(bad[0], Is.EqualTo("not a UUID/.."));
        Assert.That(shared[1], Is.EqualTo(shared[0]));
    }

    [TestCase("", "scheduled", null)]
    [TestCase("publishes", "published", "https://www.linkedin.com/posts/sandbox-")]
    public async Task Post_PastItsTime_ShowsItsStateIfTheApiPublishes(string plan, string status, string? url)
    {
        await using var fixture = await With(plan);
        var path = $"{Posts}/{await fixture.Created("/posts", SandboxFixture.Post())}";
        fixture.Clock.Advance(TimeSpan.FromDays(15));

        var single = await fixture.Agency.Get(path);
        var deleted = await fixture.Agency.Send(HttpMethod.Delete, path);

        Assert.Multiple(() =>
        {
            Assert.That(single.Data["status"]!.GetValue<string>(), Is.EqualTo(status));
            Assert.That(single.Data["published_url"]?.GetValue<string>(), url is null ? Is.Null : Does.StartWith(url));
            Assert.That(deleted.Code, Is.EqualTo("conflict"));
            Assert.That(
                fixture.Server.Violations,
                Has.Length.EqualTo(url is null ? 0 : 1),
                "who read that it is published must not delete it"
            );
        });
    }

    [Test]
    public async Task Keys_WithoutAReadScope_SayItAndAreForbidden()
    {
        await using var fixture = await With("without-scope=posts:read,without-scope=lead_magnets:read");

        var me = await fixture.Agency.Get("/me");
        var list = await fixture.Agency.Get(Posts);

        Assert.That(
            me.Data["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()),
            Is.EqualTo(Scopes.All.Except([Scopes.PostsRead, Scopes.LeadMagnetsRead]))
        );
        Assert.That(list.Code, Is.EqualTo("forbidden"));
    }

    private static Task<SandboxFixture> With(string plan) =>
        SandboxFixture.Sandbox(options => options with { Faults = FaultPlan.Parse(plan) });

    private static async Task<SandboxFixture> Five(string plan)
    {
        var fixture = await With(plan);
        for (var number = 0; number < 5; number++)
        {
            await fixture.Created("/posts", SandboxFixture.Post());
        }

        return fixture;
    }

    private static List<string> Ids(HttpAnswer page) =>
        [.. page.Data.AsArray().Select(post => post!["id"]!.GetValue<string>())];
}
