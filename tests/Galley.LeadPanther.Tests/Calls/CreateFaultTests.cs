using Galley.Api;
using Galley.Diagnostics;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Tests.Http;
using Galley.Testing.Http;
using Galley.Testing.Time;
using Microsoft.Extensions.Time.Testing;

namespace Galley.LeadPanther.Tests.Calls;

/// <summary>A create on real sockets that fail: "nothing was sent" only when that is certain, and never a second body.</summary>
internal sealed class CreateFaultTests
{
    private static readonly string Small = """{"text":"x"}""";
    private static readonly string Large = $$"""{"text":"{{new string('x', 8_000_000)}}"}""";

    [Test]
    public async Task Create_NobodyListens_NothingSent() =>
        Assert.That(
            await Send(LoopbackServer.UrlOfNobody()),
            Is.EqualTo(new CreateAnswer.NothingSent("nothing listens at the address"))
        );

    [Test]
    public async Task Create_PlainServerBehindHttps_NothingSent()
    {
        await using var server = LoopbackServer.Conversing(
            (connection, cancellationToken) => connection.Write("HTTP/1.1 400 Bad Request\r\n\r\n", cancellationToken)
        );

        var answer = await Send(server.Url.Replace("http:", "https:", StringComparison.Ordinal));

        Assert.That(answer, Is.EqualTo(new CreateAnswer.NothingSent("no secure connection could be made")));
    }

    [Test]
    public async Task Create_UntrustedCertificate_NothingSent()
    {
        await using var server = LoopbackServer.Conversing(
            async (connection, cancellationToken) => await TlsServer.Secure(connection, cancellationToken)
        );

        var answer = await Send(server.Url.Replace("http:", "https:", StringComparison.Ordinal));

        Assert.That(answer, Is.EqualTo(new CreateAnswer.NothingSent("no secure connection could be made")));
    }

    /// <summary>The reset may come before the first byte leaves, and then nothing was sent; or after it, and then nobody knows.</summary>
    [Test]
    public async Task Create_ResetRightAfterAccept_IsNotTriedOnASecondConnection()
    {
        await using var server = LoopbackServer.Conversing(
            (connection, _) =>
            {
                connection.Reset();
                return Task.CompletedTask;
            }
        );

        var answer = await Send(server.Url);

        Assert.That(answer, Is.TypeOf<CreateAnswer.Unclear>().Or.TypeOf<CreateAnswer.NothingSent>());
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task Create_ResetAfterHead_IsUnclear() =>
        await AssertUnclear(
            async (connection, cancellationToken) =>
            {
                await connection.ReadHead(cancellationToken);
                connection.Reset();
            },
            Large
        );

    [Test]
    public async Task Create_ResetAfterBody_IsUnclear() =>
        await AssertUnclear(
            async (connection, cancellationToken) =>
            {
                await connection.ReadRequest(cancellationToken);
                connection.Reset();
            }
        );

    [Test]
    public async Task Create_ClosedWithoutAnswer_IsUnclear() =>
        await AssertUnclear((connection, cancellationToken) => connection.ReadRequest(cancellationToken));

    [Test]
    public async Task Create_AnswerCutOff_IsUnclear() =>
        await AssertUnclear(
            async (connection, cancellationToken) =>
            {
                await connection.ReadRequest(cancellationToken);
                await connection.Write(Reply.CutOff(201, ClientFixture.Created()), cancellationToken);
            }
        );

    [TestCase("HTTP/1.1 two-hundred OK\r\n\r\n")]
    [TestCase("SSH-2.0-OpenSSH_9.6\r\n")]
    [TestCase("HTTP/1.1 201 Created\r\nbroken header\r\n\r\n")]
    [TestCase("HTTP/1.1 201 Created\r\nContent-Length: -1\r\n\r\n")]
    [TestCase("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [TestCase("HTTP/1.1 1")]
    public async Task Create_AnswerThatIsNotHttp_IsUnclear(string bytes) =>
        await AssertUnclear(
            async (connection, cancellationToken) =>
            {
                await connection.ReadRequest(cancellationToken);
                await connection.Write(bytes, cancellationToken);
            }
        );

    [Test]
    public async Task Create_RefusedEarlyAndCutWhileSending_IsRejected()
    {
        await using var server = LoopbackServer.Conversing(
            async (connection, cancellationToken) =>
            {
                await connection.ReadHead(cancellationToken);
                await connection.Write(Reply.Json(413, """{"error":"too large"}"""), cancellationToken);
                connection.Reset();
            }
        );

        Assert.That(await Send(server.Url, Large), Is.EqualTo(new CreateAnswer.Rejected(413, "too large", null)));
    }

    [Test]
    public async Task Create_NoAnswerInTime_IsUnclear()
    {
        var time = new FakeTimeProvider(ClientFixture.Now);
        var received = new TaskCompletionSource();
        await using var server = Silent(received);
        using var client = LeadPantherClient.Create(
            ClientFixture.Options(server.Url, time) with
            {
                CreateTimeout = TimeSpan.FromSeconds(30),
            }
        );

        var answer = client.Create(ClientFixture.Direct, Kind.Post, Small, ClientFixture.RequestId, default);
        await received.Task;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.That(
            await answer,
            Is.EqualTo(new CreateAnswer.Unclear("the request was sent, but no answer came in time", null))
        );
    }

    [Test]
    public async Task Create_OnAMachineThatSleptBeforeTheFirstByte_NothingSent()
    {
        await using var server = LoopbackServer.Answering(Reply.Json(201, ClientFixture.Created()));
        var time = new SuspendedTime(ClientFixture.Now, TimeSpan.FromMinutes(40));
        using var client = LeadPantherClient.Create(
            ClientFixture.Options(server.Url, time) with
            {
                CreateTimeout = TimeSpan.FromSeconds(30),
            }
        );

        var answer = await client.Create(ClientFixture.Direct, Kind.Post, Small, ClientFixture.RequestId, default);

        Assert.That(
            answer,
            Is.EqualTo(new CreateAnswer.NothingSent("this machine stood still before the request went out"))
        );
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Create_SecureConnectionNotMadeInTime_NothingSent()
    {
        var time = new FakeTimeProvider(ClientFixture.Now);
        var greeted = new TaskCompletionSource();
        await using var server = LoopbackServer.Conversing(
            async (connection, cancellationToken) =>
            {
                _ = await connection.Stream().ReadAsync(new byte[1], cancellationToken);
                greeted.SetResult();
                await connection.ReadRequest(cancellationToken);
            }
        );
        var url = server.Url.Replace("http:", "https:", StringComparison.Ordinal);
        using var client = LeadPantherClient.Create(
            ClientFixture.Options(url, time) with
            {
                CreateTimeout = TimeSpan.FromSeconds(30),
            }
        );

        var answer = client.Create(ClientFixture.Direct, Kind.Post, Small, ClientFixture.RequestId, default);
        await greeted.Task;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.That(await answer, Is.EqualTo(new CreateAnswer.NothingSent("no answer came in time")));
    }

    [Test]
    public async Task Create_CancelledAfterSending_IsUnclear()
    {
        using var cancel = new CancellationTokenSource();
        var received = new TaskCompletionSource();
        await using var server = Silent(received);
        using var client = ClientFixture.Client(server);

        var answer = client.Create(ClientFixture.Direct, Kind.Post, Small, ClientFixture.RequestId, cancel.Token);
        await received.Task;
        await cancel.CancelAsync();

        Assert.That(
            await answer,
            Is.EqualTo(new CreateAnswer.Unclear("the request was sent, but it was cancelled", null))
        );
    }

    [Test]
    public async Task Create_CancelledBeforeSending_NothingSent()
    {
        await using var server = LoopbackServer.Answering(Reply.Json(201, ClientFixture.Created()));
        using var client = ClientFixture.Client(server);

        var answer = await client.Create(
            ClientFixture.Direct,
            Kind.Post,
            Small,
            ClientFixture.RequestId,
            new CancellationToken(canceled: true)
        );

        Assert.That(answer, Is.EqualTo(new CreateAnswer.NothingSent("it was cancelled")));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Create_OneAfterAnother_UsesAFreshConnectionEachTime()
    {
        await using var server = LoopbackServer.Answering(Reply.Json(201, ClientFixture.Created()));
        using var client = ClientFixture.Client(server);

        for (var i = 0; i < 3; i++)
        {
            await client.Create(ClientFixture.Direct, Kind.Post, Small, ClientFixture.RequestId, default);
        }

        Assert.That(server.Requests.Select(request => request.Connection), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Handler_SecondConnection_IsRefusedBeforeAnythingIsSent()
    {
        await using var server = LoopbackServer.Answering(
            Reply.Json(201, ClientFixture.Created()) with
            {
                ThenClose = true,
            }
        );
        using var invoker = new HttpMessageInvoker(ApiTransport.SingleUseHandler(new SendLatch()));
        using var first = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = new SingleUseContent(Small) };
        using var second = new HttpRequestMessage(HttpMethod.Post, server.Url)
        {
            Content = new SingleUseContent(Small),
        };

        using var answer = await invoker.SendAsync(first, default);
        await answer.Content.ReadAsStringAsync();

        Assert.That(async () => await invoker.SendAsync(second, default), Throws.TypeOf<HttpRequestException>());
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Content_SerialisedTwice_Refuses()
    {
        using var content = new SingleUseContent(Small);
        using var wire = new MemoryStream();

        await content.CopyToAsync(wire);

        Assert.That(() => content.CopyToAsync(wire), Throws.InvalidOperationException);
        Assert.That(wire.Length, Is.EqualTo(Small.Length));
    }

    private static async Task AssertUnclear(
        Func<LoopbackConnection, CancellationToken, Task> conversation,
        string? body = null
    )
    {
        await using var server = LoopbackServer.Conversing(conversation);

        var answer = await Send(server.Url, body ?? Small);

        Assert.That(answer, Is.TypeOf<CreateAnswer.Unclear>());
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    private static async Task<CreateAnswer> Send(string url, string? body = null)
    {
        using var client = ClientFixture.Client(url);
        return await client.Create(ClientFixture.Direct, Kind.Post, body ?? Small, ClientFixture.RequestId, default);
    }

    private static LoopbackServer Silent(TaskCompletionSource received) =>
        LoopbackServer.Conversing(
            async (connection, cancellationToken) =>
            {
                await connection.ReadRequest(cancellationToken);
                received.SetResult();
                await connection.ReadRequest(cancellationToken);
            }
        );
}
