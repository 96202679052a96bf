using System.Text;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Testing.Http;
using Snapshooter.NUnit;

namespace Galley.LeadPanther.Tests;

/// <summary>All that leaves for each operation, to the letter: a person compares the snapshots with the documentation.</summary>
internal sealed class RequestTests
{
    private const string Wire = """{"text":"Größe 😀","status":"draft"}""";

    [Test]
    public async Task Requests_DirectAccount_AreAsDocumented() =>
        Snapshot.Match(await AllRequests(ClientFixture.Direct));

    [Test]
    public async Task Requests_AgencyClient_AreAsDocumented() =>
        Snapshot.Match(await AllRequests(ClientFixture.Agency));

    [Test]
    public async Task Filters_OfEveryKind_AreEscaped()
    {
        await using var server = LoopbackServer.Answering(
            Reply.Json(200, """{"data":[],"pagination":{"has_more":false}}""")
        );
        using var client = ClientFixture.Client(server);

        await client
            .Leads(
                ClientFixture.Direct,
                new LeadFilter("A&B=C", "comments", true, false, "qualified", "ü #?/"),
                default
            )
            .CountAsync();
        await client
            .Activity(ClientFixture.Direct, new ActivityFilter("comments", "new", "GUIDE", "a b"), default)
            .CountAsync();

        Assert.That(
            server.Requests.Select(request => request.Target),
            Is.EqualTo(
                new[]
                {
                    "/api/v1/leads?limit=100&offset=0&keyword=A%26B%3DC&source=comments&has_email=true&has_intent=false"
                        + "&qualification=qualified&search=%C3%BC%20%23%3F%2F",
                    "/api/v1/activity?limit=100&offset=0&source=comments&status=new&keyword=GUIDE&search=a%20b",
                }
            )
        );
    }

    [TestCase("../me")]
    [TestCase("a/b")]
    [TestCase("a?b")]
    [TestCase("a%2fb")]
    [TestCase("..")]
    [TestCase("a\n")]
    [TestCase("")]
    public async Task Id_ThatIsNone_NeverGetsIntoAPath(string id)
    {
        await using var server = LoopbackServer.Answering(Reply.Json(200, "{}"));
        using var client = ClientFixture.Client(server);

        Assert.That(
            async () => await client.Engagement(ClientFixture.Direct, id, default),
            Throws.InstanceOf<GalleyException>().With.Message.Contains("is not a LeadPanther id")
        );
        Assert.That(
            async () =>
                await client.Create(
                    new Account(id, IsDirect: false),
                    Kind.Post,
                    "{}",
                    ClientFixture.RequestId,
                    default
                ),
            Throws.InstanceOf<GalleyException>()
        );
        Assert.That(server.Connections, Is.Zero);
    }

    private static async Task<string> AllRequests(Account account)
    {
        await using var server = LoopbackServer.Answering(request => Answer(request));
        using var client = ClientFixture.Client(server);

        await client.Metadata(default);
        await client.Me(default);
        await client.Clients(default).CountAsync();
        await client.Create(account, Kind.LeadMagnet, """{"keyword":"GUIDE"}""", ClientFixture.RequestId, default);
        await client.Upload(account, ClientFixture.Picture(), ClientFixture.RequestId, default);
        await client.Create(account, Kind.Post, Wire, ClientFixture.RequestId, default);
        await client.Engagement(account, ClientFixture.PostId, default);
        await client.Analytics(account, ClientFixture.LeadMagnetId, default);
        foreach (
            var (kind, id) in new[] { (Kind.Post, ClientFixture.PostId), (Kind.LeadMagnet, ClientFixture.LeadMagnetId) }
        )
        {
            await client.List(account, kind, default);
            await client.Get(account, kind, id, default);
            await client.Change(account, kind, id, """{"text":"New"}""", ClientFixture.RequestId, default);
            await client.Remove(account, kind, id, ClientFixture.RequestId, default);
        }

        await client.Leads(account, new LeadFilter(), default).CountAsync();
        await client.Activity(account, new ActivityFilter(), default).CountAsync();

        return string.Join("\n\n", server.Requests.Select(Render))
            .Replace(server.Url[7..], "HOST", StringComparison.Ordinal);
    }

    private static Reply Answer(ReceivedRequest request) =>
        Reply.Json(
            200,
            request.Target switch
            {
                "/api/v1" => """{"data":{"name":"LeadPanther API","version":"v1"}}""",
                "/api/v1/me" => """{"data":{"owner":{"user_id":"u"}}}""",
                _ when request.Target.EndsWith("/media/upload-url", StringComparison.Ordinal) =>
                    ClientFixture.UploadUrl($"http://{request.Header("Host")}"),
                _ when request.Target.EndsWith("/engagement", StringComparison.Ordinal) =>
                    """{"data":{"post_id":"p"}}""",
                _ when request.Target.Contains("/analytics", StringComparison.Ordinal) =>
                    """{"data":{"lead_magnet":{"id":"m"}}}""",
                "/api/v1/clients/00000000-0000-4000-8000-000000000001" => """{"data":{"user_id":"c"}}""",
                _ when request.Target.EndsWith(ClientFixture.PostId, StringComparison.Ordinal) =>
                    ClientFixture.Created(),
                _ when request.Target.EndsWith(ClientFixture.LeadMagnetId, StringComparison.Ordinal) =>
                    ClientFixture.Created(ClientFixture.LeadMagnetId),
                _ => """{"data":[]}""",
            }
        );

    private static string Render(ReceivedRequest request)
    {
        var text = new StringBuilder(request.Line);
        foreach (var (name, value) in request.Headers)
        {
            text.Append('\n').Append(name).Append(": ").Append(value);
        }

        return request.Text.Length == 0 ? text.ToString() : text.Append("\n\n").Append(request.Text).ToString();
    }
}
