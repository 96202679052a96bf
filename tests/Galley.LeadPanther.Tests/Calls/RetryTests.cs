using Galley.Api;
using Galley.Testing.Http;
using Galley.Testing.Time;

namespace Galley.LeadPanther.Tests.Calls;

/// <summary>Reads and uploads go on through everything but a refusal.</summary>
internal sealed class RetryTests
{
    private static readonly Reply Good = Reply.Json(200, """{"data":{"owner":{"user_id":"u-1"}}}""");

    private static readonly Reply[] Passing =
    [
        Reply.Json(302, "", "Location: /api/v1/elsewhere"),
        Reply.Json(408, "{}"),
        Reply.Json(500, "{}"),
        Reply.From(502, "text/html", "<html>Bad gateway</html>"),
        Reply.Json(503, ""),
        Reply.CutOff(200, "{"),
        Reply.From(200, "text/html", "<html>Sign in</html>"),
        new("nonsense\r\n\r\n", ThenClose: true),
        new("", ThenClose: true),
    ];

    [TestCaseSource(nameof(Passing))]
    public async Task Read_TroubleThatPasses_EndsWell(Reply trouble)
    {
        await using var server = LoopbackServer.Answering(trouble, trouble, Good);
        using var client = ClientFixture.Client(server);

        Assert.That((await client.Me(default)).Owner.UserId, Is.EqualTo("u-1"));
        Assert.That(server.Requests, Has.Count.EqualTo(3));
        Assert.That(
            server.Requests.Select(request => request.Target),
            Has.All.EqualTo("/api/v1/me"),
            "no redirect is followed"
        );
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(422)]
    public async Task Read_Refused_IsNotTriedAgain(int status)
    {
        await using var server = LoopbackServer.Answering(Reply.Json(status, "{}"), Good);
        using var client = ClientFixture.Client(server);

        Assert.That(
            async () => await client.Me(default),
            Throws.TypeOf<ApiException>().With.Property("Status").EqualTo(status)
        );
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("Retry-After: 7", 7)]
    [TestCase("Retry-After: Mon, 01 Jun 2026 09:01:00 GMT", 60)]
    [TestCase("Retry-After: 86400", 120)]
    public async Task Read_Throttled_WaitsAsAskedWithinReason(string header, int seconds)
    {
        await using var server = LoopbackServer.Answering(Reply.Json(429, "{}", header), Good);
        var time = ClientFixture.Eager();
        using var client = ClientFixture.Client(server, time);

        await client.Me(default);

        Assert.That(time.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(seconds) }));
    }

    [Test]
    public async Task Read_TroubleThatStays_EndsWithTheLastAnswersWords()
    {
        await using var server = LoopbackServer.Answering(
            Reply.Json(500, """{"error":{"message":"database is down"},"request_id":"req_8"}""")
        );
        var time = ClientFixture.Eager();
        using var client = ClientFixture.Client(server, time);

        var error = (await Assert.ThrowsAsync<ApiException>(() => client.Me(default)))!;

        Assert.That(
            error.Message,
            Is.EqualTo(
                "Checking the API key failed: LeadPanther answered 500, \"database is down\" (request_id req_8); "
                    + "try again, and ask LeadPanther's support if it happens again."
            )
        );
        Assert.That((error.Status, error.RequestId), Is.EqualTo(((int?)500, "req_8")));
        Assert.That(server.Requests, Has.Count.EqualTo(5));
        Assert.That(time.Waits, Has.Count.EqualTo(4).And.All.InRange(TimeSpan.Zero, TimeSpan.FromSeconds(8)));
    }

    [Test]
    public void Read_NobodyListens_SaysSo()
    {
        using var client = ClientFixture.Client(LoopbackServer.UrlOfNobody());

        Assert.That(
            () => client.Me(default),
            Throws
                .TypeOf<ApiException>()
                .With.Message.EqualTo(
                    "Checking the API key failed: nothing listens at the address; "
                        + "check the network and LEADPANTHER_API_URL, then try again."
                )
        );
    }

    [Test]
    public async Task Read_MissingScopeOrGrant_NamesBoth()
    {
        await using var server = LoopbackServer.Answering(Reply.Json(403, """{"error":"forbidden"}"""));
        using var client = ClientFixture.Client(server);

        Assert.That(
            async () => await client.Clients(default).CountAsync(),
            Throws
                .TypeOf<ApiException>()
                .With.Message.EqualTo(
                    "Listing the clients failed: LeadPanther answered 403, \"forbidden\"; check that the API key has the "
                        + "scope clients:read and that the agency's grant for the client is active."
                )
        );
    }

    [Test]
    public async Task Read_NoAnswerInTime_IsTriedAgain()
    {
        var time = new EagerTime(ClientFixture.Now, TimeSpan.FromSeconds(10));
        var received = new TaskCompletionSource();
        await using var server = LoopbackServer.Conversing(
            async (connection, cancellationToken) =>
            {
                await connection.ReadRequest(cancellationToken);
                if (received.TrySetResult())
                {
                    await connection.ReadRequest(cancellationToken);
                }
                else
                {
                    await connection.Write(Good, cancellationToken);
                }
            }
        );
        using var client = LeadPantherClient.Create(
            ClientFixture.Options(server.Url, time) with
            {
                ReadTimeout = TimeSpan.FromSeconds(30),
            }
        );

        var me = client.Me(default);
        await received.Task;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.That((await me).Owner.UserId, Is.EqualTo("u-1"));
    }

    [Test]
    public async Task Read_Cancelled_StopsAtOnce()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = LoopbackServer.Conversing(
            async (connection, stop) =>
            {
                await connection.ReadRequest(stop);
                await cancel.CancelAsync();
            }
        );
        using var client = ClientFixture.Client(server);

        Assert.That(async () => await client.Me(cancel.Token), Throws.InstanceOf<OperationCanceledException>());
    }
}
