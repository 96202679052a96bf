using CsCheck;
using Galley.Content.Yaml;

namespace Galley.Tests.Content;

/// <summary>The simple parser gives the same result as YamlDotNet, position by position, or it gives up.</summary>
public class SimpleYamlParserTests
{
    private const string Post = """
        # yaml-language-server: $schema=../../schemas/post.schema.json
        status: scheduled
        scheduled_at: 2026-06-15 10:00

        notes: "Number 7: drafted by Ann"
        theme_id: ~
        images: [pipeline.png, {file: media/team.jpg, alt: "Ann, Ben"}, {url: https://a.example/b.png}] # two of ours
        approved: 1234
        followups:
          reaction: {enabled: true, delay_minutes: 30, reaction_type: like}
          comments:
            - text: 'Comment <<keyword>> if you want it.'
              delay_minutes: 60
            # the last one
            - text: Second – with a dash
              delay_minutes: -5
            - {text: 'It''s here, at 10:00', delay_minutes: 90}
            - text: >-
                Folded
                into one line.
        notify:
        - ann
        - org/team
        first_comment: "The \"guide\" is in c:\\notes."   # see there
        body: |
          # A heading

          One line.

            Set in.
          # no comment
        key: last
        """;

    [Test]
    public void Read_AnOrdinaryPost_IsReadByTheSimpleParser()
    {
        Assert.That(SimpleYamlParser.TryRead(Post, 2), Is.Not.Null);
        Assert.That(Dump(SimpleYamlParser.TryRead(Post, 2)!), Is.EqualTo(FullParse(Post)));
    }

    [TestCase("a: [", "x,", "x]")]
    [TestCase("", "- x\n", "")]
    public void Read_MoreValuesThanTheLimit_IsLeftToTheOther(string before, string value, string after)
    {
        var text = before + string.Concat(Enumerable.Repeat(value, 11_000)) + after;

        Assert.That(SimpleYamlParser.TryRead(text, 1), Is.Null);
        Assert.That(FullParse(text), Does.StartWith("not read"));
    }

    [Test]
    public void Read_LinesOfAllKinds_IsTheSameBothWays()
    {
        var known = 0;

        Texts.Sample(
            text =>
            {
                if (SimpleYamlParser.TryRead(text, 2) is not { } quick)
                {
                    return;
                }

                Interlocked.Increment(ref known);
                Assert.That(Dump(quick), Is.EqualTo(FullParse(text)), text);
            },
            iter: 60_000
        );

        Assert.That(known, Is.GreaterThan(1000), "the simple parser gives up too often");
    }

    private static Gen<string> Texts =>
        Gen.OneOf(
            Gen.Select(Indents, Names, Values, (indent, name, value) => $"{indent}{name}{value}")
                .Array[1, 8]
                .Select(lines => string.Join('\n', lines)),
            Mutated,
            Gen.Select(Mutated, Gen.Bool, (text, ends) => text + (ends ? "\n" : ""))
        );

    /// <summary>The ordinary post with one to three of its characters others, or gone.</summary>
    private static Gen<string> Mutated =>
        Gen.Select(
                Gen.Int[0, Post.Length - 1],
                Gen.Int[0, 2],
                OneOf(
                    "",
                    " ",
                    "  ",
                    "\n",
                    ":",
                    ": ",
                    "#",
                    " #",
                    "-",
                    "- ",
                    "'",
                    "\"",
                    "|",
                    "[",
                    "]",
                    ",",
                    "{",
                    "}",
                    "{a: b}",
                    ">",
                    "\\",
                    "''",
                    "# x",
                    "a",
                    "\n\n",
                    "\n  ",
                    "?",
                    "&a ",
                    "*a",
                    "!",
                    "%",
                    "é",
                    "---\n",
                    "~"
                )
            )
            .Array[1, 3]
            .Select(changes =>
                changes.Aggregate(Post, (text, change) =>
                    text[..Math.Min(change.Item1, text.Length)]
                    + change.Item3
                    + text[Math.Min(change.Item1 + change.Item2, text.Length)..]
                )
            );

    private static Gen<string> Indents =>
        OneOf("", "", "", "  ", "  ", "    ", "      ", "   ", " ", "- ", "  - ", "    - ");

    private static Gen<string> Names =>
        OneOf(
            "status:",
            "a:",
            "b:",
            "c:",
            "d:",
            "e:",
            "f:",
            "g:",
            "null:",
            "true:",
            "x-y:",
            "_z:",
            "9:",
            "",
            "# note",
            "<<:",
            "# A heading",
            "#heading",
            "---",
            "...",
            "? q",
            "a b:"
        );

    private static Gen<string> Values =>
        OneOf(
            "",
            " ",
            " x",
            " x y  ",
            " 5",
            " -5",
            " - 5",
            " -",
            " ~",
            " true",
            " 2026-06-15 10:00",
            " x: y",
            " x:",
            " x :y",
            " x #y",
            " x#y",
            " #y",
            " \"q\"",
            " \"q",
            " \"q\" ",
            " \"a\\n\"",
            " 'q'",
            " 'it''s'",
            " '",
            " [a, b]",
            " []",
            " [ a , b.c ]",
            " [a",
            " [a b]",
            " [a,]",
            " [[a], []]",
            " [a: b]",
            " [a b, c:d, -5, ~]",
            " [\"a, b\", 'c']",
            " ['a': b]",
            " [a]b",
            " [a] b",
            " [a] # c",
            " [a]# c",
            " [a?, a|b, a>b]",
            " [https://a.example/b?c=d&e, 10:00]",
            " [{a: b}]",
            " {a: b}",
            " {a: b, c: [d]}",
            " { a: b , c: 'd' }",
            " {a: b, a: c}",
            " {a:b}",
            " {a: }",
            " {a}",
            " {}",
            " {a: b,}",
            " {a: b}}",
            " {a: b} # c",
            " {a: b c: d}",
            " {a: {b: {c: d}}}",
            " \"a\\\"b\"",
            " \"a\\\\\"",
            " \"a\" # c",
            " \"a # b\"",
            " 'a' b",
            " 'a' # b",
            " x # y",
            " x # 5 y",
            " x  # y: z",
            " x #",
            " x # ",
            " >-",
            " |+",
            " > # c",
            " |",
            " |-",
            " | ",
            " >",
            " é",
            " – x",
            " 😀",
            " <<a>>",
            " {{a}}",
            " *a",
            " &a b",
            " !t b",
            " @a",
            " `a`",
            " %a",
            " , a",
            " ]",
            " a, b",
            " a]",
            " https://a.example/b",
            "  x",
            "x",
            " 0x1F",
            " 1e3",
            " .5",
            " =",
            " ? a",
            " a? b",
            " a\u00A0"
        );

    private static Gen<string> OneOf(params string[] texts) =>
        Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string FullParse(string text)
    {
        var faults = new List<Fault>();
        var node = YamlText.ReadAny(text, 2, faults.Add);
        return faults.Count > 0 || node is null ? $"not read: {faults.FirstOrDefault()}" : Dump(node);
    }

    private static string Dump(Node node) =>
        node switch
        {
            ScalarNode scalar => $"{At(node)}{scalar.Style} {scalar.Kind} <{scalar.Text}>",
            SequenceNode list => $"{At(node)}[{string.Join(", ", list.Items.Select(Dump))}]",
            MappingNode mapping => $"{At(node)}{{{string.Join(", ", mapping.Fields.Select(Dump))}}}",
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private static string Dump(Field field) => $"{field.At.Line}:{field.At.Column} {field.Name} = {Dump(field.Value)}";

    private static string At(Node node) => $"{node.At.Line}:{node.At.Column} ";
}
