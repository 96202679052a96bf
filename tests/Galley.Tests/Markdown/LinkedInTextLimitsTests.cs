using Galley.Markdown;

namespace Galley.Tests.Markdown;

/// <summary>Texts that are meant to hurt.</summary>
public class LinkedInTextLimitsTests
{
    private static IEnumerable<TestCaseData> Texts()
    {
        string[] parts =
        [
            "> ",
            "- ",
            "1. ",
            "[",
            "(",
            "![",
            "[a](",
            "*a ",
            "*a **b ",
            "_a",
            "<<",
            "{{",
            "<a ",
            "<!-- ",
            "` ",
            "[a]: b\n",
            "- a\n",
            "> a\n\n",
            "&",
            "\\",
            "**",
            "a\n",
            "\n",
            "\t",
            "<https://",
            "<a@",
            "\0",
            "\uD800",
            "# ",
            "---\n",
            "```\n",
            "![a][",
            "](",
        ];
        foreach (var part in parts)
        {
            yield return Text(part.Trim(), Repeat(part, 20_000 / part.Length));
        }

        yield return Text("nested emphasis", Repeat("*a", 5_000) + Repeat("a*", 5_000));
        yield return Text("nested links", Repeat("[", 5_000) + Repeat("](a)", 3_000));
        yield return Text("backticks", string.Concat(Enumerable.Range(1, 190).Select(n => new string('`', n) + " ")));
        yield return Text("a list of 100,000 lines", Repeat("- a\n", 100_000));
    }

    [TestCaseSource(nameof(Texts))]
    public void Render_AHurtfulText_EndsInTextOrAProblem(string body)
    {
        var rendered = LinkedInText.Render(body, TextFormat.Markdown, PlaceholderValues.None);

        Assert.That(rendered.Text.Length > 0 || rendered.Problems.Length > 0 || string.IsNullOrWhiteSpace(body));
    }

    private static TestCaseData Text(string name, string body) => new TestCaseData(body).SetArgDisplayNames(name);

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
