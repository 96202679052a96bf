using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther.Tests.Routing;

internal sealed class ApiUrlTests
{
    [TestCase(null, "https://app.leadpanther.ai/api/v1")]
    [TestCase("", "https://app.leadpanther.ai/api/v1")]
    [TestCase("https://app.leadpanther.ai/api/v1/", "https://app.leadpanther.ai/api/v1")]
    [TestCase(" https://staging.example.com:8443/lp/ \n", "https://staging.example.com:8443/lp")]
    [TestCase("http://127.0.0.1:5080/api/v1", "http://127.0.0.1:5080/api/v1")]
    [TestCase("http://localhost:5080", "http://localhost:5080")]
    [TestCase("http://[::1]:5080/api/v1", "http://[::1]:5080/api/v1")]
    public void ApiUrl_AllowedValue_IsTakenWithoutSlashAtItsEnd(string? value, string expected) =>
        Assert.That(ApiUrl.Parse(value).Value, Is.EqualTo(expected));

    [TestCase("http://app.leadpanther.ai/api/v1", "plain http")]
    [TestCase("http://192.168.0.1/api/v1", "plain http")]
    [TestCase("http://localhost.example.com/api/v1", "plain http")]
    [TestCase("https://api.leadpanther.ai/v1", "\"https://api.leadpanther.ai/v1\"")]
    [TestCase("https://API.LeadPanther.ai./v1", "not the address of the API")]
    [TestCase("https://app.leadpanther.ai", "but the API is not at that path")]
    [TestCase("https://user:hunter2@app.leadpanther.ai/api/v1", "user name or password")]
    [TestCase("https://app.leadpanther.ai/api/v1?key=hunter2", "contains a ? or #")]
    [TestCase("https://app.leadpanther.ai/api/v1#hunter2", "contains a ? or #")]
    [TestCase("ftp://127.0.0.1/api/v1", "not a complete web URL")]
    [TestCase("hunter2", "not a complete web URL")]
    public void ApiUrl_RefusedValue_SaysWhyAndWhatToSet(string value, string why)
    {
        var refused = Assert.Throws<GalleyException>(() => ApiUrl.Parse(value))!;

        Assert.That(
            refused.Message,
            Does.StartWith("LEADPANTHER_API_URL").And.Contain(why).And.Contain("https://app.leadpanther.ai/api/v1")
        );
        Assert.That(refused.Message, Does.Not.Contain("hunter2"));
    }

    [Test]
    public void ApiUrl_Loopback_IsKnown()
    {
        Assert.That(ApiUrl.Read(_ => "http://127.0.0.1:1/x").IsLoopback, Is.True);
        Assert.That(ApiUrl.Read(_ => null).IsLoopback, Is.False);
    }
}
