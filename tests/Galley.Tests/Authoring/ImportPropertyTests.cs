using CsCheck;
using Galley.Authoring;
using Galley.Authoring.Import;
using Galley.Content;
using Galley.Payloads;
using Galley.Testing;

namespace Galley.Tests.Authoring;

/// <summary>Whatever the words: what is imported is what LinkedIn will show.</summary>
internal sealed class ImportPropertyTests
{
    private static readonly string[] Pieces =
    [
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "   ",
        "\t",
        "*",
        "**",
        "_",
        "`",
        "#",
        "# ",
        "- ",
        "1. ",
        "> ",
        "<<keyword>>",
        "{{first_name}}",
        "<b>",
        "](",
        "![",
        "[a](b)",
        "&amp;",
        "\\",
        "---",
        "===",
        "~~~",
        "|",
        "\"",
        ";",
        ",",
        "=SUM(A1)",
        "😀",
        "é",
        "\u00A0",
        "\u3000",
        "\u2028",
        "שלום",
        "http://x.y",
        "<http://x.y>",
        "@ann",
        "#tag",
        "    code",
    ];

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 1, 8],
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index])
    );

    private static readonly Gen<string[]> Texts = Word.Array[1, 12].Select(string.Concat).Array[1, 40];

    [Test]
    public void Import_OfAnyTexts_KeepsEveryWord()
    {
        Texts.Sample(KeepsEveryWord, iter: 60, threads: 1, print: texts => string.Join("\n----\n", texts));
    }

    [Test]
    public void Import_OfAThousandRows_ReadsBack()
    {
        var texts = Enumerable.Range(1, 1000).Select(number => $"Post {number} says *this* and that.").ToArray();

        Assert.That(KeepsEveryWord(texts));
    }

    private static bool KeepsEveryWord(string[] texts)
    {
        using var folder = new TemporaryFolder();
        new NewFile(
            "clients/northwind/client.yaml",
            $"name: Northwind\nclient_id: {Sample.AccountId}\ntime_zone: Europe/London\n"
        ).Write(folder.Path);
        var result = ImportFixture.Import(
            "text\r\n"
                + string.Concat(texts.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n"))
        );
        foreach (var post in result.Posts)
        {
            post.File.Write(folder.Path);
        }

        var content = Repository.Open(folder.Path).Read("northwind");
        var shown = content
            .Posts.Select(post => new PostText(post, content.Client!, null).Rendered)
            .Order(StringComparer.Ordinal);
        var wanted = texts
            .Select(ExactText.Normal)
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Distinct()
            .Order(StringComparer.Ordinal);
        return content.Problems.IsEmpty && shown.SequenceEqual(wanted);
    }
}
