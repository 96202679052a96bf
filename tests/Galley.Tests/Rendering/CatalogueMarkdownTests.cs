using Galley.Diagnostics;

namespace Galley.Tests.Rendering;

public class CatalogueMarkdownTests
{
    /// <summary>A failing run leaves the right page beside the assembly; copy it over the old one.</summary>
    [Test]
    public void Docs_OfTheCatalogue_SayWhatTheCodeSays()
    {
        var expected = CatalogueMarkdown.Write(Catalogue.All);
        var written = Path.Combine(AppContext.BaseDirectory, "diagnostics.md");
        File.WriteAllText(written, expected);
        var docs = Path.Combine(Repository(), "docs", "diagnostics.md");

        var actual = File.Exists(docs) ? File.ReadAllText(docs) : "";

        Assert.That(
            actual == expected,
            Is.True,
            $"docs/diagnostics.md is not what the catalogue says. Take over the new page with:\n  cp {written} {docs}"
        );
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Galley.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
