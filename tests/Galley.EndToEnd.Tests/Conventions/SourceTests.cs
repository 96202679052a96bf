using System.Text.RegularExpressions;

namespace Galley.EndToEnd.Tests.Conventions;

internal sealed partial class SourceTests
{
    private const int MaxLines = 350;
    private const int MaxColumns = 140;

    [Test]
    public void SourceFiles_Each_FitInAHead()
    {
        var tooLong = SourcesAndTests()
            .Where(path => Repository.Read(path).Count(character => character == '\n') > MaxLines);

        Assert.That(tooLong, Is.Empty, $"over {MaxLines} lines: split by what the parts are about");
    }

    [Test]
    public void Lines_Each_FitInAWindow()
    {
        var tooLong =
            from path in SourcesAndTests().Concat(Repository.Files("build", "*.cake"))
            from line in Repository.Read(path).Split('\n').Index()
            where line.Item.Length > MaxColumns
            select $"{path}:{line.Index + 1}";

        Assert.That(tooLong, Is.Empty, $"over {MaxColumns} columns: break it where it reads best");
    }

    [Test]
    public void Namespaces_Are_Folders()
    {
        var elsewhere = Sources().Where(path => NamespaceOf(path) is { } name && name != FolderAsNamespace(path));

        Assert.That(elsewhere.Select(path => $"{path}: {NamespaceOf(path)}"), Is.Empty);
    }

    [Test]
    public void Suppressions_Each_GiveTheirReason()
    {
        var silent =
            from path in Sources()
            from line in Repository.Read(path).Split('\n')
            where line.Contains("#pragma warning disable") && !SuppressionWithReason().IsMatch(line)
            select $"{path}: {line.Trim()}";

        Assert.That(silent, Is.Empty, "write `#pragma warning disable CODE // why`");
    }

    private static IEnumerable<string> SourcesAndTests() => Sources().Concat(Repository.Files("tests", "*.cs"));

    private static IReadOnlyList<string> Sources() => Repository.Files("src", "*.cs");

    private static string FolderAsNamespace(string path) =>
        Path.GetDirectoryName(path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');

    private static string? NamespaceOf(string path) =>
        Namespace().Match(Repository.Read(path)) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"#pragma warning disable [A-Z0-9, ]+ // \S+")]
    private static partial Regex SuppressionWithReason();
}
