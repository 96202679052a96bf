using System.Text.Json.Nodes;

namespace Galley.Sandbox.Tests.Checks;

internal sealed class CheckTests
{
    [TestCase("text", "\" \"", "text must not be empty")]
    [TestCase("text", "7", "text must be a string")]
    [TestCase("status", "\"published\"", "status must be one of draft, scheduled, not \"published\"")]
    [TestCase("scheduled_at", "null", "scheduled_at must be a future time")]
    [TestCase("scheduled_at", "\"2026-06-15T14:00:00.000\"", "scheduled_at must be an ISO datetime")]
    [TestCase("scheduled_at", "\"15 June\"", "scheduled_at must be an ISO datetime")]
    [TestCase("scheduled_at", "7", "scheduled_at must be a string")]
    [TestCase("theme_id", "7", "theme_id must be a string")]
    [TestCase("template_id", "7", "template_id must be a string")]
    [TestCase("images", "{}", "images must be a list")]
    [TestCase("images", "[\"a.png\"]", "images[0] must be an object")]
    [TestCase(
        "images",
        "[{\"url\": \"pipeline.png\", \"type\": \"image\"}]",
        "images[0].url must be an https URL, not \"pipeline.png\""
    )]
    [TestCase(
        "images",
        "[{\"url\": \"http://cdn.example.com/a.png\", \"type\": \"image\"}]",
        "images[0].url must be an https URL"
    )]
    [TestCase(
        "images",
        "[{\"url\": \"https://cdn.example.com/a.png\", \"type\": \"video\"}]",
        "images[0].type must be one of image"
    )]
    [TestCase(
        "images",
        "[{\"url\": \"https://cdn.example.com/a.png\", \"type\": \"image\", \"alt\": \"A\"}]",
        "images[0].alt is not a documented field"
    )]
    [TestCase("document_url", "\"deck.pdf\"", "document_url must be an https URL")]
    [TestCase("document_type", "\"pdf\"", "document_type must be \"image\" where document_url is null")]
    [TestCase("notes", "null", "notes must be a string")]
    [TestCase("followups", "null", "followups must be an object")]
    [TestCase(
        "followups",
        "{\"reaction\": null, \"repost\": null, \"comments\": []}",
        "followups.reaction must be an object"
    )]
    [TestCase(
        "followups",
        "{\"reaction\": {\"enabled\": 1, \"delay_minutes\": 30, \"reaction_type\": \"like\"}, \"repost\": null, \"comments\": []}",
        "followups.reaction.enabled must be true or false"
    )]
    [TestCase(
        "followups",
        "{\"reaction\": {\"enabled\": true, \"delay_minutes\": 1.5, \"reaction_type\": \"like\"}, \"repost\": null, \"comments\": []}",
        "followups.reaction.delay_minutes must be a whole number of at least 0"
    )]
    [TestCase(
        "followups",
        "{\"reaction\": {\"enabled\": true, \"delay_minutes\": 30, \"reaction_type\": \"clap\"}, \"repost\": null, \"comments\": []}",
        "followups.reaction.reaction_type must be one of like"
    )]
    [TestCase(
        "followups",
        "{\"reaction\": {\"enabled\": true, \"delay_minutes\": 30, \"reaction_type\": \"like\"}, \"repost\": {}, \"comments\": []}",
        "followups.repost must be null"
    )]
    [TestCase(
        "followups",
        "{\"reaction\": {\"enabled\": true, \"delay_minutes\": 30, \"reaction_type\": \"like\"}, \"repost\": null, "
            + "\"comments\": [{\"text\": \"\", \"delay_minutes\": 60}]}",
        "followups.comments[0].text must not be empty"
    )]
    [TestCase("title", "\"A title\"", "title is not a documented field")]
    public Task Post_WithAWrongField_IsRefusedNamingIt(string field, string value, string message) =>
        Refused("/posts", SandboxFixture.Post().With(field, JsonNode.Parse(value)), message);

    [TestCase("delivery_mode", "\"url\"", "delivery_mode must be one of hosted_content")]
    [TestCase("keyword", "\"\"", "keyword must not be empty")]
    [TestCase("resource_name", "null", "resource_name must be a string")]
    [TestCase("description", "null", "description must be a string")]
    [TestCase("text_template", "\"Here it is.\"", "text_template must contain {{resource_link}}")]
    [TestCase("text_template", "\"Here it is: <<resource_link>>\"", "text_template must contain {{resource_link}}")]
    [TestCase("not_connected_reply", "null", "not_connected_reply must be a string")]
    [TestCase("linked_posts", "[7]", "linked_posts must hold ids of posts")]
    [TestCase("confirm_legacy_placeholder", "\"no\"", "confirm_legacy_placeholder must be true or false")]
    [TestCase("hosted_page", "null", "hosted_page must be an object")]
    [TestCase(
        "hosted_page",
        "{\"title\": \"T\", \"markdown_content\": \"\", \"external_resource_url\": null, "
            + "\"cta_label\": null, \"cta_url\": null, \"status\": \"published\"}",
        "hosted_page.markdown_content must not be empty"
    )]
    [TestCase(
        "hosted_page",
        "{\"title\": \"T\", \"markdown_content\": \"M\", \"external_resource_url\": null, "
            + "\"cta_label\": null, \"cta_url\": \"javascript:1\", \"status\": \"published\"}",
        "hosted_page.cta_url must be an https URL"
    )]
    [TestCase(
        "hosted_page",
        "{\"title\": \"T\", \"markdown_content\": \"M\", \"external_resource_url\": null, "
            + "\"cta_label\": null, \"cta_url\": null, \"status\": \"draft\"}",
        "hosted_page.status must be one of published"
    )]
    [TestCase("name", "\"N\"", "name is not a documented field")]
    public Task LeadMagnet_WithAWrongField_IsRefusedNamingIt(string field, string value, string message) =>
        Refused("/lead-magnets", SandboxFixture.LeadMagnet().With(field, JsonNode.Parse(value)), message);

    [TestCase("filename", "\"media/a.png\"", "filename must be a name without folders")]
    [TestCase("filename", "\"..\"", "filename must be a name without folders")]
    [TestCase("content_type", "\"image/svg+xml\"", "content_type must be one of image/jpeg")]
    [TestCase("file_size", "0", "file_size must be a whole number of at least 1")]
    [TestCase("file_size", "\"4\"", "file_size must be a whole number of at least 1")]
    [TestCase("file_size", "5000001", "file_size must be at most 5 MB for image/png")]
    [TestCase("sha256", "\"00\"", "sha256 is not a documented field")]
    public Task UploadUrl_WithAWrongField_IsRefusedNamingIt(string field, string value, string message) =>
        Refused("/media/upload-url", SandboxFixture.Upload().With(field, JsonNode.Parse(value)), message);

    [Test]
    public async Task EveryField_LeftOut_IsNamed()
    {
        foreach (var field in SandboxFixture.Post().Select(pair => pair.Key))
        {
            await Refused("/posts", SandboxFixture.Post().Without(field), $"{field} is missing");
        }

        foreach (var field in SandboxFixture.LeadMagnet().Select(pair => pair.Key))
        {
            await Refused("/lead-magnets", SandboxFixture.LeadMagnet().Without(field), $"{field} is missing");
        }

        foreach (var field in SandboxFixture.Upload().Select(pair => pair.Key))
        {
            await Refused("/media/upload-url", SandboxFixture.Upload().Without(field), $"{field} is missing");
        }
    }

    [Test]
    public async Task SeveralProblems_AreAllNamedInOneAnswer()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.Agency.Post(
            SandboxFixture.Client + "/posts",
            SandboxFixture.Post().With("text", "").With("status", "live")
        );

        Assert.That(
            answer.Message,
            Is.EqualTo("text must not be empty; status must be one of draft, scheduled, not \"live\".")
        );
    }

    [TestCase("2026-06-01T09:00:00.000Z", 400)]
    [TestCase("2026-06-01T11:00:00.000+02:00", 400)]
    [TestCase("2026-06-01T09:00:00.001Z", 201)]
    [TestCase("2026-06-01T09:01:00Z", 201)]
    public async Task ScheduledAt_AgainstTheSandboxsClock_MustBeAhead(string time, int status)
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.Agency.Post(SandboxFixture.Client + "/posts", SandboxFixture.Post(time));

        Assert.That((int)answer.Status, Is.EqualTo(status), answer.Text);
        Assert.That(fixture.Server.Violations, Is.Empty, "the clock's verdict is no fault against the documentation");
    }

    [Test]
    public async Task Draft_WithoutATime_IsHeld()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        await fixture.Created("/posts", SandboxFixture.Post(at: null).With("status", "draft"));

        Assert.That(fixture.Server.Posts.Single().ScheduledAt, Is.Null);
    }

    [Test]
    public async Task TemplateId_OfAnotherAccountOrNobody_IsRefused()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var elsewhere = await fixture.Created("/lead-magnets", SandboxFixture.LeadMagnet(), user: "");

        var others = await fixture.Agency.Post(
            SandboxFixture.Client + "/posts",
            SandboxFixture.Post(magnet: elsewhere)
        );
        var earlier = await fixture.Agency.Post(
            SandboxFixture.Client + "/posts",
            SandboxFixture.Post(magnet: SandboxFixture.EarlierId)
        );

        Assert.Multiple(() =>
        {
            Assert.That((int)others.Status, Is.EqualTo(400));
            Assert.That(others.Message, Does.Contain("template_id is not a lead magnet of this account"));
            Assert.That((int)earlier.Status, Is.EqualTo(201), "it was there from the start");
        });
    }

    [Test]
    public async Task LeadMagnet_WithTheLinkConfirmedMissing_IsSaved()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var body = SandboxFixture
            .LeadMagnet()
            .With("text_template", "No link.")
            .With("confirm_missing_magnet_url", true)
            .With("confirm_legacy_placeholder", false)
            .With("not_connected_reply", "Connect with me.");

        await fixture.Created("/lead-magnets", body);

        Assert.That(fixture.Server.Violations, Is.Empty);
    }

    private static async Task Refused(string route, JsonObject body, string message)
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.Agency.Post(SandboxFixture.Client + route, body);

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.Status, Is.EqualTo(400), answer.Text);
            Assert.That(answer.Message, Does.Contain(message));
            Assert.That(fixture.Server.Violations.Single().What, Does.Contain(message));
            Assert.That(fixture.Server.Posts, Is.Empty);
        });
    }
}
