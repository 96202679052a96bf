namespace Galley.Tests.Rules;

/// <summary>What the tests of each rule share: a client whose files a test writes.</summary>
public abstract class RuleTests
{
    protected static readonly string[] Nothing = [];

    private protected RuleFixture Fixture { get; private set; } = null!;

    [SetUp]
    public void WriteClient() => Fixture = new RuleFixture();

    [TearDown]
    public void RemoveClient() => Fixture.Dispose();
}
