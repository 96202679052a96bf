using System.Text.RegularExpressions;

namespace Galley.EndToEnd.Tests.Conventions;

/// <summary>What a stranger types first: README's lines, the Cake menu, CI.</summary>
internal sealed partial class ReadmeCommandTests
{
    private const string ShowLine = "dotnet tool restore && dotnet cake";
    private const string TestLine = "dotnet tool restore && dotnet cake --target=Test";

    [Test]
    public void BuildScript_AtTheRoot_OnlyLoadsAndRuns()
    {
        var lines = Repository.Read("build.cake").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines, Is.EqualTo(["#load \"build/*.cake\"", "RunTarget(Argument(\"target\", \"Default\"));"]));
    }

    [Test]
    public void CakeTasks_Each_HaveADescription()
    {
        var silent =
            from path in Repository.Files("build", "*.cake")
            from Match task in CakeTask().Matches(Repository.Read(path))
            where !Regex.IsMatch(task.Groups["rest"].Value, @"\.Description\(\s*""")
            select $"{path}: {task.Groups["name"].Value}";

        Assert.That(silent, Is.Empty, "`dotnet cake --description` is the menu");
    }

    [Test]
    public void Readme_Opens_WithTheTwoLines()
    {
        var commands = Repository.Read("README.md").Split('\n').Take(12).Select(line => line.Trim());

        Assert.That(commands, Is.SupersetOf([ShowLine, TestLine]));
    }

    [TestCase(".ci/run")]
    [TestCase(".github/workflows/ci.yml")]
    public void Ci_Runs_TheReadmesOwnTestLine(string path) =>
        Assert.That(Repository.Read(path), Does.Contain(TestLine));

    // A task's definition ends where its chain of calls does.
    [GeneratedRegex(@"^Task\(""(?<name>\w+)""\)(?<rest>(\r?\n\s+.*|\r?\n)*)", RegexOptions.Multiline)]
    private static partial Regex CakeTask();
}
