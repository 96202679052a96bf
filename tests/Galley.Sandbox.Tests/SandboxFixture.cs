using System.Text.Json.Nodes;
using Galley.Sandbox.Accounts;
using Microsoft.Extensions.Time.Testing;

namespace Galley.Sandbox.Tests;

/// <summary>A running sandbox with an agency of three clients and one direct account, and the documentation's own bodies.</summary>
internal sealed class SandboxFixture : IAsyncDisposable
{
    public const string ClientId = "00000000-0000-4000-8000-000000000001";
    public const string RevokedId = "00000000-0000-4000-8000-000000000002";
    public const string UngrantedId = "00000000-0000-4000-8000-000000000003";
    public const string DirectId = "00000000-0000-4000-8000-000000000010";
    public const string EarlierId = "00000000-0000-4000-8000-000000000099";
    public const string DirectKey = "lp_sandbox_direct_rosa";
    public const string Client = "/clients/" + ClientId;

    public static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly SandboxAccounts Accounts = new()
    {
        Clients =
        [
            new SandboxClient(ClientId, "Client A", "Client A Company", "client-a")
            {
                LeadMagnets = [new EarlierLeadMagnet(EarlierId)],
            },
            new SandboxClient(RevokedId, "Client B", GrantStatus: "revoked"),
            new SandboxClient(UngrantedId, "Client C", GrantStatus: null),
        ],
        Direct = [new SandboxAccount(DirectId, "Rosa", Label: "rosa")],
    };

    private readonly List<HttpCaller> _callers = [];

    private SandboxFixture(SandboxServer server, FakeTimeProvider clock) => (Server, Clock) = (server, clock);

    public SandboxServer Server { get; }
    public FakeTimeProvider Clock { get; }

    /// <summary>With the agency's key.</summary>
    public HttpCaller Agency => With(SandboxAccounts.AgencySecret);

    /// <summary>With the direct account's key.</summary>
    public HttpCaller Direct => With(DirectKey);

    public static async Task<SandboxFixture> Sandbox(Func<SandboxOptions, SandboxOptions>? change = null)
    {
        var clock = new FakeTimeProvider(Now);
        var options = new SandboxOptions { Clock = clock, Accounts = Accounts };
        return new SandboxFixture(await SandboxServer.Start(change?.Invoke(options) ?? options), clock);
    }

    public HttpCaller With(string? key)
    {
        var http = new HttpCaller { Api = Server.ApiUrl, Key = key };
        _callers.Add(http);
        return http;
    }

    public async Task<string> Created(string route, JsonNode body, string user = Client)
    {
        var answer = await (user == Client ? Agency : Direct).Post(user + route, body);
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
        return (answer.Data["id"] ?? answer.Data["lead_magnet"]!["id"])!.GetValue<string>();
    }

    public static JsonObject Post(string? at = "2026-06-15T14:00:00.000Z", string? magnet = null) =>
        JsonNode
            .Parse(
                """
                {
                  "text": "Comment GUIDE and I will send the resource.",
                  "status": "scheduled", "scheduled_at": null, "theme_id": null, "template_id": null,
                  "images": [], "document_url": null, "document_type": "image", "notes": "An internal note.",
                  "followups": {
                    "reaction": {"enabled": false, "delay_minutes": 30, "reaction_type": "like"},
                    "repost": null,
                    "comments": [{"text": "Comment GUIDE if you want it.", "delay_minutes": 60}]
                  }
                }
                """
            )!
            .AsObject()
            .With("scheduled_at", at)
            .With("template_id", magnet);

    public static JsonObject LeadMagnet(string keyword = "GUIDE") =>
        JsonNode
            .Parse(
                """
                {
                  "delivery_mode": "hosted_content", "keyword": "", "resource_name": "Example Guide",
                  "description": "A description.", "text_template": "Here is the guide: {{resource_link}}", "linked_posts": [],
                  "hosted_page": {
                    "title": "Example Guide", "markdown_content": "# Example Guide", "external_resource_url": null,
                    "cta_label": null, "cta_url": null, "status": "published"
                  }
                }
                """
            )!
            .AsObject()
            .With("keyword", keyword);

    public static JsonObject Upload(long size = 4, string type = "image/png", string name = "example-image.png") =>
        new()
        {
            ["filename"] = name,
            ["content_type"] = type,
            ["file_size"] = size,
        };

    public async ValueTask DisposeAsync()
    {
        foreach (var http in _callers)
        {
            http.Dispose();
        }

        await Server.DisposeAsync();
    }
}

internal static class JsonChange
{
    public static JsonObject With(this JsonObject body, string field, JsonNode? value)
    {
        body[field] = value;
        return body;
    }

    public static JsonObject Without(this JsonObject body, string field)
    {
        body.Remove(field);
        return body;
    }

    /// <summary>Without blanks, as the sandbox sends it.</summary>
    public static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();
}
