using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Faults;

/// <summary>content-example with one fault at a time: each is named, on its line, without a crowd of others.</summary>
internal sealed class FaultTests
{
    [TestCaseSource(typeof(FaultCorpus), nameof(FaultCorpus.All))]
    public async Task Fault_IsNamed_OnItsLine_WithoutACrowd(Fault fault)
    {
        using var folder = new TemporaryFolder();
        var text = FaultyExample.Write(fault, folder);

        var run = await CliRun.In(folder.Path, "validate", "--format", "json", "--now", CliFixture.Now);

        var found = run.Json["diagnostics"]!
            .AsArray()
            .Where(diagnostic => diagnostic!["severity"]!.ToString() != "note")
            .ToList();
        var named = found
            .Where(diagnostic => diagnostic!["code"]!.ToString() == fault.Code)
            .Select(diagnostic => (int)diagnostic!["line"]!);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(named, Has.Some.EqualTo(LineOf(fault, text)), run.Out);
        Assert.That(found, Has.Count.LessThanOrEqualTo(3), run.Out);
        Assert.That(found.Select(diagnostic => diagnostic!["help"]!.ToString()), Has.None.Empty);
    }

    [Test]
    public async Task Example_WithoutAFault_HasNoProblem()
    {
        var run = await CliRun.In(FaultyExample.Sound, "validate", "--now", CliFixture.Now);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "3 clients: no problems.\n")));
    }

    private static int LineOf(Fault fault, string text) =>
        fault switch
        {
            { Line: { } line } => line,
            { At: null } => 1,
            { At: Fault.LastLine } => LinesIn(text),
            { At: { } words } => LinesIn(text[..text.IndexOf(words, StringComparison.Ordinal)]),
        };

    private static int LinesIn(string text) => text.Count(letter => letter == '\n') + 1;
}
