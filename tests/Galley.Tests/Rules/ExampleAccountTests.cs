namespace Galley.Tests.Rules;

internal sealed class ExampleAccountTests
{
    [TestCase("client_id", "`galley clients`")]
    [TestCase("user_id", "`galley whoami`")]
    public void Client_WithTheIdThatInitWrites_IsAnError(string field, string command)
    {
        using var fixture = new RuleFixture();
        fixture.Write("clients/acme/client.yaml", $"name: Acme\n{field}: 00000000-0000-0000-0000-000000000000\n");

        var problem = fixture.Problems("GAL220").Single();

        Assert.That(problem.Path, Is.EqualTo("clients/acme/client.yaml"));
        Assert.That(problem.At.Line, Is.EqualTo(2));
        Assert.That(problem.Message, Does.Contain($"`{field}` is still the example id"));
        Assert.That(problem.Help, Does.Contain(command));
    }
}
