using System.Text.RegularExpressions;

namespace Galley.EndToEnd.Tests.Conventions;

/// <summary>docs/guarantees.md names tests and sources: a promise whose test has gone is no promise.</summary>
internal sealed partial class GuaranteesTests
{
    private static readonly string Page = Repository.Read("docs/guarantees.md");

    [Test]
    public void Tests_ThatShowAPromise_AreThere()
    {
        var sources = Repository
            .Files("tests", "*.cs")
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), Repository.Read);
        var named = TestName()
            .Matches(Page)
            .Select(match => (Fixture: match.Groups[1].Value, Method: match.Groups[2].Value))
            .ToList();

        var missing = named.Where(name =>
            !sources[name.Fixture]
                .Any(source => source.Contains($" {name.Method}(", StringComparison.Ordinal) || name.Method.Length == 0)
        );

        Assert.That(named, Is.Not.Empty);
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Sources_OfAssumptions_AreThere() =>
        Assert.That(
            SourcePath()
                .Matches(Page)
                .Select(match => $"src/{match.Groups[1].Value}")
                .Where(path => !File.Exists(Path.Combine(Repository.Root, path))),
            Is.Empty
        );

    [GeneratedRegex(@"`(\w+Tests)(?:\.(\w+))?`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"`(Galley[\w.]*/[\w/]+\.cs)`")]
    private static partial Regex SourcePath();
}
