using Galley.Testing.GitHub;
using Galley.Testing.Http;

namespace Galley.GitHub.Tests;

public sealed class SuggestionTests
{
    private const string Path = "clients/northwind/posts/launch.md";

    private static readonly CancellationToken Never = CancellationToken.None;

    [Test]
    public async Task Suggest_OnLinesOfTheDiff_PutsEachThereOnce()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Changed[7] = [(Path, "@@ -0,0 +1,4 @@\n+---\n+status: draft\n+---\n+Text")];
        using var reporter = fixture.Reporter();

        await reporter.Suggest(7, JobFixture.Head, [Suggestion(2, 2, "one"), Suggestion(1, 3, "two")], Never);
        await reporter.Suggest(7, JobFixture.Head, [Suggestion(2, 2, "one"), Suggestion(1, 3, "two")], Never);

        Assert.That(
            fixture.GitHub.LineComments,
            Is.EqualTo(
                new[]
                {
                    new StoredLineComment(7, FakeGitHub.Bot, JobFixture.Head, Path, null, 2, BodyOf("one")),
                    new StoredLineComment(7, FakeGitHub.Bot, JobFixture.Head, Path, 1, 3, BodyOf("two")),
                }
            )
        );
        Assert.That(fixture.Said, Is.Empty);
    }

    [TestCase("@@ -1,3 +9,3 @@\n a\n+b\n c", Path)]
    [TestCase("@@ -1,3 +1,3 @@\n a\n+b\n c", "clients/northwind/posts/other.md")]
    [TestCase("", Path)]
    public async Task Suggest_OnOtherLines_WritesNothing(string patch, string path)
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.Changed[7] = [(path, patch)];
        using var reporter = fixture.Reporter();

        await reporter.Suggest(7, JobFixture.Head, [Suggestion(2, 2, "one")], Never);

        Assert.That(fixture.GitHub.LineComments, Is.Empty);
    }

    [Test]
    public async Task Suggest_WithATokenThatMayNotWrite_SaysSoAndGoesOn()
    {
        await using var fixture = new JobFixture { GitHub = { IsReadOnly = true } };
        fixture.GitHub.Changed[7] = [(Path, "@@ -0,0 +1,4 @@\n+---")];
        using var reporter = fixture.Reporter();

        await reporter.Suggest(7, JobFixture.Head, [Suggestion(2, 2, "one")], Never);

        Assert.That(fixture.Said, Has.One.Contains("suggest corrections"));
    }

    [Test]
    public async Task Suggest_WhenGitHubDoesNotAnswer_SaysSoAndGoesOn()
    {
        await using var fixture = new JobFixture();
        fixture.GitHub.FailAlways("GET", "/pulls/7/files", Reply.Json(404, "{}"));
        using var reporter = fixture.Reporter();

        await reporter.Suggest(7, JobFixture.Head, [Suggestion(2, 2, "one")], Never);

        Assert.That(fixture.GitHub.LineComments, Is.Empty);
        Assert.That(fixture.Said, Has.Count.EqualTo(1));
    }

    private static LineSuggestion Suggestion(int first, int last, string name) =>
        new(Path, first, last, $"<!-- galley:fix {name} -->", $"```suggestion\n{name}\n```\n");

    private static string BodyOf(string name) => $"```suggestion\n{name}\n```\n\n<!-- galley:fix {name} -->\n";
}
