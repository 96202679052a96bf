using System.Text.RegularExpressions;

namespace Galley.EndToEnd.Tests.Conventions;

/// <summary>docs/architecture.md shows a newcomer the way, so what it names is there.</summary>
internal sealed partial class ArchitectureTests
{
    private const string Page = "docs/architecture.md";

    [Test]
    public void Files_ThatThePageNames_AreThere()
    {
        var named = NamedFile().Matches(Repository.Read(Page)).Select(match => match.Groups[1].Value);

        Assert.That(named.Where(path => !Places(path).Any(File.Exists)), Is.Empty);
    }

    [Test]
    public void Folders_OfTheLibrary_EachHaveTheirRowWithAllThatIsBelow()
    {
        var rows = FolderRow()
            .Matches(Repository.Read(Page))
            .ToDictionary(row => row.Groups["folder"].Value, row => row.Value);
        var folders = Repository
            .Files("src/Galley", "*.cs")
            .Select(path => path.Split('/')[2..^1])
            .Where(parts => parts.Length > 0)
            .Select(parts => (Top: parts[0], Below: parts.ElementAtOrDefault(1)))
            .Distinct()
            .ToList();

        Assert.That(rows.Keys, Is.EquivalentTo(folders.Select(folder => folder.Top).Distinct()));
        Assert.That(
            folders.Where(folder => folder.Below is { } below && !rows[folder.Top].Contains($"`{below}`")),
            Is.Empty
        );
    }

    private static IEnumerable<string> Places(string path) =>
        new[] { "", "src", "src/Galley" }.Select(folder => Path.Combine(Repository.Root, folder, path));

    [GeneratedRegex(@"`([\w.]+/[\w./]+\.(?:cs|mjs))`")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"^\| `(?<folder>[A-Z]\w+)`[^|]*\|.*$", RegexOptions.Multiline)]
    private static partial Regex FolderRow();
}
