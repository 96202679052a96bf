using System.Text;
using System.Text.Json.Nodes;

namespace Galley.Sandbox.Tests.Control;

internal sealed class ManualChangesTests
{
    [Test]
    public async Task Post_WrittenEditedAndDeletedByHand_IsWhatTheApiShows()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var written = fixture.Server.Manual.WritePost(
            SandboxFixture.ClientId,
            new JsonObject { ["text"] = "By hand.", ["scheduled_at"] = "2026-06-20T09:00:00.000Z" }
        );
        var path = $"{SandboxFixture.Client}/posts/{written.Id}";

        var first = await fixture.Agency.Get(path);
        fixture.Server.Manual.EditPost(written.Id, new JsonObject { ["scheduled_at"] = null });
        var second = await fixture.Agency.Get(path);
        fixture.Server.Manual.DeletePost(written.Id);
        var third = await fixture.Agency.Get(path);

        Assert.Multiple(() =>
        {
            Assert.That(first.Data["status"]!.GetValue<string>(), Is.EqualTo("scheduled"));
            Assert.That(second.Data["status"]!.GetValue<string>(), Is.EqualTo("draft"));
            Assert.That(second.Data["text"]!.GetValue<string>(), Is.EqualTo("By hand."));
            Assert.That((int)third.Status, Is.EqualTo(404));
            Assert.That(fixture.Server.Requests, Has.Length.EqualTo(3), "a person's work is no request");
        });
    }

    [Test]
    public async Task Change_OfAPersonBetweenReadAndPatch_IsNotTheClientsFault()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post());
        var path = $"{SandboxFixture.Client}/posts/{id}";
        await fixture.Agency.Get(path);

        fixture.Server.Manual.EditPost(id, new JsonObject { ["text"] = "Theirs.", ["notes"] = "Theirs." });
        var answer = await fixture.Agency.Send(HttpMethod.Patch, path, """{"text": "Theirs."}""", "application/json");

        Assert.That(answer.Data["notes"]!.GetValue<string>(), Is.EqualTo("Theirs."));
        Assert.That(fixture.Server.Violations, Is.Empty);
    }

    [Test]
    public async Task LeadMagnet_WrittenEditedAndDeletedByHand_IsWhatTheApiShows()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var fields = new JsonObject { ["keyword"] = "BOOK", ["resource_name"] = "A book" };
        var id = fixture.Server.Manual.WriteLeadMagnet(SandboxFixture.DirectId, fields).Id;

        fixture.Server.Manual.EditLeadMagnet(id, new JsonObject { ["keyword"] = "NOVEL" });
        var list = await fixture.Direct.Get("/lead-magnets");
        fixture.Server.Manual.DeleteLeadMagnet(id);

        Assert.That(list.Data[0]!["keyword"]!.GetValue<string>(), Is.EqualTo("NOVEL"));
        Assert.That(fixture.Server.ArchivedLeadMagnets.Single().Id, Is.EqualTo(id));
    }

    [Test]
    public async Task Change_ThatIsNotPossible_IsRefusedWithItsReason()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post());
        var manual = fixture.Server.Manual;

        Assert.Multiple(() =>
        {
            Assert.That(
                () => manual.EditPost(id, new JsonObject { ["text"] = "" }),
                Throws.TypeOf<GalleyException>().With.Message.Contains("text must not be empty")
            );
            Assert.That(
                () => manual.DeletePost("nobody"),
                Throws.TypeOf<GalleyException>().With.Message.EqualTo("The sandbox has no post nobody.")
            );
            Assert.That(
                () => manual.WritePost("nobody", []),
                Throws.TypeOf<GalleyException>().With.Message.EqualTo("The sandbox has no account nobody.")
            );
        });
    }

    [Test]
    public async Task Routes_FromAnotherProcess_TakeJson()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var written = await Send(
            fixture,
            "/sandbox/posts",
            $$"""{"user_id": "{{SandboxFixture.ClientId}}", "text": "By hand."}"""
        );
        var id = written.Json["id"]!.GetValue<string>();
        var edited = await Send(fixture, $"/sandbox/posts/{id}", """{"text": "Edited."}""");
        var magnet = await Send(fixture, $"/sandbox/lead-magnets/{SandboxFixture.EarlierId}/delete", "");
        var wrong = await Send(fixture, $"/sandbox/posts/{id}", "[]");
        var text = fixture.Server.Posts.Single().Text;
        var deleted = await Send(fixture, $"/sandbox/posts/{id}/delete", "");

        Assert.Multiple(() =>
        {
            Assert.That(
                new[] { written, edited, magnet, deleted }.Select(answer => (int)answer.Status),
                Is.All.EqualTo(200)
            );
            Assert.That((int)wrong.Status, Is.EqualTo(400));
            Assert.That(text, Is.EqualTo("Edited."));
            Assert.That(fixture.Server.Posts, Is.Empty);
            Assert.That(fixture.Server.ArchivedLeadMagnets.Single().Id, Is.EqualTo(SandboxFixture.EarlierId));
        });
    }

    [Test]
    public async Task Form_OfThePage_SavesAndLeadsBack()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post());

        var answer = await Form(fixture, id, fixture.Server.PageUrl.GetLeftPart(UriPartial.Authority));

        var post = fixture.Server.Posts.Single();
        Assert.Multiple(() =>
        {
            Assert.That(((int)answer.Status, answer.Headers.Location!.OriginalString), Is.EqualTo((303, "/")));
            Assert.That(post.Text, Is.EqualTo("One.\nTwo."));
            Assert.That(post.ScheduledAt, Is.EqualTo(new DateTimeOffset(2026, 6, 30, 8, 15, 0, TimeSpan.Zero)));
        });
    }

    [Test]
    public async Task Form_OfAnotherPage_IsRefused()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post());

        var answer = await Form(fixture, id, "https://evil.example");

        Assert.That((int)answer.Status, Is.EqualTo(403));
        Assert.That(fixture.Server.Posts.Single().UpdatedAt, Is.Null);
    }

    private static async Task<HttpAnswer> Form(SandboxFixture fixture, string id, string origin)
    {
        using var request = Request(fixture, $"/sandbox/posts/{id}");
        request.Headers.Add("Origin", origin);
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["text"] = "One.\r\nTwo.", ["scheduled_at"] = "2026-06-30T08:15" }
        );
        return await fixture.With(null).Send(request);
    }

    private static async Task<HttpAnswer> Send(SandboxFixture fixture, string path, string json)
    {
        using var request = Request(fixture, path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await fixture.With(null).Send(request);
    }

    private static HttpRequestMessage Request(SandboxFixture fixture, string path) =>
        new(HttpMethod.Post, new Uri(fixture.Server.PageUrl, path));
}
