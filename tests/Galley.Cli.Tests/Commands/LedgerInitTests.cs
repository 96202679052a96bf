using Galley.Cli.Tests.Running;

namespace Galley.Cli.Tests.Commands;

/// <summary><c>ledger init</c>, for a person on a terminal.</summary>
internal sealed class LedgerInitTests
{
    [TestCase("y", true)]
    [TestCase("n", false)]
    public async Task Id_IsWrittenIntoTheSettings_IfThePersonWantsIt(string answer, bool isWritten)
    {
        await using var fixture = await CliFixture.WithOnePost();
        var settings = Path.Combine(fixture.Content, "galley.yaml");
        File.WriteAllText(settings, "time_zone: Europe/London");

        var run = await CliRun.OnTerminal(
            fixture.Content,
            ["perhaps", answer],
            "ledger",
            "init",
            "--ledger",
            fixture.LedgerUri
        );
        var verified = await fixture.Run("ledger", "verify");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, verified.ExitCode), Is.EqualTo((0, 0)), run.Error + verified.Error);
        Assert.That(run.Error, Does.Contain("Please type y or n."));
        Assert.That(
            File.ReadAllText(settings),
            isWritten
                ? Does.Match("^time_zone: Europe/London\nledger_id: [0-9a-f-]+\n$")
                : Is.EqualTo("time_zone: Europe/London")
        );
    }
}
