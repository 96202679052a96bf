using System.Text;
using Galley.Diagnostics;
using Galley.Rendering;

namespace Galley.Tests.Rendering;

/// <summary>docs/diagnostics.md, from the catalogue.</summary>
public static class CatalogueMarkdown
{
    private static readonly (char Digit, string Title)[] Families =
    [
        ('1', "Reading"),
        ('2', "Schema and settings"),
        ('3', "Posts"),
        ('4', "Lead magnets"),
        ('5', "Pictures and PDFs"),
        ('6', "Planning"),
        ('7', "House style"),
    ];

    public static string Write(IReadOnlyCollection<DiagnosticCode> catalogue)
    {
        var page = new StringBuilder();
        page.Append("# Diagnostics\n\n")
            .Append(
                "<!-- Written by the tests from the catalogue in src/Galley/Diagnostics/Codes; see CatalogueMarkdownTests. -->\n\n"
            )
            .Append(
                "Every problem that Galley finds has a code. An **error** stops the client's files from being sent, a **warning** and a\n"
            )
            .Append(
                "**note** stop nothing. Codes marked *adjustable* take another severity from `rules:` in galley.yaml or client.yaml:\n\n"
            )
            .Append("```yaml\nrules: {GAL314: warning}\n```\n");
        foreach (var (digit, title) in Families)
        {
            var codes = catalogue.Where(code => code.Id[3] == digit).ToArray();
            if (codes.Length > 0)
            {
                AppendFamily(page, title, codes);
            }
        }

        return page.ToString();
    }

    private static void AppendFamily(StringBuilder page, string title, DiagnosticCode[] codes)
    {
        page.Append($"\n## {title}\n");
        foreach (var code in codes)
        {
            page.Append($"\n### {code.Id}: {code.Title}\n\n")
                .Append(SeverityName.For(code.Severity))
                .Append(code.Adjustable ? ", *adjustable*" : "")
                .Append(code.UnsentOnly ? ", only for what is still to be sent" : "")
                .Append("\n\n")
                .Append($"{code.Meaning}\n\n")
                .Append($"Wrong:\n\n{Fenced(code.Bad)}\n\n")
                .Append($"Right:\n\n{Fenced(code.Fix)}\n");
        }
    }

    /// <summary>With a fence longer than any in the example.</summary>
    private static string Fenced(string example)
    {
        var fence = example.Contains("```", StringComparison.Ordinal) ? "````" : "```";
        return $"{fence}text\n{example}\n{fence}";
    }
}
