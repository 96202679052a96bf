using System.Text;
using System.Text.RegularExpressions;
using Galley.Api;

namespace Galley.Tests.Api;

/// <summary>docs/guarantees.md lists the operations that the code knows, between two markers.</summary>
public partial class OperationsPageTests
{
    private const string Begin = "<!-- operations: written by OperationsPageTests -->\n";
    private const string End = "<!-- /operations -->\n";

    /// <summary>A failing run leaves the right page beside the assembly; copy it over the old one.</summary>
    [Test]
    public void Docs_OfTheOperations_SayWhatTheCodeSays()
    {
        var docs = Path.Combine(Repository(), "docs", "guarantees.md");
        var actual = File.ReadAllText(docs);
        var begin = actual.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = actual.IndexOf(End, StringComparison.Ordinal);
        Assert.That(begin > Begin.Length && end > begin, Is.True, "docs/guarantees.md has lost its markers");

        var expected = actual[..begin] + Table() + actual[end..];

        var written = Path.Combine(AppContext.BaseDirectory, "guarantees.md");
        File.WriteAllText(written, expected);
        Assert.That(
            actual == expected,
            Is.True,
            $"docs/guarantees.md does not list the operations of the code. Take over the new page with:\n  cp {written} {docs}"
        );
    }

    [Test]
    public void Docs_OfTheAssumptions_NameFilesThatExist()
    {
        var page = File.ReadAllText(Path.Combine(Repository(), "docs", "guarantees.md"));
        var files = SourceFile()
            .Matches(page)
            .Select(match => Path.Combine(Repository(), "src", match.Groups[1].Value));

        Assert.That(files, Is.Not.Empty.And.All.Exist);
    }

    [GeneratedRegex("`(Galley[^`]*[.]cs)`")]
    private static partial Regex SourceFile();

    private static string Table()
    {
        var table = new StringBuilder(
            "| operation | request | for an agency's client | scope | method and path are | pages |\n"
        );
        table.Append("| --- | --- | --- | --- | --- | --- |\n");
        foreach (var operation in ApiOperations.All)
        {
            table
                .Append($"| {operation.Name} | `{operation.Method} {(operation.Path is "" ? "/" : operation.Path)}`")
                .Append(operation.IsOfAnAccount ? " | below `/clients/{clientId}`" : " | the same")
                .Append($" | {(operation.Scope is { } scope ? $"`{scope}`" : "")}")
                .Append($" | {(operation.Evidence == Evidence.Shown ? "shown" : "**assumed**")}")
                .Append($" | {operation.Page} |\n");
        }

        return table.ToString();
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
