namespace Galley.Tests.Rules.Posts;

public class ApprovalTests : RuleTests
{
    [TestCase("approval: required\n", "", "GAL318")]
    [TestCase("approval: required\n", "approved: M2XD\n", "GAL319")]
    [TestCase("", "approved: M2XD\n", "GAL319")]
    [TestCase("approval: required\n", "approved: 7qk4\n", null)]
    [TestCase("", "", null)]
    public void Approval_OfThePresentText_IsAskedFor(string client, string front, string? code)
    {
        using var approving = new RuleFixture(client);
        approving.Post("a", front);

        Assert.That(
            approving.Problems("7QK4").Select(problem => problem.Code.Id),
            Is.EqualTo(code is null ? Nothing : [code])
        );
    }
}
