using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Tests.Content.Styles;

/// <summary>Whatever stands in a style's file, it is told by name, and everything else goes on.</summary>
internal sealed class StyleFolderTests
{
    private const string Good = "extends: existence\nmessage: No.\ntokens: [synergy]\n";

    [TestCase("extends: spelling\nmessage: No.\n", "spelling", 0)]
    [TestCase("extends: existence\nmessage: No.\n", "tokens", 0)]
    [TestCase("extends: existence\ntokens: [a]\n", "message", 0)]
    [TestCase("extends: occurrence\nmessage: No.\ntoken: a\n", "max", 0)]
    [TestCase("extends: existence\nmessage: No.\nscope: table\ntokens: [a]\n", "table", 0)]
    [TestCase("extends: existence\nmessage: No.\ntokens: [a, '(?<=b)c', '(d']\n", "(?<=b)c", 1)]
    [TestCase("extends: existence\nmessage: No.\ntokenz: [a]\ntokens: [b]\n", "tokenz", 1)]
    [TestCase("extends: substitution\nmessage: No.\nswap: {'(a)b': '$1c'}\n", "$1", 1)]
    [TestCase("extends: [oops\n", "", 0)]
    [TestCase("- a list\n", "", 0)]
    [TestCase("", "extends", 0)]
    [TestCase("extends: existence\nmessage: &x No.\ntokens: [*x]\n", "x", 0)]
    [TestCase("extends: existence\nmessage: No.\ntokens: [a\u0001b]\n", "U+0001", 1)]
    [TestCase("extends: existence\nmessage: No.\ntokens: ['((a{1,900}){1,900}){1,900}']\n", "((a{1,900}", 0)]
    public void File_ThatIsNotUnderstood_IsAWarningThatNamesWhat(string file, string named, int rules)
    {
        using var folder = new ContentFolder();
        folder.Write("styles/a.yml", file).Write("styles/sub/b.yaml", Good);

        var repository = Repository.Open(folder.Root);
        var content = repository.Read("acme");

        Assert.That(repository.Problems.Select(problem => problem.Code.Id), Is.All.EqualTo("GAL705"));
        Assert.That(repository.Problems.Select(problem => problem.Code.Severity), Is.All.EqualTo(Severity.Warning));
        Assert.That(string.Join('\n', repository.Problems.Select(problem => problem.Message)), Does.Contain(named));
        Assert.That(repository.Problems, Is.Not.Empty);
        Assert.That(content.Styles, Has.Length.EqualTo(rules + 1));
        Assert.That(content.Client, Is.Not.Null);
    }

    [Test]
    public void File_OfAClient_ThatIsNotUnderstood_IsToldForThatClient()
    {
        using var folder = new ContentFolder();
        folder.Write("clients/acme/styles/a.yml", [0xC3, 0x28]).Write("clients/acme/styles/b.yml", Good);

        var content = folder.Read();

        Assert.That(
            content.Problems.Select(problem => (problem.Code.Id, problem.Client)),
            Is.EqualTo(new[] { ("GAL705", "acme") })
        );
        Assert.That(content.Styles, Has.Length.EqualTo(1));
    }

    [Test]
    public void Link_InAFolderOfStyles_IsNotFollowed()
    {
        using var folder = new ContentFolder();
        folder.Write("styles/b.yml", Good);
        File.CreateSymbolicLink(folder.FullPath("styles/a.yml"), folder.FullPath("styles/b.yml"));

        var repository = Repository.Open(folder.Root);

        Assert.That(repository.Problems.Select(problem => problem.Code.Id), Is.EqualTo(new[] { "GAL705" }));
        Assert.That(repository.Read("acme").Styles, Has.Length.EqualTo(1));
    }

    [Test]
    public void Files_ThatAreNoRules_AreLeftAlone()
    {
        using var folder = new ContentFolder();
        folder.Write("styles/Vale/meta.json", "{}").Write("styles/README.md", "# Ours").Write("styles/LICENSE", "MIT");

        Assert.That(folder.Problems(), Is.Empty);
    }

    /// <summary>The plan's cache must not answer for other rules.</summary>
    [Test]
    public void SettingsHash_WithAnotherRule_IsAnother()
    {
        using var folder = new ContentFolder();
        var without = Repository.Open(folder.Root).SettingsHash;
        folder.Write("styles/a.yml", Good);
        var with = Repository.Open(folder.Root).SettingsHash;
        folder.Write("styles/a.yml", Good + "level: error\n");

        Assert.That(new[] { without, with, Repository.Open(folder.Root).SettingsHash }, Is.Unique);
    }
}
