using System.Text.Json;
using Galley.Diagnostics;
using Galley.Markdown;
using Galley.Testing;

namespace Galley.Tests.Markdown;

/// <summary>
/// CommonMark's own examples as inputs. The specification's text is CC BY-SA, so it is fetched for the test and never committed.
/// </summary>
public class CommonMarkExamplesTests
{
    private const string Program = "console.log(JSON.stringify(require('commonmark-spec').tests.map(t => t.markdown)))";

    [Test]
    public void Render_EveryExample_GivesTextOrARefusal()
    {
        if (NpmPackage.Run("commonmark-spec@0.30.0", Program) is not { } json)
        {
            Assert.Ignore("CommonMark's examples come from npm, and there is no Node, npm or network here.");
        }
        else
        {
            RenderAll(JsonSerializer.Deserialize<string[]>(json)!);
        }
    }

    private static void RenderAll(string[] examples)
    {
        Assert.That(examples, Has.Length.EqualTo(652));
        foreach (var example in examples.Select(text => text.Replace('→', '\t').Trim('\n')))
        {
            var rendered = LinkedInText.Render(example, TextFormat.Markdown, PlaceholderValues.None);

            var isRefused = rendered.Problems.Any(problem => problem.Code.Severity == Severity.Error);
            Assert.That(
                isRefused
                    || LettersOf(example).SetEquals(LettersOf(rendered.Text))
                    || rendered.Problems.Length > 0
                    || HasEscape(example),
                Is.True,
                example + "\n=>\n" + rendered.Text
            );
        }
    }

    /// <summary>Entities and escapes are written with letters that they do not stand for.</summary>
    private static bool HasEscape(string text) => text.Contains('&') || text.Contains('\\');

    private static HashSet<char> LettersOf(string text) => [.. text.Where(char.IsLetter)];
}
