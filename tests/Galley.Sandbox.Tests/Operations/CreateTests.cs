using System.Net;

namespace Galley.Sandbox.Tests.Operations;

internal sealed class CreateTests
{
    [TestCase("", SandboxFixture.DirectId)]
    [TestCase(SandboxFixture.Client, SandboxFixture.ClientId)]
    public async Task Post_AsDocumented_IsHeldAndAnsweredAsDocumented(string user, string account)
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var magnet = await fixture.Created("/lead-magnets", SandboxFixture.LeadMagnet(), user);

        var answer = await (user == "" ? fixture.Direct : fixture.Agency).Post(
            user + "/posts",
            SandboxFixture.Post(magnet: magnet)
        );

        var post = fixture.Server.Posts.Single();
        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(post.UserId, Is.EqualTo(account));
            Assert.That(answer.Json["request_id"]!.GetValue<string>(), Does.Match("^req_[0-9a-f]{24}$"));
            Assert.That(
                answer.Data.ToJsonString(),
                Is.EqualTo(
                    JsonChange.Compact(
                        $$$"""
                        {
                          "id": "{{{post.Id}}}", "status": "scheduled", "scheduled_at": "2026-06-15T14:00:00.000Z",
                          "template_id": "{{{magnet}}}", "metrics": {}, "theme": null,
                          "followups": {
                            "reaction": {"enabled": false, "delay_minutes": 30, "reaction_type": "like"}, "repost": null,
                            "comments": [{"text": "Comment GUIDE if you want it.", "delay_minutes": 60}]
                          }
                        }
                        """
                    )
                )
            );
            Assert.That(fixture.Server.Violations, Is.Empty);
        });
    }

    [Test]
    public async Task LeadMagnet_AsDocumented_IsAnsweredAsDocumented()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.Agency.Post(
            SandboxFixture.Client + "/lead-magnets",
            SandboxFixture.LeadMagnet("CHECKLIST")
        );

        var magnet = fixture.Server.LeadMagnets.Single(magnet => magnet.Keyword == "CHECKLIST");
        Assert.That(
            answer.Data.ToJsonString(),
            Is.EqualTo(
                JsonChange.Compact(
                    $$$"""
                    {
                      "lead_magnet": {
                        "id": "{{{magnet.Id}}}", "delivery_mode": "hosted_content", "keyword": "CHECKLIST",
                        "resource_name": "Example Guide"
                      },
                      "result": {"status": "saved"}
                    }
                    """
                )
            )
        );
    }
}
