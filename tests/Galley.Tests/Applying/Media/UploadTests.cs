using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Payloads;

namespace Galley.Tests.Applying.Media;

/// <summary>Media go up once, are used again while they surely last, and fail only what shows them.</summary>
public sealed class UploadTests
{
    private static readonly MediaFile Picture = ApplierFixture.Picture("a.png", "a1");

    private static ApplierFixture Shows(params MediaFile[] images) =>
        new ApplierFixture().Client("acme").Post("acme", "p", null, null, [.. images]);

    private static Uploaded Upload(string url) => new("acme", Picture.Path, Picture.Sha256, "image/png", 3, url);

    private static string[] UploadsOf(ApplierFixture fixture) =>
        [.. fixture.Api.Calls.Where(call => call.StartsWith("upload", StringComparison.Ordinal))];

    [Test]
    public async Task TwoPostsWithTheSameBytes_UploadOnce()
    {
        var fixture = Shows(Picture).Post("acme", "q", null, null, ApplierFixture.Picture("copy.png", "a1"));

        var result = await fixture.Apply();

        Assert.That(UploadsOf(fixture), Is.EqualTo(new[] { "upload a.png" }));
        Assert.That(result.Done, Has.Length.EqualTo(2));
        Assert.That(
            fixture.Api.Creates.Select(create => create.Wire),
            Has.All.Contain("https://cdn.example.com/1/a.png")
        );
    }

    [Test]
    public async Task TwoClientsWithTheSameBytes_UploadEachTheirOwn()
    {
        var fixture = Shows(Picture).Client("other").Post("other", "q", null, null, Picture);

        await fixture.Apply();

        Assert.That(UploadsOf(fixture), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task AnUploadOfADayAgo_IsUsedAgain()
    {
        var fixture = Shows(Picture);
        fixture.Ledger.With("account-acme", Upload("https://cdn.example.com/kept.png"));
        fixture.Clock.Advance(TimeSpan.FromHours(24));

        await fixture.Apply();

        Assert.That(UploadsOf(fixture), Is.Empty);
        Assert.That(fixture.Api.Creates.Single().Wire, Does.Contain("https://cdn.example.com/kept.png"));
    }

    [Test]
    public async Task AnOlderUploadThatNothingShows_IsMadeAgain()
    {
        var fixture = Shows(Picture);
        fixture.Ledger.With("account-acme", Upload("https://cdn.example.com/stale.png"));
        fixture.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        await fixture.Apply();

        Assert.That(UploadsOf(fixture), Has.Length.EqualTo(1));
        Assert.That(fixture.Api.Creates.Single().Wire, Does.Not.Contain("stale"));
    }

    [Test]
    public async Task AnOlderUploadThatALivePostShows_IsUsedAgain()
    {
        var fixture = Shows(Picture);
        var payload = new Payload("{}", "{\"images\":[\"https://cdn.example.com/shown.png\"]}", "0", "0000");
        fixture.Ledger.With(
            "account-acme",
            Upload("https://cdn.example.com/shown.png"),
            new Intended("acme", Kind.Post, "earlier", payload, fixture.Now),
            new Created("acme", Kind.Post, "earlier", "id", null)
        );
        fixture.Clock.Advance(TimeSpan.FromDays(40));

        await fixture.Apply();

        Assert.That(UploadsOf(fixture), Is.Empty);
    }

    [Test]
    public async Task AFailedUpload_FailsOnlyThePostsThatShowIt()
    {
        var fixture = Shows(Picture, ApplierFixture.Picture("fine.png", "f1"))
            .Post("acme", "plain")
            .Post("acme", "also", null, null, Picture);
        fixture.Api.OnUpload = (upload, _) =>
            upload.FileName == "a.png"
                ? throw new ApiException(
                    "POST /media/upload-url answered 422: too large (request_id req_3)",
                    422,
                    "req_3"
                )
                : Task.CompletedTask;

        var result = await fixture.Apply();

        Assert.That(result.Failed.Select(item => item.Key), Is.EqualTo(new[] { "also", "p" }));
        Assert.That(
            result.Failed[0].Sentence,
            Does.Contain("clients/acme/media/a.png").And.Contain("too large (request_id req_3).")
        );
        Assert.That(result.Done.Select(item => item.Key), Is.EqualTo(new[] { "plain" }));
        Assert.That(UploadsOf(fixture), Has.Length.EqualTo(2));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.SomeFailed));
    }

    [Test]
    public async Task AnUploadRefusedWith401_StopsTheRun()
    {
        var fixture = Shows(Picture);
        fixture.Api.OnUpload = (_, _) => throw new ApiException("POST /media/upload-url answered 401", 401, null);

        var result = await fixture.Apply();

        Assert.That(result.Error, Does.Contain("401"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [Test]
    public async Task AnUploadRefusedWith403_HoldsThatClient()
    {
        var fixture = Shows(Picture).Client("other").Posts("other", 1);
        fixture.Api.OnUpload = (_, _) => throw new ApiException("POST /media/upload-url answered 403", 403, null);

        var result = await fixture.Apply();

        Assert.That(result.Failed.Single().Sentence, Does.Contain("403"));
        Assert.That(result.Done.Single().Client, Is.EqualTo("other"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.SomeFailed));
    }

    [Test]
    public async Task AnUpload_IsWrittenDownBeforeItsPostIsSent()
    {
        var fixture = Shows(Picture);

        await fixture.Apply();

        Assert.That(fixture.LedgerOf("acme"), Is.EqualTo(new[] { "uploaded", "intended p", "created p" }));
        Assert.That(
            fixture.Ledger.Events("account-acme").OfType<Uploaded>().Single(),
            Has.Property("File").EqualTo(Picture.Path)
        );
    }
}
