using Galley.Testing;

namespace Galley.Sandbox.Tests.Storage;

internal sealed class StorageHostTests
{
    private static readonly byte[] Png = SampleMedia.Png();

    [Test]
    public async Task Upload_AsDocumented_IsServedAtItsPublicUrl()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var data = await UploadUrl(fixture, "a picture & more.png");

        var put = await fixture.With(null).Put(data.Upload, Png, "image/png");
        var got = await Get(fixture, data.Public);

        Assert.Multiple(() =>
        {
            Assert.That((int)put.Status, Is.EqualTo(200));
            Assert.That(got.Bytes, Is.EqualTo(Png));
            Assert.That(got.ContentHeaders.ContentType!.MediaType, Is.EqualTo("image/png"));
            Assert.That(
                new Uri(data.Upload).Port,
                Is.EqualTo(fixture.Server.StorageUrl.Port).And.Not.EqualTo(fixture.Server.ApiUrl.Port)
            );
            Assert.That(fixture.Server.Media.Single().Bytes!.Value.ToArray(), Is.EqualTo(Png));
            Assert.That(fixture.Server.Violations, Is.Empty);
        });
    }

    [Test]
    public async Task Storage_ThatIsSentAKey_RefusesAndRemembers()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var data = await UploadUrl(fixture);

        var header = await fixture.With(null).Put(data.Upload, Png, "image/png", "Bearer lp_sandbox_agency");
        var query = await fixture.With(null).Put(data.Upload + "?key=lp_sandbox_agency", Png, "image/png");

        Assert.Multiple(() =>
        {
            Assert.That(((int)header.Status, (int)query.Status), Is.EqualTo((403, 403)));
            Assert.That(
                fixture.Server.Violations.Select(violation => violation.What),
                Is.EqualTo(
                    new[]
                    {
                        "An Authorization header was sent to the storage host.",
                        "An API key was sent to the storage host.",
                    }
                )
            );
            Assert.That(fixture.Server.Media.Single().Bytes, Is.Null);
        });
    }

    [TestCase("image/jpeg", 0, "Content-Type is \"image/jpeg\"")]
    [TestCase("image/png", 1, "The upload has")]
    public async Task Upload_OtherThanItWasAskedFor_IsAViolation(string type, int extra, string what)
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var data = await UploadUrl(fixture);

        var answer = await fixture.With(null).Put(data.Upload, [.. Png, .. new byte[extra]], type);

        Assert.That((int)answer.Status, Is.EqualTo(400));
        Assert.That(fixture.Server.Violations.Single().What, Does.Contain(what));
    }

    [Test]
    public async Task UploadUrl_AfterTenMinutes_IsTooOld()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var data = await UploadUrl(fixture);
        fixture.Clock.Advance(TimeSpan.FromMinutes(10));

        var answer = await fixture.With(null).Put(data.Upload, Png, "image/png");

        Assert.That((int)answer.Status, Is.EqualTo(403));
        Assert.That(fixture.Server.Violations, Is.Empty);
    }

    [Test]
    public async Task Storage_AskedForAnythingElse_RefusesAndRemembers()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var data = await UploadUrl(fixture);

        var unput = await Get(fixture, data.Public);
        var guessed = await Get(fixture, fixture.Server.StorageUrl + "upload/");

        Assert.That(((int)unput.Status, (int)guessed.Status), Is.EqualTo((404, 404)));
        Assert.That(fixture.Server.Violations, Has.Length.EqualTo(1));
    }

    private static async Task<(string Upload, string Public)> UploadUrl(SandboxFixture fixture, string name = "a.png")
    {
        var answer = await fixture.Agency.Post(
            SandboxFixture.Client + "/media/upload-url",
            SandboxFixture.Upload(Png.Length, name: name)
        );
        Assert.That(
            answer.Data.AsObject().Select(pair => pair.Key),
            Is.EqualTo(new[] { "upload_url", "token", "path", "public_url", "bucket", "content_type" })
        );
        return (answer.Data["upload_url"]!.GetValue<string>(), answer.Data["public_url"]!.GetValue<string>());
    }

    private static async Task<HttpAnswer> Get(SandboxFixture fixture, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await fixture.With(null).Send(request);
    }
}
