using System.Text;
using Galley.Api;
using Galley.Diagnostics;
using Galley.LeadPanther.Calls;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests;

/// <summary>No key, upload URL or token in any text, even when servers quote them back.</summary>
internal sealed class SecretTests
{
    private static readonly string[] Secrets = [ClientFixture.Secret, "UPLOAD-SECRET", "SIGNATURE", "TOKEN-SECRET"];

    [TestCase(200)]
    [TestCase(302)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(429)]
    [TestCase(500)]
    public async Task Calls_AnsweredWithEverythingQuotedBack_TellNoSecret(int status)
    {
        await using var server = LoopbackServer.Answering(request =>
            Reply.Json(
                status,
                $$"""
                {"error":"bad key {{request.Header("Authorization")}}","request_id":"r {{request.Header(
                    "Authorization"
                )}}",
                "upload_url":"UPLOAD-SECRET","token":"TOKEN-SECRET"}
                """
            )
        );
        using var client = ClientFixture.Client(server);

        AssertNoSecret(await AllTexts(client));
    }

    [TestCase(302)]
    [TestCase(400)]
    [TestCase(500)]
    public async Task Upload_StorageQuotesItsUrlBack_TellsNoSecret(int status)
    {
        await using var storage = LoopbackServer.Answering(request =>
            Reply.Json(status, $$"""{"message":"no: {{request.Target}} TOKEN-SECRET"}""")
        );
        await using var api = LoopbackServer.Answering(Reply.Json(200, ClientFixture.UploadUrl(storage.Url)));
        using var client = ClientFixture.Client(api);

        AssertNoSecret([
            await TextOf(() =>
                client.Upload(ClientFixture.Direct, ClientFixture.Picture(), ClientFixture.RequestId, default)
            ),
        ]);
    }

    [Test]
    public async Task Upload_StorageIsNotThere_TellsNoSecret()
    {
        await using var api = LoopbackServer.Answering(
            Reply.Json(200, ClientFixture.UploadUrl(LoopbackServer.UrlOfNobody()))
        );
        using var client = ClientFixture.Client(api);

        AssertNoSecret([
            await TextOf(() =>
                client.Upload(ClientFixture.Direct, ClientFixture.Picture(), ClientFixture.RequestId, default)
            ),
        ]);
    }

    [Test]
    public async Task Calls_ServerIsNotThere_TellNoSecret()
    {
        using var client = ClientFixture.Client(LoopbackServer.UrlOfNobody());

        AssertNoSecret(await AllTexts(client));
    }

    [Test]
    public void Ticket_AsText_ShowsNothing() =>
        AssertNoSecret([
            new UploadTicket(
                new Uri("https://s.example.com/UPLOAD-SECRET"),
                "https://cdn.example.com/p.png",
                null
            ).ToString()!,
        ]);

    private static async Task<string[]> AllTexts(LeadPantherClient client) =>
        [
            await TextOf(() => client.Me(default)),
            await TextOf(async () => await client.Clients(default).CountAsync()),
            await TextOf(() =>
                client.Create(ClientFixture.Agency, Kind.LeadMagnet, "{}", ClientFixture.RequestId, default)
            ),
            await TextOf(() => client.Create(ClientFixture.Direct, Kind.Post, "{}", ClientFixture.RequestId, default)),
            await TextOf(() =>
                client.Upload(ClientFixture.Direct, ClientFixture.Picture(), ClientFixture.RequestId, default)
            ),
            await TextOf(() => client.Engagement(ClientFixture.Direct, "p", default)),
            await TextOf(() => client.Analytics(ClientFixture.Direct, "m", default)),
            await TextOf(async () => await client.Leads(ClientFixture.Direct, new LeadFilter(), default).CountAsync()),
            await TextOf(async () =>
                await client.Activity(ClientFixture.Direct, new ActivityFilter(), default).CountAsync()
            ),
            client.ToString()!,
        ];

    private static async Task<string> TextOf<T>(Func<Task<T>> call)
    {
        try
        {
            return $"{await call()}";
        }
        catch (GalleyException e)
        {
            return e.ToString();
        }
    }

    private static void AssertNoSecret(string[] texts)
    {
        var all = texts.Aggregate(new StringBuilder(), (sum, text) => sum.AppendLine(text)).ToString();
        foreach (var secret in Secrets)
        {
            Assert.That(all, Does.Not.Contain(secret));
        }
    }
}
