using Galley.Api;
using Galley.Diagnostics;
using Galley.Testing.Http;
using NodaTime;

namespace Galley.LeadPanther.Tests.Responses;

/// <summary>A single post or lead magnet: what is shown is read, what is absent says nothing, what is odd does no harm.</summary>
internal sealed class LiveObjectTests
{
    [Test]
    public async Task Get_Post_ShowsWhatTheAnswerShows()
    {
        var post = await Get(
            """
            {"data":{"id":"p-1","text":"Hello","status":"scheduled","scheduled_at":"2026-06-15T14:00:00.000Z","template_id":null,
            "metrics":{"impressions":12.5},"images":[{"url":"https://x.example/a.png"}],"flags":[true,false,null],"new":{"deep":1e400}}}
            """
        );

        Assert.That(
            (post!.Kind, post.Id, post.Status, post.Text),
            Is.EqualTo((Kind.Post, "p-1", "scheduled", "Hello"))
        );
        Assert.That(post.ScheduledAt, Is.EqualTo(Instant.FromUtc(2026, 6, 15, 14, 0)));
        Assert.That((post.Shows("template_id"), post.TemplateId), Is.EqualTo((true, (string?)null)));
        Assert.That(
            (post.Shows("notes"), post.Keyword, post.ResourceName),
            Is.EqualTo((false, null as string, null as string))
        );
        Assert.That(
            post.Fields.ToJsonString(),
            Is.EqualTo(
                """
                {"id":"p-1","text":"Hello","status":"scheduled","scheduled_at":"2026-06-15T14:00:00.000Z","template_id":null,
                "metrics":{"impressions":12.5},"images":[{"url":"https://x.example/a.png"}],"flags":[true,false,null],"new":{"deep":1e400}}
                """.ReplaceLineEndings("")
            )
        );
    }

    [TestCase("""{"data":{"id":"p-1","keyword":"GUIDE","resource_name":"Guide"}}""")]
    [TestCase("""{"data":{"lead_magnet":{"id":"p-1","keyword":"GUIDE","resource_name":"Guide"}}}""")]
    public async Task Get_LeadMagnet_IsFoundInEitherPlace(string body)
    {
        var magnet = await Get(body, Kind.LeadMagnet);

        Assert.That((magnet!.Keyword, magnet.ResourceName), Is.EqualTo(("GUIDE", "Guide")));
    }

    [Test]
    public async Task Get_NameTwiceAndBrokenText_LastCountsAndBrokenSaysNothing()
    {
        var post = await Get(
            """{"data":{"id":"p-1","text":"first","text":"second","status":"half \ud800","a\udc00":1}}"""
        );

        Assert.That(post!.Text, Is.EqualTo("second"));
        Assert.That((post.Shows("status"), post.Fields.Count), Is.EqualTo((false, 2)));
    }

    [Test]
    public async Task Get_FieldsOfAnotherType_SayNothing()
    {
        var post = await Get("""{"data":{"id":"p-1","text":[1],"status":7,"scheduled_at":"soon"}}""");

        Assert.That(
            (post!.Text, post.Status, post.ScheduledAt),
            Is.EqualTo((null as string, null as string, null as Instant?))
        );
    }

    [Test]
    public async Task Get_404_IsNull()
    {
        await using var server = LoopbackServer.Answering(Reply.Json(404, """{"error":{"code":"not_found"}}"""));
        using var client = ClientFixture.Client(server);

        Assert.That(await client.Get(ClientFixture.Direct, Kind.Post, "p-1", default), Is.Null);
    }

    [TestCase("""{"data":{"id":"p-2"}}""")]
    [TestCase("""{"data":[]}""")]
    [TestCase("""{"data":[{"id":"p-1"}]}""")]
    [TestCase("{}")]
    public async Task Get_AnswerWithoutThatObject_IsAnError(string body) =>
        await Assert.ThatAsync(
            () => Get(body),
            Throws.TypeOf<ApiException>().With.Message.Contains("not in its documented form")
        );

    [TestCase(405, null)]
    [TestCase(501, null)]
    [TestCase(400, "method_not_allowed")]
    public async Task Get_NotOffered_SaysStatusAndCode(int status, string? code)
    {
        await using var server = LoopbackServer.Answering(
            Reply.Json(status, code is null ? "" : $$$"""{"error":{"code":"{{{code}}}"}}""")
        );
        using var client = ClientFixture.Client(server);

        var error = (
            await Assert.ThrowsAsync<ApiException>(() => client.Get(ClientFixture.Direct, Kind.Post, "p-1", default))
        )!;

        Assert.That((error.Status, error.Code), Is.EqualTo(((int?)status, code)));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Metadata_OfTheApi_IsRead()
    {
        await using var server = LoopbackServer.Answering(
            Reply.Json(200, """{"data":{"name":"LeadPanther API","version":"v1"},"request_id":"req_1"}""")
        );
        using var client = ClientFixture.Client(server);

        Assert.That(await client.Metadata(default), Is.EqualTo(new ApiMetadata("LeadPanther API", "v1")));
    }

    [TestCase("Date: Mon, 01 Jun 2026 09:00:30 GMT", "2026-06-01T09:00:30Z")]
    [TestCase("Date: yesterday", null)]
    [TestCase("X-Other: 1", null)]
    public async Task Me_DateHeader_IsTheServersTime(string header, string? time)
    {
        await using var server = LoopbackServer.Answering(
            Reply.Json(200, """{"data":{"owner":{"user_id":"u"},"actor_type":"direct_user"}}""", header)
        );
        using var client = ClientFixture.Client(server);

        var me = await client.Me(default);

        Assert.That(me.ServerTime, Is.EqualTo(time is null ? null : DateTimeOffset.Parse(time, null)));
        Assert.That(me.ActorType, Is.EqualTo("direct_user"));
    }

    [Test]
    public async Task Error_RequestIdInTheHeaderAlone_IsTakenFromThere()
    {
        await using var server = LoopbackServer.Answering(
            Reply.Json(403, """{"error":{"code":"forbidden","message":"No grant."}}""", "x-request-id: req_header")
        );
        using var client = ClientFixture.Client(server);

        var error = (await Assert.ThrowsAsync<ApiException>(() => client.Me(default)))!;

        Assert.That((error.Code, error.RequestId), Is.EqualTo(("forbidden", "req_header")));
        Assert.That(error.Message, Does.Contain("(request_id req_header)"));
    }

    private static async Task<LiveObject?> Get(string body, Kind kind = Kind.Post)
    {
        await using var server = LoopbackServer.Answering(Reply.Json(200, body));
        using var client = ClientFixture.Client(server);
        return await client.Get(ClientFixture.Direct, kind, "p-1", default);
    }
}
