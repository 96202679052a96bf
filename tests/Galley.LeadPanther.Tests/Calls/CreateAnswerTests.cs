using Galley.Api;
using Galley.Diagnostics;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Calls;

/// <summary>The table of answers to a create (design §6), for what a server says.</summary>
internal sealed class CreateAnswerTests
{
    private const string Refusal = """{"error":{"message":"keyword is taken"},"request_id":"req_9"}""";

    [Test]
    public async Task Create_PostMade_GivesItsIdAndRequestId() =>
        Assert.That(
            await Post(Reply.Json(201, ClientFixture.Created())),
            Is.EqualTo(new CreateAnswer.Created(ClientFixture.PostId, "req_5"))
        );

    [Test]
    public async Task Create_UnknownFieldsAndAnotherContentType_AreNoConcern() =>
        Assert.That(
            await Post(
                Reply.From(200, "text/html", "\uFEFF" + """{"new":[1],"data":{"x":{},"id":"abc_1"},"request_id":7}""")
            ),
            Is.EqualTo(new CreateAnswer.Created("abc_1", null))
        );

    [Test]
    public async Task Create_LeadMagnetMade_GivesTheIdOfTheLeadMagnet()
    {
        await using var server = LoopbackServer.Answering(
            Reply.Json(
                201,
                $$$"""{"data":{"id":"not-this","lead_magnet":{"id":"{{{ClientFixture.LeadMagnetId}}}"}},"request_id":"req_3"}"""
            )
        );
        using var client = ClientFixture.Client(server);

        Assert.That(
            await client.Create(ClientFixture.Agency, Kind.LeadMagnet, "{}", ClientFixture.RequestId, default),
            Is.EqualTo(new CreateAnswer.Created(ClientFixture.LeadMagnetId, "req_3"))
        );
    }

    [TestCase("""{"data":{},"request_id":"req_9"}""", "req_9")]
    [TestCase("""{"data":{"id":""},"request_id":"req_9"}""", "req_9")]
    [TestCase("""{"data":{"id":"../../me"},"request_id":"req_9"}""", "req_9")]
    [TestCase("""{"data":[],"request_id":"req_9"}""", "req_9")]
    [TestCase("""{"data":{"id":"\ud800"}}""", null)]
    [TestCase("null", null)]
    [TestCase("""{"data":{"id":"abc" """, null)]
    [TestCase("<html>Welcome</html>", null)]
    [TestCase("", null)]
    public async Task Create_SuccessWithoutAnIdThatCanBeRead_IsUnclear(string body, string? requestId)
    {
        var answer = await Post(Reply.Json(201, body));

        Assert.That(
            answer,
            Is.EqualTo(
                new CreateAnswer.Unclear("LeadPanther answered 201, but the answer has no readable id", requestId)
            )
        );
    }

    [Test]
    public async Task Create_EndlessSuccess_IsUnclear() =>
        Assert.That(
            await Post(Reply.Json(200, "\"" + new string('x', 33 * 1024 * 1024))),
            Is.TypeOf<CreateAnswer.Unclear>()
        );

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(409)]
    [TestCase(422)]
    [TestCase(451)]
    [TestCase(499)]
    public async Task Create_RefusedBy4xx_IsRejectedWithTheApisWords(int status) =>
        Assert.That(
            await Post(Reply.Json(status, Refusal)),
            Is.EqualTo(new CreateAnswer.Rejected(status, "keyword is taken", "req_9"))
        );

    [TestCase(300)]
    [TestCase(301)]
    [TestCase(302)]
    [TestCase(304)]
    [TestCase(307)]
    [TestCase(308)]
    [TestCase(408)]
    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(599)]
    [TestCase(700)]
    public async Task Create_AnythingElse_IsUnclear(int status)
    {
        var answer = await Post(
            Reply.Json(status, status == 304 ? "" : Refusal, "Location: /api/v1/elsewhere", "Retry-After: 1")
        );

        Assert.That(answer, Is.TypeOf<CreateAnswer.Unclear>());
        Assert.That(((CreateAnswer.Unclear)answer).Why, Does.Contain($"{status}"));
    }

    [TestCase("Retry-After: 7", 7)]
    [TestCase("Retry-After: Mon, 01 Jun 2026 09:01:30 GMT", 90)]
    [TestCase("Retry-After: Mon, 01 Jun 2026 08:00:00 GMT", 0)]
    [TestCase("Retry-After: soon", null)]
    [TestCase("X-Other: 1", null)]
    public async Task Create_Throttled_GivesTheWaitThatWasAskedFor(string header, int? seconds)
    {
        TimeSpan? wait = seconds is { } s ? TimeSpan.FromSeconds(s) : null;

        Assert.That(
            await Post(Reply.Json(429, Refusal, header)),
            Is.EqualTo(new CreateAnswer.Throttled(wait, "req_9"))
        );
    }

    [TestCase("""{"error":"no such theme"}""", "no such theme")]
    [TestCase("""{"message":"a\nb","error":"c"}""", "a b")]
    [TestCase("""{"errors":[{"detail":"first"},"second",{}]}""", "first; second")]
    [TestCase("""{"error":{"code":1}}""", "LeadPanther gave no reason")]
    [TestCase("""{"error":{"error":{"error":{"error":{"error":"deep"}}}}}""", "LeadPanther gave no reason")]
    [TestCase("""{"error":"half \ud800"}""", "LeadPanther gave no reason")]
    [TestCase("""{"error":"odd name","err\ud800":"x"}""", "LeadPanther gave no reason")]
    [TestCase("[[[", "LeadPanther gave no reason")]
    [TestCase("<html><body>502</body></html>", "LeadPanther gave no reason")]
    [TestCase("", "LeadPanther gave no reason")]
    public async Task Create_AnyErrorBody_IsTolerated(string body, string words) =>
        Assert.That(await Post(Reply.Json(400, body)), Is.EqualTo(new CreateAnswer.Rejected(400, words, null)));

    [Test]
    public async Task Create_GiganticErrorBody_IsReadInPartAndRejected()
    {
        var answer = await Post(
            new Reply(
                "HTTP/1.1 400 Bad\r\nContent-Length: 2000000000\r\n\r\n" + new string('x', 3_000_000),
                ThenClose: true
            )
        );

        Assert.That(answer, Is.EqualTo(new CreateAnswer.Rejected(400, "LeadPanther gave no reason", null)));
    }

    [Test]
    public async Task Create_LongWordsWithTricks_AreOneShortLine()
    {
        var answer = await Post(Reply.Json(400, $$"""{"error":"a\u202e\u001b[31m\u2028{{new string('b', 999)}}"}"""));

        Assert.That(((CreateAnswer.Rejected)answer).Message, Is.EqualTo("a [31m " + new string('b', 293) + "…"));
    }

    [Test]
    public async Task Create_RefusalWhoseBodyIsCutOff_IsStillRejected() =>
        Assert.That(
            await Post(Reply.CutOff(422, "{\"error\":")),
            Is.EqualTo(new CreateAnswer.Rejected(422, "LeadPanther gave no reason", null))
        );

    private static async Task<CreateAnswer> Post(Reply reply)
    {
        await using var server = LoopbackServer.Answering(reply);
        using var client = ClientFixture.Client(server);
        var answer = await client.Create(ClientFixture.Direct, Kind.Post, "{}", ClientFixture.RequestId, default);
        Assert.That(server.Requests, Has.Count.EqualTo(1), "a create goes out once, whatever comes back");
        return answer;
    }
}
