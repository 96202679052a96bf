using Galley.Sandbox.Accounts;

namespace Galley.Sandbox.Tests.Requests;

internal sealed class AccessCheckTests
{
    private const string AnId = "00000000-0000-4000-8000-00000000000f";

    private static readonly TestCaseData[] Scoped =
    [
        new("GET", "/clients", Scopes.ClientsRead),
        new("GET", SandboxFixture.Client, Scopes.ClientsRead),
        new("GET", SandboxFixture.Client + "/posts", Scopes.PostsRead),
        new("GET", $"{SandboxFixture.Client}/posts/{AnId}", Scopes.PostsRead),
        new("PATCH", $"{SandboxFixture.Client}/posts/{AnId}", Scopes.PostsWrite),
        new("DELETE", $"{SandboxFixture.Client}/posts/{AnId}", Scopes.PostsWrite),
        new("GET", SandboxFixture.Client + "/lead-magnets", Scopes.LeadMagnetsRead),
        new("GET", $"{SandboxFixture.Client}/lead-magnets/{AnId}", Scopes.LeadMagnetsRead),
        new("PATCH", $"{SandboxFixture.Client}/lead-magnets/{AnId}", Scopes.LeadMagnetsWrite),
        new("DELETE", $"{SandboxFixture.Client}/lead-magnets/{AnId}", Scopes.LeadMagnetsWrite),
        new("POST", SandboxFixture.Client + "/lead-magnets", Scopes.LeadMagnetsWrite),
        new("POST", SandboxFixture.Client + "/media/upload-url", Scopes.MediaWrite),
        new("POST", SandboxFixture.Client + "/posts", Scopes.PostsWrite),
        new("GET", $"{SandboxFixture.Client}/posts/{AnId}/engagement", Scopes.AnalyticsRead),
        new("GET", $"{SandboxFixture.Client}/lead-magnets/{AnId}/analytics", Scopes.AnalyticsRead),
        new("GET", SandboxFixture.Client + "/leads", Scopes.LeadsRead),
        new("GET", SandboxFixture.Client + "/activity", Scopes.ActivityRead),
    ];

    [TestCaseSource(nameof(Scoped))]
    public async Task Route_WithoutItsScope_IsForbiddenAndWithItIsNot(string method, string path, string scope)
    {
        await using var fixture = await SandboxFixture.Sandbox(options =>
            options with
            {
                Accounts = SandboxFixture.Accounts with
                {
                    Keys =
                    [
                        new SandboxKey("without", "agency", "an-agency", Scopes.All.Remove(scope)),
                        new SandboxKey("with", "agency", "an-agency", [scope]),
                        new SandboxKey("star", "agency", "an-agency", ["*"]),
                    ],
                },
            }
        );

        var without = await fixture.With("without").Send(new HttpMethod(method), path);
        var with = await fixture.With("with").Send(new HttpMethod(method), path);
        var star = await fixture.With("star").Send(new HttpMethod(method), path);

        Assert.Multiple(() =>
        {
            Assert.That((int)without.Status, Is.EqualTo(403));
            Assert.That(without.Message, Does.Contain(scope));
            Assert.That(without.Json["request_id"], Is.Not.Null);
            Assert.That((int)with.Status, Is.Not.EqualTo(403));
            Assert.That((int)star.Status, Is.EqualTo((int)with.Status));
        });
    }

    [TestCase(null)]
    [TestCase("lp_live_REDACTED")]
    [TestCase("")]
    public async Task Key_MissingOrUnknown_Is401(string? key)
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.With(key).Get("/me");

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.Status, Is.EqualTo(401));
            Assert.That(answer.Message, Does.Contain("API key"));
            Assert.That(answer.Json["request_id"], Is.Not.Null);
        });
    }

    [TestCase(SandboxFixture.RevokedId, "revoked, not active")]
    [TestCase(SandboxFixture.UngrantedId, "no grant")]
    [TestCase("00000000-0000-4000-8000-0000000000ff", "no grant")]
    public async Task Agency_WithoutAnActiveGrant_IsForbidden(string client, string why)
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.Agency.Post($"/clients/{client}/posts", SandboxFixture.Post());

        Assert.That(((int)answer.Status, answer.Message), Is.EqualTo((403, answer.Message)));
        Assert.That(answer.Message, Does.Contain(why));
        Assert.That(fixture.Server.Posts, Is.Empty);
    }

    [Test]
    public async Task Keys_OnTheOtherKindOfRoute_FindNothing()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var agency = await fixture.Agency.Post("/posts", SandboxFixture.Post());
        var direct = await fixture.Direct.Post(SandboxFixture.Client + "/posts", SandboxFixture.Post());

        Assert.Multiple(() =>
        {
            Assert.That(((int)agency.Status, (int)direct.Status), Is.EqualTo((404, 404)));
            Assert.That(agency.Json["error"]!["code"]!.GetValue<string>(), Is.EqualTo("not_found"));
            Assert.That(agency.Message, Does.Contain("/clients/{clientId}/posts"));
            Assert.That(fixture.Server.Posts, Is.Empty);
        });
    }

    [Test]
    public async Task Me_OfEitherKey_SaysWhoItIs()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var agency = (await fixture.Agency.Get("/me")).Data;
        var direct = (await fixture.Direct.Get("/me")).Data;

        Assert.Multiple(() =>
        {
            Assert.That(agency["actor_type"]!.GetValue<string>(), Is.EqualTo("agency"));
            Assert.That(agency["scopes"]!.AsArray(), Has.Count.EqualTo(9));
            Assert.That(direct["subject"]!["user_id"]!.GetValue<string>(), Is.EqualTo(SandboxFixture.DirectId));
            Assert.That(
                direct["owner"]!.ToJsonString(),
                Is.EqualTo(
                    $$"""{"user_id":"{{SandboxFixture.DirectId}}","full_name":"Rosa","business_name":"Rosa","account_status":"active"}"""
                )
            );
        });
    }

    [Test]
    public async Task Clients_WithAGrant_AreListedPageByPage()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var first = (await fixture.Agency.Get("/clients?limit=1&offset=0")).Json;
        var second = (await fixture.Agency.Get("/clients?limit=1&offset=1")).Json;

        Assert.Multiple(() =>
        {
            Assert.That(first["data"]![0]!["grant"]!["status"]!.GetValue<string>(), Is.EqualTo("active"));
            Assert.That(first["pagination"]!.ToJsonString(), Is.EqualTo("""{"limit":1,"offset":0,"has_more":true}"""));
            Assert.That(second["data"]![0]!["grant"]!["status"]!.GetValue<string>(), Is.EqualTo("revoked"));
            Assert.That(
                second["pagination"]!.ToJsonString(),
                Is.EqualTo("""{"limit":1,"offset":1,"has_more":false}""")
            );
        });
    }
}
