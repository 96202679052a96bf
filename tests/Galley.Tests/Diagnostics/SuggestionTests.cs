using Galley.Diagnostics;

namespace Galley.Tests.Diagnostics;

public class SuggestionTests
{
    [TestCase("keywrod", "keyword")]
    [TestCase("Resource-Link", "resource_link")]
    [TestCase("sheduled_at", "scheduled_at")]
    [TestCase("zzz", null)]
    [TestCase("", null)]
    public void For_Typed_GivesTheNearestOrNothing(string typed, string? expected)
    {
        Assert.That(Suggestion.For(typed, ["keyword", "resource_link", "scheduled_at"]), Is.EqualTo(expected));
    }

    [Test]
    public void For_AHugeWord_IsNotCompared()
    {
        Assert.That(Suggestion.For(new string('a', 1_000_000), ["keyword"]), Is.Null);
    }
}
