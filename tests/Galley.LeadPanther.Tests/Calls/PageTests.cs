using System.Globalization;
using System.Web;
using Galley.Api;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Calls;

internal sealed class PageTests
{
    [TestCase(100)]
    [TestCase(7)] // a server may cap the limit lower than we ask
    public async Task Clients_OverSeveralPages_AllComeOnceInOrder(int cap)
    {
        await using var server = LoopbackServer.Answering(request =>
            Page(Offset(request), Math.Min(cap, 250 - Offset(request)), Offset(request) + cap < 250)
        );
        using var client = ClientFixture.Client(server);

        var clients = await client.Clients(default).Select(found => found.UserId).ToListAsync();

        Assert.That(clients, Is.EqualTo(Enumerable.Range(0, 250).Select(i => $"c{i}")));
        Assert.That(server.Requests.Select(request => request.Target), Has.All.Contain("limit=100&offset="));
    }

    [Test]
    public async Task Clients_ServerIgnoresOffset_StopsWithAClearError()
    {
        await using var server = LoopbackServer.Answering(_ => Page(0, 3, more: true));
        using var client = ClientFixture.Client(server);
        var got = new List<ClientAccount>();

        var error = (
            await Assert.ThrowsAsync<ApiException>(async () =>
            {
                await foreach (var found in client.Clients(default))
                {
                    got.Add(found);
                }
            })
        )!;

        Assert.That(
            error.Message,
            Is.EqualTo(
                "Listing the clients stopped: the page at offset 3 repeats an earlier one (request_id req_2); "
                    + "try again, and ask LeadPanther's support if it happens again."
            )
        );
        Assert.That(got, Has.Count.EqualTo(3), "what came twice is given once");
    }

    [Test]
    public async Task Clients_EmptyPageThatPromisesMore_StopsWithAClearError()
    {
        await using var server = LoopbackServer.Answering(_ => Page(0, 0, more: true));
        using var client = ClientFixture.Client(server);

        Assert.That(
            async () => await client.Clients(default).CountAsync(),
            Throws.TypeOf<ApiException>().With.Message.Contains("is empty but says that more follow")
        );
    }

    [TestCase("""{"data":{}}""")]
    [TestCase("""{"data":[{}]}""")]
    [TestCase("""{"data":["c1"]}""")]
    [TestCase("[]")]
    public async Task Clients_AnswerOfAnotherForm_IsAnErrorAndNotAnEmptyList(string body)
    {
        await using var server = LoopbackServer.Answering(Reply.Json(200, body));
        using var client = ClientFixture.Client(server);

        Assert.That(
            async () => await client.Clients(default).CountAsync(),
            Throws.TypeOf<ApiException>().With.Message.Contains("not in its documented form")
        );
    }

    [Test]
    public async Task Clients_NoWordOnMore_AsksOnOnlyAfterAFullPage()
    {
        await using var server = LoopbackServer.Answering(request =>
            Reply.Json(200, $$"""{"data":[{{Items(Offset(request), Offset(request) == 0 ? 100 : 1)}}]}""")
        );
        using var client = ClientFixture.Client(server);

        Assert.That(await client.Clients(default).CountAsync(), Is.EqualTo(101));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    private static int Offset(ReceivedRequest request) =>
        int.Parse(
            HttpUtility.ParseQueryString(request.Target[request.Target.IndexOf('?', StringComparison.Ordinal)..])[
                "offset"
            ]!,
            CultureInfo.InvariantCulture
        );

    private static Reply Page(int offset, int count, bool more) =>
        Reply.Json(
            200,
            $$"""{"data":[{{Items(offset, count)}}],"pagination":{{Pagination(offset, more)}},"request_id":"req_2"}"""
        );

    private static string Pagination(int offset, bool more) =>
        $$"""{"limit":100,"offset":{{offset}},"has_more":{{(more ? "true" : "false")}}}""";

    private static string Items(int offset, int count) =>
        string.Join(',', Enumerable.Range(offset, count).Select(i => $$"""{"user_id":"c{{i}}"}"""));
}
