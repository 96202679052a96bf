using Galley.LeadPanther.Keys;

namespace Galley.LeadPanther.Tests.Keys;

internal sealed class ApiKeysTests
{
    [Test]
    public void For_ClientWithItsOwnKey_GivesThatAndOthersTheDefault()
    {
        var keys = Read(
            new() { ["LEADPANTHER_API_KEY"] = "common", ["LEADPANTHER_API_KEY_NORTH_WIND_2"] = "own" },
            "north-wind.2",
            "acme"
        );

        Assert.That(keys.For("north-wind.2"), Is.EqualTo(ApiKey.Parse("own", "here")));
        Assert.That(keys.For("acme"), Is.EqualTo(keys.Default()));
    }

    [Test]
    public void Read_TwoSlugsShareASetVariable_NamesBoth()
    {
        var error = Assert.Throws<GalleyException>(() =>
            Read(new() { ["LEADPANTHER_API_KEY_A_B"] = "own" }, "a-b", "a_b", "c")
        )!;

        Assert.That(error.Message, Does.Contain("LEADPANTHER_API_KEY_A_B").And.Contain("a-b and a_b"));
    }

    [Test]
    public void Read_TwoSlugsShareAVariableThatNobodySet_IsFine() =>
        Assert.That(() => Read(new() { ["LEADPANTHER_API_KEY"] = "common" }, "a-b", "a_b").For("a-b"), Throws.Nothing);

    [TestCase("")]
    [TestCase(null)]
    public void For_NoKey_NamesBothVariables(string? empty)
    {
        var keys = Read(new() { ["LEADPANTHER_API_KEY"] = empty }, "acme");

        Assert.That(
            Assert.Throws<GalleyException>(() => keys.For("acme"))!.Message,
            Is.EqualTo(
                "There is no API key for the client acme: set the environment variable LEADPANTHER_API_KEY "
                    + "(or LEADPANTHER_API_KEY_ACME, for this client only) to your key from LeadPanther."
            )
        );
        Assert.That(Assert.Throws<GalleyException>(() => keys.Default())!.Message, Does.Contain("LEADPANTHER_API_KEY"));
    }

    [TestCase("hunter2\n")]
    [TestCase("hunter2 x")]
    [TestCase("hunter2\0")]
    [TestCase("hünter2")]
    public void For_UnusableKey_IsRefusedWithoutShowingIt(string key)
    {
        var error = Assert.Throws<GalleyException>(() => Read(new() { ["LEADPANTHER_API_KEY"] = key }).Default())!;

        Assert.That(error.ToString(), Does.Contain("LEADPANTHER_API_KEY").And.Not.Contain("nter2"));
    }

    [Test]
    public void ApiKey_AsText_IsHidden()
    {
        var options = ClientFixture.Options("http://localhost:1");

        Assert.That($"{options.ApiKey} {options}", Does.Contain("(API key)").And.Not.Contain(ClientFixture.Secret));
        Assert.That(options.ApiKey.GetHashCode(), Is.EqualTo(ApiKey.Parse(ClientFixture.Secret, "here").GetHashCode()));
    }

    private static ApiKeys Read(Dictionary<string, string?> environment, params string[] slugs) =>
        ApiKeys.Read(name => environment.GetValueOrDefault(name), slugs);
}
