namespace Galley.Sandbox.Tests.Requests;

internal sealed class RequestIdTests
{
    [Test]
    public async Task Answer_OfAnyKind_NamesItsRequestInAHeaderAndTheSandboxsOwnTime()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        foreach (var path in new[] { "", "/me", "/nowhere", "/posts" })
        {
            var answer = await fixture.Agency.Get(path);

            Assert.That(
                answer.Headers.GetValues("X-Request-Id"),
                Is.EqualTo(new[] { answer.Json["request_id"]!.GetValue<string>() }),
                path
            );
            Assert.That(answer.Headers.Date, Is.EqualTo(SandboxFixture.Now), path);
        }
    }

    [TestCase("galley-0197.a_b:C", 200)]
    [TestCase("", 400)]
    [TestCase("with space", 400)]
    [TestCase("a/b", 400)]
    public async Task OwnId_OfARequest_IsCheckedAndKept(string id, int status)
    {
        await using var fixture = await SandboxFixture.Sandbox();

        var answer = await Send(fixture, id);

        Assert.That((int)answer.Status, Is.EqualTo(status));
        Assert.That(fixture.Server.Violations, Has.Length.EqualTo(status == 200 ? 0 : 1));
        if (status == 200)
        {
            Assert.That(fixture.Server.Requests.Single().OwnRequestId, Is.EqualTo(id));
        }
    }

    [TestCase(128, 200)]
    [TestCase(129, 400)]
    public async Task OwnId_OfARequest_HasAtMost128Characters(int length, int status)
    {
        await using var fixture = await SandboxFixture.Sandbox();

        Assert.That((int)(await Send(fixture, new string('a', length))).Status, Is.EqualTo(status));
    }

    private static async Task<HttpAnswer> Send(SandboxFixture fixture, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, fixture.Server.ApiUrl);
        request.Headers.TryAddWithoutValidation("X-Request-Id", id);
        return await fixture.With(null).Send(request);
    }
}
