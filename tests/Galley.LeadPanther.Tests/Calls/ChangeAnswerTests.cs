using Galley.Api;
using Galley.Diagnostics;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Calls;

/// <summary>The table of answers to a change or removal (design §6), for what a server says.</summary>
internal sealed class ChangeAnswerTests
{
    private const string Id = ClientFixture.PostId;

    [Test]
    public async Task Change_AnswerShowsTheObject_IsAcceptedWithIt()
    {
        var answer = (ChangeAnswer.Accepted)
            await Change(Reply.Json(200, $$$"""{"data":{"id":"{{{Id}}}","text":"New"},"request_id":"req_7"}"""));

        Assert.That((answer.Object!.Text, answer.RequestId), Is.EqualTo(("New", "req_7")));
    }

    [TestCase(200, """{"data":{"id":"another"},"request_id":"req_7"}""", "req_7")]
    [TestCase(200, "<html>", null)]
    [TestCase(202, "{}", null)]
    [TestCase(204, "", null)]
    public async Task Change_AnswerShowsSomethingElse_IsAcceptedWithoutAnObject(
        int status,
        string body,
        string? requestId
    ) => Assert.That(await Change(Reply.Json(status, body)), Is.EqualTo(new ChangeAnswer.Accepted(null, requestId)));

    [Test]
    public async Task Change_RequestIdInTheHeaderAlone_IsTakenFromThere() =>
        Assert.That(
            await Change(Reply.Json(200, "", "X-Request-Id: req_header")),
            Is.EqualTo(new ChangeAnswer.Accepted(null, "req_header"))
        );

    [TestCase(409, null)]
    [TestCase(409, "post_is_published")]
    [TestCase(400, "conflict")]
    public async Task Change_Conflict_IsTooLate(int status, string? code) =>
        Assert.That(await Change(Refusal(status, code)), Is.EqualTo(new ChangeAnswer.TooLate("No.", "req_9")));

    [TestCase(404, null)]
    [TestCase(404, "not_found")]
    [TestCase(405, null)]
    [TestCase(501, null)]
    [TestCase(400, "method_not_allowed")]
    [TestCase(422, "not_implemented")]
    [TestCase(500, "not_implemented")]
    public async Task Change_NotThere_IsNotOffered(int status, string? code) =>
        Assert.That(
            await Change(Refusal(status, code)),
            Is.EqualTo(new ChangeAnswer.NotOffered(status, "No.", "req_9"))
        );

    [TestCase(400, "bad_request")]
    [TestCase(401, null)]
    [TestCase(403, "forbidden")]
    [TestCase(404, "forbidden")]
    [TestCase(410, null)]
    [TestCase(422, "too_long")]
    public async Task Change_AnyOther4xx_IsRejected(int status, string? code) =>
        Assert.That(await Change(Refusal(status, code)), Is.EqualTo(new ChangeAnswer.Rejected(status, "No.", "req_9")));

    [TestCase(302, null)]
    [TestCase(408, "conflict")]
    [TestCase(500, "not_found")]
    [TestCase(502, null)]
    [TestCase(503, "conflict")]
    public async Task Change_AnythingElse_IsUnclear(int status, string? code) =>
        Assert.That(
            await Change(Refusal(status, code)),
            Is.EqualTo(new ChangeAnswer.Unclear($"LeadPanther answered {status}, \"No.\"", "req_9"))
        );

    [Test]
    public async Task Change_Throttled_GivesTheWaitThatWasAskedFor() =>
        Assert.That(
            await Change(Reply.Json(429, """{"error":{"code":"conflict"}}""", "Retry-After: 7")),
            Is.EqualTo(new ChangeAnswer.Throttled(TimeSpan.FromSeconds(7), null))
        );

    [Test]
    public async Task Remove_Done_IsAccepted()
    {
        await using var server = LoopbackServer.Answering(Reply.Json(200, """{"data":{},"request_id":"req_7"}"""));
        using var client = ClientFixture.Client(server);

        Assert.That(
            await client.Remove(ClientFixture.Direct, Kind.LeadMagnet, Id, ClientFixture.RequestId, default),
            Is.EqualTo(new ChangeAnswer.Accepted(null, "req_7"))
        );
    }

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("a\r\nX-Evil: 1")]
    public async Task Change_RequestIdOfAnotherForm_IsRefused(string requestId)
    {
        await using var server = LoopbackServer.Answering(Reply.Json(200, "{}"));
        using var client = ClientFixture.Client(server);

        Assert.That(
            async () => await client.Remove(ClientFixture.Direct, Kind.Post, Id, requestId, default),
            Throws.ArgumentException
        );
        Assert.That(server.Connections, Is.Zero);
    }

    private static Reply Refusal(int status, string? code) =>
        Reply.Json(
            status,
            $$$"""{"error":{"code":{{{(code is null ? "null" : $"\"{code}\"")}}},"message":"No."},"request_id":"req_9"}"""
        );

    private static async Task<ChangeAnswer> Change(Reply reply)
    {
        await using var server = LoopbackServer.Answering(reply);
        using var client = ClientFixture.Client(server);
        var answer = await client.Change(
            ClientFixture.Direct,
            Kind.Post,
            Id,
            """{"text":"New"}""",
            ClientFixture.RequestId,
            default
        );
        Assert.That(server.Requests, Has.Count.EqualTo(1), "a change goes out once, whatever comes back");
        return answer;
    }
}
