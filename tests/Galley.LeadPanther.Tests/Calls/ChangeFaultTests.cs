using Galley.Api;
using Galley.Diagnostics;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Calls;

/// <summary>Changes and removals on real sockets that fail: unclear, and never sent a second time.</summary>
internal sealed class ChangeFaultTests
{
    [Test]
    public async Task Remove_NobodyListens_IsUnclear() =>
        Assert.That(
            await Remove(LoopbackServer.UrlOfNobody()),
            Is.EqualTo(new ChangeAnswer.Unclear("nothing was sent: nothing listens at the address", null))
        );

    /// <summary>A DELETE has no body, so a handler would gladly send it again, and then report the 404 of the second one.</summary>
    [Test]
    public async Task Remove_ClosedWithoutAnswer_IsNotSentAgain()
    {
        await using var server = LoopbackServer.Conversing(
            (connection, cancellationToken) => connection.ReadRequest(cancellationToken)
        );

        var answer = await Remove(server.Url);

        Assert.That(
            answer,
            Is.EqualTo(new ChangeAnswer.Unclear("the request was sent, but the connection broke", null))
        );
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Change_AnswerCutOff_IsUnclear()
    {
        await using var server = LoopbackServer.Answering(Reply.CutOff(200, ClientFixture.Created()));
        using var client = ClientFixture.Client(server);

        Assert.That(
            await client.Change(
                ClientFixture.Direct,
                Kind.Post,
                ClientFixture.PostId,
                "{}",
                ClientFixture.RequestId,
                default
            ),
            Is.TypeOf<ChangeAnswer.Unclear>()
        );
    }

    [Test]
    public async Task Remove_AfterReadsOnAKeptConnection_UsesOneOfItsOwn()
    {
        await using var server = LoopbackServer.Answering(Reply.Json(200, ClientFixture.Created()));
        using var client = ClientFixture.Client(server);

        await client.Get(ClientFixture.Direct, Kind.Post, ClientFixture.PostId, default);
        await client.Remove(ClientFixture.Direct, Kind.Post, ClientFixture.PostId, ClientFixture.RequestId, default);
        await client.Get(ClientFixture.Direct, Kind.Post, ClientFixture.PostId, default);

        Assert.That(server.Requests.Select(request => request.Connection), Is.EqualTo(new[] { 1, 2, 1 }));
    }

    private static async Task<ChangeAnswer> Remove(string url)
    {
        using var client = ClientFixture.Client(url);
        return await client.Remove(
            ClientFixture.Direct,
            Kind.Post,
            ClientFixture.PostId,
            ClientFixture.RequestId,
            default
        );
    }
}
