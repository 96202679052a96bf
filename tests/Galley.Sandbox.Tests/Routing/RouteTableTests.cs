using System.Net;
using Galley.Sandbox.Documentation;
using Galley.Sandbox.Routing;

namespace Galley.Sandbox.Tests.Routing;

internal sealed class RouteTableTests
{
    [TestCase("/accounts")]
    [TestCase("/lead-magnet-posts")]
    [TestCase("/Posts")]
    [TestCase("/leads/")]
    [TestCase("/clients/" + SandboxFixture.ClientId + "/me")]
    [TestCase("/clients//posts")]
    [TestCase("/posts/x/y")]
    [TestCase("/")]
    public async Task Path_ThatIsNotDocumented_Is404AndAViolation(string path)
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.Agency.Get(path);

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.Status, Is.EqualTo(404));
            Assert.That(answer.Json["request_id"], Is.Not.Null);
            Assert.That(fixture.Server.Violations.Single().Call, Is.EqualTo($"GET /api/v1{path}"));
        });
    }

    [TestCase("PATCH", "/posts", "GET, POST")]
    [TestCase("DELETE", "/lead-magnets", "GET, POST")]
    [TestCase("PUT", "/posts/x", "GET, PATCH, DELETE")]
    [TestCase("PUT", SandboxFixture.Client + "/leads", "GET")]
    [TestCase("POST", "/me", "GET")]
    public async Task Method_ThatIsNotDocumented_Is405AndAViolation(string method, string path, string allowed)
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.Agency.Send(new HttpMethod(method), path);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
            Assert.That(answer.ContentHeaders.Allow, Is.EqualTo(allowed.Split(", ")));
            Assert.That(fixture.Server.Violations, Has.Length.EqualTo(1));
        });
    }

    [TestCase("{}", null, 400)]
    [TestCase("{}", "text/plain", 400)]
    [TestCase("{}", "application/json; charset=utf-16", 400)]
    [TestCase("{\"text\": ", "application/json", 400)]
    [TestCase("{\"text\": 1, \"text\": 2}", "application/json", 400)]
    [TestCase("[]", "application/json; charset=utf-8", 400)]
    public async Task Body_ThatIsNoJsonObject_IsRefused(string body, string? type, int status)
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.Agency.Post(SandboxFixture.Client + "/posts", body, type);

        Assert.That((int)answer.Status, Is.EqualTo(status), answer.Text);
        Assert.That(fixture.Server.Violations, Has.Length.EqualTo(1));
    }

    [TestCase("?limit=0", "limit must be")]
    [TestCase("?limit=ten", "limit must be")]
    [TestCase("?offset=-1", "offset must be")]
    [TestCase("?has_email=yes", "has_email must be true or false")]
    [TestCase("?page=2", "\"page\" is not a documented parameter")]
    [TestCase("?limit=1&limit=2", "\"limit\" is given 2 times")]
    public async Task Query_ThatIsNotDocumented_Is400AndAViolation(string query, string message)
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await fixture.Agency.Get(SandboxFixture.Client + "/leads" + query);

        Assert.That((int)answer.Status, Is.EqualTo(400));
        Assert.That(answer.Message, Does.Contain(message));
        Assert.That(fixture.Server.Violations, Has.Length.EqualTo(1));
    }

    [Test]
    public void Operations_Each_HaveAHandlerAndAPathOfTheirOwn()
    {
        Assert.That(
            OperationHandlers.ByName.Keys,
            Is.EquivalentTo(ApiOperations.All.Select(operation => operation.Name))
        );
        Assert.That(ApiOperations.All.Select(operation => $"{operation.Method} {operation.Path}"), Is.Unique);
    }

    [Test]
    public async Task Requests_AreKeptInOrderWithoutTheirKey()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        await fixture.Agency.Get("/me");
        await fixture.Agency.Post(SandboxFixture.Client + "/posts", SandboxFixture.Post());

        var (first, second) = (fixture.Server.Requests[0], fixture.Server.Requests[1]);
        Assert.Multiple(() =>
        {
            Assert.That((first.Operation, first.Status, first.Body), Is.EqualTo(("me", 200, default(string))));
            Assert.That(
                (second.Operation, second.Status, second.At),
                Is.EqualTo(("create-post", 201, SandboxFixture.Now))
            );
            Assert.That(second.Body, Is.EqualTo(SandboxFixture.Post().ToJsonString()));
            Assert.That(string.Join('\n', fixture.Server.Requests), Does.Not.Contain("lp_sandbox"));
        });
    }
}
