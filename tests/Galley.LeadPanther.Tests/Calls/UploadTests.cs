using System.Text;
using Galley.Api;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Calls;

internal sealed class UploadTests
{
    [Test]
    public async Task Upload_StoredFile_GivesItsPublicUrl()
    {
        await using var storage = LoopbackServer.Answering(Reply.Json(200, "{}"));
        await using var api = LoopbackServer.Answering(Reply.Json(200, ClientFixture.UploadUrl(storage.Url)));
        using var client = ClientFixture.Client(api);

        Assert.That(
            await client.Upload(ClientFixture.Agency, ClientFixture.Picture(), ClientFixture.RequestId, default),
            Is.EqualTo("https://cdn.example.com/p.png")
        );

        Assert.That(
            api.Requests.Single().Text,
            Is.EqualTo("""{"filename":"pipeline.png","content_type":"image/png","file_size":7}""")
        );
        Assert.That(storage.Requests.Single().Line, Is.EqualTo("PUT /put/UPLOAD-SECRET?sig=SIGNATURE"));
        Assert.That(storage.Requests.Single().Text, Is.EqualTo("PICTURE"));
    }

    [Test]
    public async Task Upload_ToStorage_CarriesNoKeyNoTokenAndNothingElse()
    {
        await using var storage = LoopbackServer.Answering(Reply.Json(500, "{}"), Reply.Json(200, "{}"));
        await using var api = LoopbackServer.Answering(Reply.Json(200, ClientFixture.UploadUrl(storage.Url)));
        using var client = ClientFixture.Client(api);

        await client.Upload(ClientFixture.Direct, ClientFixture.Picture(), ClientFixture.RequestId, default);

        foreach (var request in storage.Requests)
        {
            Assert.That(
                request.Headers.Select(header => header.Key),
                Is.EquivalentTo(new[] { "Host", "User-Agent", "Content-Type", "Content-Length" })
            );
            Assert.That(
                string.Concat(request.Headers.Select(header => header.Value)),
                Does.Not.Contain(ClientFixture.Secret).And.Not.Contain("TOKEN-SECRET")
            );
        }
    }

    [Test]
    public async Task Upload_StorageFails_AsksForANewAddressAndSendsTheWholeFileAgain()
    {
        await using var storage = LoopbackServer.Answering(
            Reply.Json(503, "{}"),
            new Reply("", ThenClose: true),
            Reply.Json(201, "")
        );
        await using var api = LoopbackServer.Answering(Reply.Json(200, ClientFixture.UploadUrl(storage.Url)));
        using var client = ClientFixture.Client(api);

        await client.Upload(ClientFixture.Direct, ClientFixture.Picture(), ClientFixture.RequestId, default);

        Assert.That(api.Requests, Has.Count.EqualTo(3));
        Assert.That(
            storage.Requests.Select(request => request.Text),
            Is.EqualTo(new[] { "PICTURE", "PICTURE", "PICTURE" })
        );
    }

    [Test]
    public async Task Upload_StorageRedirects_IsNotFollowed()
    {
        await using var elsewhere = LoopbackServer.Answering(Reply.Json(200, "{}"));
        await using var storage = LoopbackServer.Answering(Reply.Json(307, "", $"Location: {elsewhere.Url}/x"));
        await using var api = LoopbackServer.Answering(Reply.Json(200, ClientFixture.UploadUrl(storage.Url)));
        using var client = ClientFixture.Client(api);

        Assert.That(
            async () =>
                await client.Upload(ClientFixture.Direct, ClientFixture.Picture(), ClientFixture.RequestId, default),
            Throws.TypeOf<ApiException>().With.Property("Status").EqualTo(307)
        );
        Assert.That(elsewhere.Connections, Is.Zero);
    }

    [Test]
    public async Task Upload_StorageRefuses_IsNotTriedAgain()
    {
        await using var storage = LoopbackServer.Answering(Reply.Json(403, """{"error":"bad signature"}"""));
        await using var api = LoopbackServer.Answering(Reply.Json(200, ClientFixture.UploadUrl(storage.Url)));
        using var client = ClientFixture.Client(api);

        Assert.That(
            async () =>
                await client.Upload(ClientFixture.Direct, ClientFixture.Picture(), ClientFixture.RequestId, default),
            Throws
                .TypeOf<ApiException>()
                .With.Message.EqualTo(
                    "Uploading a file to LeadPanther's storage failed: it answered 403 (request_id req_4); "
                        + "try again, and ask LeadPanther's support if it happens again."
                )
        );
        Assert.That(storage.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("""{"data":{"upload_url":"http://192.0.2.1/x","public_url":"https://cdn.example.com/p.png"}}""")]
    [TestCase("""{"data":{"upload_url":"file:///etc/passwd","public_url":"https://cdn.example.com/p.png"}}""")]
    [TestCase("""{"data":{"upload_url":"https://s.example.com/x","public_url":"http://cdn.example.com/p.png"}}""")]
    [TestCase("""{"data":{"upload_url":"https://s.example.com/x","public_url":"javascript:alert(1)"}}""")]
    [TestCase("""{"data":{"upload_url":"https://s.example.com/x"}}""")]
    [TestCase("""{"data":{"public_url":"https://cdn.example.com/p.png"}}""")]
    public async Task Upload_UnsafeOrMissingAddress_IsRefused(string answer)
    {
        await using var api = LoopbackServer.Answering(Reply.Json(200, answer));
        using var client = ClientFixture.Client(api);

        Assert.That(
            async () =>
                await client.Upload(ClientFixture.Direct, ClientFixture.Picture(), ClientFixture.RequestId, default),
            Throws.TypeOf<ApiException>().With.Message.Contains("not in its documented form")
        );
    }

    [Test]
    public async Task Upload_FileThatVanishedOrChanged_SaysSoOnce()
    {
        await using var storage = LoopbackServer.Answering(Reply.Json(200, "{}"));
        await using var api = LoopbackServer.Answering(Reply.Json(200, ClientFixture.UploadUrl(storage.Url)));
        using var client = ClientFixture.Client(api);
        var gone = new Upload("gone.png", "image/png", 7, () => throw new FileNotFoundException());
        var changed = new Upload("changed.png", "image/png", 7, () =>
            new MemoryStream(Encoding.ASCII.GetBytes("longer than said"))
        );

        Assert.That(
            async () => await client.Upload(ClientFixture.Direct, gone, ClientFixture.RequestId, default),
            Throws.InstanceOf<GalleyException>().With.Message.StartsWith("gone.png can't be read any more")
        );
        Assert.That(
            async () => await client.Upload(ClientFixture.Direct, changed, ClientFixture.RequestId, default),
            Throws.InstanceOf<GalleyException>().With.Message.StartsWith("changed.png changed")
        );
        Assert.That((api.Requests.Count, storage.Connections), Is.EqualTo((2, 0)));
    }
}
