using Galley.Payloads;

namespace Galley.Tests.Payloads;

internal sealed class WireComparisonTests
{
    private const string NoFollowups = """{"followups":{"reaction":{"enabled":false},"repost":null,"comments":[]}}""";
    private const string AComment =
        """{"followups":{"reaction":{"enabled":false},"repost":null,"comments":[{"text":"Hi","delay_minutes":60}]}}""";
    private const string AReaction =
        """{"followups":{"reaction":{"enabled":true,"reaction_type":"like"},"repost":null,"comments":[]}}""";

    // The quickstart page: followups may be null in a list.
    [TestCase(NoFollowups, """{"followups":null}""", true)]
    [TestCase(NoFollowups, """{"followups":{"reaction":null,"repost":null,"comments":[]}}""", true)]
    [TestCase(AComment, """{"followups":null}""", false)]
    [TestCase(AReaction, """{"followups":null}""", false)]
    [TestCase(NoFollowups, AReaction, false)]
    public void Followups_ThatAreNone_MayComeBackAsNull(string sent, string there, bool isSame) =>
        Assert.That(
            WireComparison.Differences(WireComparison.Parse(sent), WireComparison.Parse(there)).IsEmpty,
            Is.EqualTo(isSame)
        );
}
