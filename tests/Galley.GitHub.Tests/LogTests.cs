using System.Collections.Immutable;
using CsCheck;
using Galley.Diagnostics;

namespace Galley.GitHub.Tests;

public sealed class LogTests
{
    private static readonly string[] Parts =
    [
        "::",
        ":",
        "##[",
        "#",
        "##",
        "[",
        " ",
        "\t",
        "\n",
        "\r\n",
        "error::",
        "a",
        "\u00A0",
    ];

    private static Diagnostic Problem(int line, Severity severity = Severity.Error) =>
        new("GAL333", severity, "50% off:\nno, really", "posts/a,b:c.md", new Position(line, 2), "");

    [Test]
    public void Annotations_AreEscapedAndNameTheRepositorysPath() =>
        Assert.That(
            Annotations.Write([Problem(6)], "content/"),
            Is.EqualTo("::error file=content/posts/a%2Cb%3Ac.md,line=6,col=2,title=GAL333::50%25 off:%0Ano, really\n")
        );

    [Test]
    public void Annotations_OfMany_AreTheFirstTenErrorsThenTenWarnings()
    {
        var all = Enumerable
            .Range(1, 30)
            .Select(i => Problem(i, i % 2 == 0 ? Severity.Error : Severity.Warning))
            .Append(Problem(99) with { OnBase = true });

        var lines = Annotations.Write(all.ToImmutableArray(), "").TrimEnd('\n').Split('\n');

        Assert.That(
            lines.Select(line => line.Split(' ')[0]),
            Is.EqualTo(Enumerable.Repeat("::error", 10).Concat(Enumerable.Repeat("::warning", 10)))
        );
        Assert.That(lines[0], Does.Contain("line=2,"));
    }

    [Test]
    public void LogWriter_WhateverIsWrittenInWhateverParts_GivesNoOrder() =>
        Gen.OneOf(Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]), Gen.String)
            .Array[0, 12]
            .Sample(
                parts =>
                {
                    var text = new StringWriter();
                    using var log = new LogWriter(text);
                    foreach (var part in parts)
                    {
                        log.Write(part);
                    }

                    Assert.That(
                        text.ToString().Split('\n', '\r'),
                        Has.None.Matches<string?>(line => line!.TrimStart().StartsWith("::", StringComparison.Ordinal))
                    );
                    Assert.That(text.ToString(), Does.Not.Contain("##["));
                    Assert.That(
                        text.ToString().Replace("\u2060", "", StringComparison.Ordinal),
                        Is.EqualTo(string.Concat(parts).Replace("\u2060", "", StringComparison.Ordinal))
                    );
                },
                iter: 3_000
            );

    [Test]
    public void LogWriter_ItsOwnCommands_StandOnTheirOwnLines()
    {
        var text = new StringWriter();
        using var log = new LogWriter(text);

        log.Write("half a line");
        log.Command("::error::x\n");
        log.Write("::error::y\n");

        Assert.That(text.ToString(), Is.EqualTo("half a line\n::error::x\n:\u2060:error::y\n"));
    }
}
