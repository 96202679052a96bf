using Galley.Testing;

namespace Galley.EndToEnd.Tests.Faults;

/// <summary>content-example with one fault at a time: each is named, on its line, without a crowd of others.</summary>
internal sealed class FaultTests
{
    private static readonly string Example = Path.Combine(TestContext.CurrentContext.TestDirectory, "content-example");

    [TestCaseSource(typeof(FaultCorpus), nameof(FaultCorpus.All))]
    public async Task Fault_IsNamed_OnItsLine_WithoutACrowd(Fault fault)
    {
        using var folder = new TemporaryFolder();
        Copy(Example, folder.Path);
        var text = Plant(fault, folder);

        var run = await CliRun.In(folder.Path, "validate", "--format", "json", "--now", Desk.Now);

        var found = run.Json["diagnostics"]!.AsArray().Where(diagnostic => diagnostic!["severity"]!.ToString() != "note").ToList();
        var named = found.Where(diagnostic => diagnostic!["code"]!.ToString() == fault.Code).Select(diagnostic => (int)diagnostic!["line"]!);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(named, Has.Some.EqualTo(LineOf(fault, text)), run.Out);
        Assert.That(found, Has.Count.LessThanOrEqualTo(3), run.Out);
        Assert.That(found.Select(diagnostic => diagnostic!["help"]!.ToString()), Has.None.Empty);
    }

    [Test]
    public async Task Example_WithoutAFault_HasNoProblem()
    {
        var run = await CliRun.In(Example, "validate", "--now", Desk.Now);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "3 clients: no problems.\n")));
    }

    private static string Plant(Fault fault, TemporaryFolder folder)
    {
        var file = folder[fault.File == "galley.yaml" ? fault.File : Path.Combine("clients", fault.File)];
        var text = fault.Put;
        if (fault.Find is not null)
        {
            var before = File.ReadAllText(file);
            Assert.That(before, Does.Contain(fault.Find), "the example has changed under this fault");
            text = before.Replace(fault.Find, fault.Put, StringComparison.Ordinal);
        }

        File.WriteAllText(file, text);
        return text;
    }

    private static int LineOf(Fault fault, string text) => fault switch
    {
        { Line: { } line } => line,
        { At: null } => 1,
        { At: Fault.LastLine } => LinesIn(text),
        { At: { } words } => LinesIn(text[..text.IndexOf(words, StringComparison.Ordinal)]),
    };

    private static int LinesIn(string text) => text.Count(letter => letter == '\n') + 1;

    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
