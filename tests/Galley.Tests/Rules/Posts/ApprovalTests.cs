namespace Galley.Tests.Rules.Posts;

public class ApprovalTests : RuleTests
{
    [TestCase("approval: required\n", "", "GAL318")]
    [TestCase("approval: required\n", "approved: M2XD-93TB-7QK4\n", "GAL319")]
    [TestCase("", "approved: M2XD-93TB-7QK4\n", "GAL319")]
    [TestCase("approval: required\n", "approved: 7QK4\n", "GAL319")]
    [TestCase("approval: required\n", "approved: 7qk4-m2xd-93tb\n", null)]
    [TestCase("approval: required\n", "approved: 7QK4M2XD93TB\n", null)]
    [TestCase("", "", null)]
    [TestCase(
        "approval: required\nsend_drafts: true\n",
        "status: draft\n",
        null,
        Description = "a draft is saved, not sent"
    )]
    public void Approval_OfThePresentText_IsAskedFor(string client, string front, string? code)
    {
        using var approving = new RuleFixture(client);
        approving.Post("a", front);

        Assert.That(
            approving.Problems("7QK4-M2XD-93TB").Select(problem => problem.Code.Id),
            Is.EqualTo(code is null ? Nothing : [code])
        );
    }
}
