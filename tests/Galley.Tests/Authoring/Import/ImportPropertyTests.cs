using CsCheck;
using Galley.Authoring;
using Galley.Authoring.Import.Rows;
using Galley.Content;
using Galley.Payloads;
using Galley.Testing;

namespace Galley.Tests.Authoring.Import;

/// <summary>Whatever the words are, LinkedIn shows exactly what is imported.</summary>
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
        var result = ImportFixture.Run(
            "text\r\n"
                + string.Concat(texts.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n"))
        );
        foreach (var post in result.Posts)
        {
            post.File.Write(folder.Path);
        }

        var content = Repository.Open(folder.Path).Read("northwind");
        var shown = content.Posts.Select(post => new PostText(post, content.Client!, null).Rendered);
        var wanted = result.Posts.Select(post => ExactText.Normal(texts[post.Row - 2]));
        return content.Problems.IsEmpty
            && shown.Order(StringComparer.Ordinal).SequenceEqual(wanted.Order(StringComparer.Ordinal))
            && result.LeftOut.All(row => MayBeLeftOut(row.Why));
    }

    private static bool MayBeLeftOut(string why) =>
        why is "it has no text"
        || why.Contains("has the same text", StringComparison.Ordinal)
        || why.Contains("the placeholder", StringComparison.Ordinal)
        || why.Contains("its text is only", StringComparison.Ordinal)
        || why.Contains("its text is \"#", StringComparison.Ordinal);
}
