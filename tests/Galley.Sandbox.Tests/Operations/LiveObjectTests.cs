using System.Text.Json.Nodes;
using Galley.Sandbox.Accounts;

namespace Galley.Sandbox.Tests.Operations;

/// <summary>Lists, single reads, changes and removals of posts and lead magnets.</summary>
internal sealed class LiveObjectTests
{
    [TestCase("", SandboxFixture.DirectKey)]
    [TestCase(SandboxFixture.Client, SandboxAccounts.AgencySecret)]
    public async Task Post_CreatedAndRead_ShowsAllThatWasSent(string user, string key)
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post(), user);

        var single = await fixture.With(key).Get($"{user}/posts/{id}");
        var list = await fixture.With(key).Get(user + "/posts");

        Assert.Multiple(() =>
        {
            Assert.That(
                single.Data.AsObject().Select(pair => pair.Key).Take(7),
                Is.EqualTo(new[] { "id", "text", "status", "scheduled_at", "metrics", "theme", "followups" })
            );
            Assert.That(single.Data["id"]!.GetValue<string>(), Is.EqualTo(id));
            foreach (var (field, sent) in SandboxFixture.Post())
            {
                Assert.That(JsonNode.DeepEquals(single.Data[field], sent), field);
            }

            Assert.That(list.Data[0]!.ToJsonString(), Is.EqualTo(single.Data.ToJsonString()));
            Assert.That(
                list.Json["pagination"]!.ToJsonString(),
                Is.EqualTo("""{"limit":50,"offset":0,"has_more":false}""")
            );
            Assert.That(fixture.Server.Violations, Is.Empty);
        });
    }

    [Test]
    public async Task List_PageByPage_IsTheWholeNewestFirst()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            ids.Insert(0, await fixture.Created("/posts", SandboxFixture.Post()));
        }

        var listed = new List<string>();
        HttpAnswer page;
        do
        {
            page = await fixture.Agency.Get($"{SandboxFixture.Client}/posts?limit=2&offset={listed.Count}");
            listed.AddRange(page.Data.AsArray().Select(post => post!["id"]!.GetValue<string>()));
        } while (page.Json["pagination"]!["has_more"]!.GetValue<bool>());

        var capped = await fixture.Agency.Get(SandboxFixture.Client + "/posts?limit=500");
        Assert.Multiple(() =>
        {
            Assert.That(listed, Is.EqualTo(ids));
            Assert.That(capped.Json["pagination"]!["limit"]!.GetValue<int>(), Is.EqualTo(100));
            Assert.That(fixture.Server.Violations, Is.Empty);
        });
    }

    [Test]
    public async Task List_OfAnAccount_HoldsNoOneElsesAndNothingDeleted()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        await fixture.Created("/posts", SandboxFixture.Post(), user: "");
        var gone = await fixture.Created("/posts", SandboxFixture.Post());
        await ReadAndSend(fixture, HttpMethod.Delete, $"/posts/{gone}");

        var list = await fixture.Agency.Get(SandboxFixture.Client + "/posts");

        Assert.That(list.Data.AsArray(), Is.Empty);
        Assert.That(fixture.Server.DeletedPosts.Single().Id, Is.EqualTo(gone));
    }

    [Test]
    public async Task Post_ChangedAfterARead_IsAsSaidAndKeepsTheRest()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post());

        var answer = await ReadAndSend(
            fixture,
            HttpMethod.Patch,
            $"/posts/{id}",
            """{"text": "Another text.", "scheduled_at": "2026-06-16T14:00:00.000Z"}"""
        );

        var wanted = SandboxFixture.Post("2026-06-16T14:00:00.000Z").With("text", "Another text.");
        Assert.Multiple(() =>
        {
            Assert.That((int)answer.Status, Is.EqualTo(200));
            Assert.That(answer.Data["text"]!.GetValue<string>(), Is.EqualTo("Another text."));
            Assert.That(fixture.Server.Posts.Single().ScheduledAt!.Value.Day, Is.EqualTo(16));
            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(fixture.Server.Posts.Single().Body.GetRawText()), wanted));
            Assert.That(fixture.Server.Violations, Is.Empty);
        });
    }

    [Test]
    public async Task Draft_ScheduledByAChange_NeedsAFutureTime()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post(at: null).With("status", "draft"));

        var past = await ReadAndSend(
            fixture,
            HttpMethod.Patch,
            $"/posts/{id}",
            """{"status": "scheduled", "scheduled_at": "2026-05-16T14:00:00.000Z"}"""
        );
        var future = await ReadAndSend(
            fixture,
            HttpMethod.Patch,
            $"/posts/{id}",
            """{"status": "scheduled", "scheduled_at": "2026-06-16T14:00:00.000Z"}"""
        );

        Assert.That(((int)past.Status, (int)future.Status), Is.EqualTo((400, 200)));
        Assert.That(fixture.Server.Violations, Is.Empty);
    }

    [TestCase("""{"text": ""}""", "text must not be empty")]
    [TestCase("""{"title": "A title"}""", "title is not a documented field")]
    [TestCase("""{"images": [{"url": "a.png", "type": "image"}]}""", "images[0].url must be an https URL")]
    [TestCase("{}", "A PATCH must be an object with the fields that change")]
    [TestCase("[]", "A PATCH must be an object with the fields that change")]
    public async Task Change_ThatIsNotRight_IsRefusedAndAViolation(string patch, string message)
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post());

        var answer = await ReadAndSend(fixture, HttpMethod.Patch, $"/posts/{id}", patch);

        Assert.Multiple(() =>
        {
            Assert.That(((int)answer.Status, answer.Code), Is.EqualTo((400, "bad_request")));
            Assert.That(answer.Message, Does.Contain(message));
            Assert.That(fixture.Server.Violations.Single().What, Does.Contain(message));
            Assert.That(fixture.Server.Posts.Single().UpdatedAt, Is.Null);
        });
    }

    [Test]
    public async Task Change_OfAFieldThatStaysAsItIs_IsAViolation()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post());

        var answer = await ReadAndSend(
            fixture,
            HttpMethod.Patch,
            $"/posts/{id}",
            """{"text": "New.", "status": "scheduled"}"""
        );

        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That(fixture.Server.Violations.Single().What, Is.EqualTo("status is in the PATCH and did not change"));
    }

    [TestCase("PATCH")]
    [TestCase("DELETE")]
    public async Task Change_WithoutAReadSinceTheLastOne_IsAViolation(string method)
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var path = $"/posts/{await fixture.Created("/posts", SandboxFixture.Post())}";

        await ReadAndSend(fixture, HttpMethod.Patch, path, """{"text": "Once."}""");
        var answer = await Send(fixture, new HttpMethod(method), path, """{"text": "Twice."}""");

        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That(fixture.Server.Violations.Single().What, Does.Contain("was not read by this key"));
    }

    [Test]
    public async Task Change_LongAfterTheRead_IsAViolation()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var path = $"/posts/{await fixture.Created("/posts", SandboxFixture.Post())}";
        await fixture.Agency.Get(SandboxFixture.Client + path);
        fixture.Clock.Advance(TimeSpan.FromMinutes(6));

        await Send(fixture, HttpMethod.Delete, path);

        Assert.That(fixture.Server.Violations, Has.Length.EqualTo(1));
    }

    [TestCase("PATCH")]
    [TestCase("DELETE")]
    public async Task PostThatIsOut_ChangedOrDeleted_IsAConflict(string method)
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post());
        fixture.Clock.Advance(TimeSpan.FromDays(15));

        var answer = await ReadAndSend(fixture, new HttpMethod(method), $"/posts/{id}", """{"text": "Too late."}""");

        Assert.That(((int)answer.Status, answer.Code), Is.EqualTo((409, "conflict")));
        Assert.That(fixture.Server.Violations, Is.Empty, "the read still said scheduled");
    }

    [Test]
    public async Task Deleted_ReadAgain_IsNotFound()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var path = $"/posts/{await fixture.Created("/posts", SandboxFixture.Post())}";

        var deleted = await ReadAndSend(fixture, HttpMethod.Delete, path);
        var single = await fixture.Agency.Get(SandboxFixture.Client + path);
        var figures = await fixture.Agency.Get(SandboxFixture.Client + path + "/engagement");
        var again = await Send(fixture, HttpMethod.Delete, path);

        Assert.Multiple(() =>
        {
            Assert.That((int)deleted.Status, Is.EqualTo(200));
            Assert.That(single.Code, Is.EqualTo("not_found"));
            Assert.That(figures.Code, Is.EqualTo("not_found"));
            Assert.That(again.Code, Is.EqualTo("not_found"));
        });
    }

    [Test]
    public async Task LeadMagnet_ChangedAndArchived_IsAsSaidAndThenGone()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var path = $"/lead-magnets/{await fixture.Created("/lead-magnets", SandboxFixture.LeadMagnet())}";

        var changed = await ReadAndSend(fixture, HttpMethod.Patch, path, """{"keyword": "BOOK"}""");
        var archived = await ReadAndSend(fixture, HttpMethod.Delete, path);
        var single = await fixture.Agency.Get(SandboxFixture.Client + path);
        var list = await fixture.Agency.Get(SandboxFixture.Client + "/lead-magnets");

        Assert.Multiple(() =>
        {
            Assert.That(changed.Data["keyword"]!.GetValue<string>(), Is.EqualTo("BOOK"));
            Assert.That((int)archived.Status, Is.EqualTo(200));
            Assert.That((int)single.Status, Is.EqualTo(404));
            Assert.That(
                list.Data.AsArray().Select(magnet => magnet!["id"]!.GetValue<string>()),
                Is.EqualTo(new[] { SandboxFixture.EarlierId })
            );
            Assert.That(fixture.Server.ArchivedLeadMagnets.Single().Keyword, Is.EqualTo("BOOK"));
            Assert.That(fixture.Server.Violations, Is.Empty);
        });
    }

    [Test]
    public async Task LeadMagnetFromTheStart_IsShownAndCanBeChanged()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await ReadAndSend(
            fixture,
            HttpMethod.Patch,
            $"/lead-magnets/{SandboxFixture.EarlierId}",
            """{"resource_name": "Another name"}"""
        );

        Assert.That(
            answer.Data.ToJsonString(),
            Is.EqualTo(
                JsonChange.Compact(
                    $$"""
                    {
                      "id": "{{SandboxFixture.EarlierId}}", "delivery_mode": "hosted_content", "keyword": "EARLIER",
                      "resource_name": "Another name"
                    }
                    """
                )
            )
        );
    }

    [Test]
    public async Task LeadMagnet_ArchivedWhileAWaitingPostOffersIt_IsAConflictAndAViolation()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var magnet = await fixture.Created("/lead-magnets", SandboxFixture.LeadMagnet());
        await fixture.Created("/posts", SandboxFixture.Post(magnet: magnet));

        var early = await ReadAndSend(fixture, HttpMethod.Delete, $"/lead-magnets/{magnet}");
        fixture.Clock.Advance(TimeSpan.FromDays(15));
        var late = await ReadAndSend(fixture, HttpMethod.Delete, $"/lead-magnets/{magnet}");

        Assert.That(((int)early.Status, early.Code, (int)late.Status), Is.EqualTo((409, "conflict", 200)));
        Assert.That(fixture.Server.Violations.Single().What, Does.Contain("still offers this lead magnet"));
    }

    [Test]
    public async Task Client_Alone_IsAsTheListShowsIt()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var single = await fixture.Agency.Get(SandboxFixture.Client);
        var list = await fixture.Agency.Get("/clients");
        var revoked = await fixture.Agency.Get("/clients/" + SandboxFixture.RevokedId);

        Assert.That(single.Data.ToJsonString(), Is.EqualTo(list.Data[0]!.ToJsonString()));
        Assert.That(((int)revoked.Status, revoked.Code), Is.EqualTo((403, "forbidden")));
    }

    [Test]
    public async Task Metadata_AtTheBaseUrl_NeedsNoKey()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.With(null).Get("");

        Assert.That(answer.Data.ToJsonString(), Is.EqualTo("""{"name":"LeadPanther API","version":"v1"}"""));
        Assert.That(fixture.Server.Violations, Is.Empty);
    }

    private static async Task<HttpAnswer> ReadAndSend(
        SandboxFixture fixture,
        HttpMethod method,
        string path,
        string? patch = null
    )
    {
        await fixture.Agency.Get(SandboxFixture.Client + path);
        return await Send(fixture, method, path, patch);
    }

    private static Task<HttpAnswer> Send(
        SandboxFixture fixture,
        HttpMethod method,
        string path,
        string? patch = null
    ) =>
        method == HttpMethod.Patch
            ? fixture.Agency.Send(method, SandboxFixture.Client + path, patch, "application/json")
            : fixture.Agency.Send(method, SandboxFixture.Client + path);
}
