using Galley.Testing;

namespace Galley.Sandbox.Tests;

internal sealed class MediaTests
{
    private static readonly byte[] Png = SampleMedia.Png();

    [Test]
    public async Task Upload_AsDocumented_IsServedAtItsPublicUrl()
    {
        await using var given = await SandboxFixture.Sandbox();
        var data = await UploadUrl(given, "a picture & more.png");

        var put = await given.With(null).Put(data.Upload, Png, "image/png");
        var got = await Get(given, data.Public);

        Assert.Multiple(() =>
        {
            Assert.That((int)put.Status, Is.EqualTo(200));
            Assert.That(got.Bytes, Is.EqualTo(Png));
            Assert.That(got.ContentHeaders.ContentType!.MediaType, Is.EqualTo("image/png"));
            Assert.That(new Uri(data.Upload).Port, Is.EqualTo(given.Server.StorageUrl.Port).And.Not.EqualTo(given.Server.ApiUrl.Port));
            Assert.That(given.Server.Media.Single().Bytes!.Value.ToArray(), Is.EqualTo(Png));
            Assert.That(given.Server.Violations, Is.Empty);
        });
    }

    [Test]
    public async Task Storage_ThatIsSentAKey_RefusesAndRemembers()
    {
        await using var given = await SandboxFixture.Sandbox();
        var data = await UploadUrl(given);

        var header = await given.With(null).Put(data.Upload, Png, "image/png", "Bearer lp_sandbox_agency");
        var query = await given.With(null).Put(data.Upload + "?key=lp_sandbox_agency", Png, "image/png");

        Assert.Multiple(() =>
        {
            Assert.That(((int)header.Status, (int)query.Status), Is.EqualTo((403, 403)));
            Assert.That(given.Server.Violations.Select(violation => violation.What), Is.EqualTo(new[]
            {
                "An Authorization header was sent to the storage host.",
                "An API key was sent to the storage host.",
            }));
            Assert.That(given.Server.Media.Single().Bytes, Is.Null);
        });
    }

    [TestCase("image/jpeg", 0, "Content-Type is \"image/jpeg\"")]
    [TestCase("image/png", 1, "The upload has")]
    public async Task Upload_OtherThanItWasAskedFor_IsAViolation(string type, int extra, string what)
    {
        await using var given = await SandboxFixture.Sandbox();
        var data = await UploadUrl(given);

        var said = await given.With(null).Put(data.Upload, [.. Png, .. new byte[extra]], type);

        Assert.That((int)said.Status, Is.EqualTo(400));
        Assert.That(given.Server.Violations.Single().What, Does.Contain(what));
    }

    [Test]
    public async Task UploadUrl_AfterTenMinutes_IsTooOld()
    {
        await using var given = await SandboxFixture.Sandbox();
        var data = await UploadUrl(given);
        given.Clock.Advance(TimeSpan.FromMinutes(10));

        var said = await given.With(null).Put(data.Upload, Png, "image/png");

        Assert.That((int)said.Status, Is.EqualTo(403));
        Assert.That(given.Server.Violations, Is.Empty);
    }

    [Test]
    public async Task Storage_AskedForAnythingElse_RefusesAndRemembers()
    {
        await using var given = await SandboxFixture.Sandbox();
        var data = await UploadUrl(given);

        var unput = await Get(given, data.Public);
        var guessed = await Get(given, given.Server.StorageUrl + "upload/");

        Assert.That(((int)unput.Status, (int)guessed.Status), Is.EqualTo((404, 404)));
        Assert.That(given.Server.Violations, Has.Length.EqualTo(1));
    }

    private static async Task<(string Upload, string Public)> UploadUrl(SandboxFixture given, string name = "a.png")
    {
        var said = await given.Agency.Post(SandboxFixture.Client + "/media/upload-url", SandboxFixture.Upload(Png.Length, name: name));
        Assert.That(said.Data.AsObject().Select(pair => pair.Key), Is.EqualTo(new[] { "upload_url", "token", "path", "public_url", "bucket", "content_type" }));
        return (said.Data["upload_url"]!.GetValue<string>(), said.Data["public_url"]!.GetValue<string>());
    }

    private static async Task<HttpAnswer> Get(SandboxFixture given, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await given.With(null).Send(request);
    }
}
