using Galley.Authoring;
using YamlDotNet.RepresentationModel;

namespace Galley.Tests.Authoring;

internal sealed class GitHubFilesTests
{
    /// <summary>What a filter of a workflow reads as a pattern is escaped; YAML gives back the rest as it is.</summary>
    [TestCase("main", "main")]
    [TestCase("release/1.0", "release/1.0")]
    [TestCase("on", "on")]
    [TestCase("it's#new", "it's#new")]
    [TestCase("c++", @"c\+\+")]
    [TestCase("!now", @"\!now")]
    public void Branch_OfARepository_IsTheOneThatPublishes(string branch, string pattern)
    {
        var files = Create(branch);

        var apply = new YamlStream();
        apply.Load(new StringReader(files[".github/workflows/apply.yml"]));
        Assert.That(apply.Documents[0].RootNode["on"]["push"]["branches"][0], Is.EqualTo(new YamlScalarNode(pattern)));
        Assert.That(files[".github/workflows/apply.yml"], Does.StartWith($"# Publishes what is on {branch}: "));
    }

    [Test]
    public void Files_Each_HaveNoPlaceLeftToFill() => Assert.That(Create("main").Values, Has.None.Contains("@@"));

    [Test]
    public void Owners_OfANewRepository_BeginWithEverything() =>
        Assert.That(
            Create("main")[".github/CODEOWNERS"].Split('\n').First(line => line.Contains("@your-org")),
            Is.EqualTo("# * @your-org/publishing")
        );

    private static Dictionary<string, string> Create(string branch) =>
        new GitHubFiles(
            "northwind",
            branch,
            new ReleaseFile("https://localhost/galley-linux-x64.gz", new string('0', 64))
        )
            .Create()
            .ToDictionary(file => file.Path, file => file.Text);
}
