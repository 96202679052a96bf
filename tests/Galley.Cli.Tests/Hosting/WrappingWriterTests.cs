using Galley.Cli.Hosting;

namespace Galley.Cli.Tests.Hosting;

internal sealed class WrappingWriterTests
{
    [Test]
    public void LongLines_BreakBetweenWords_AndGoOnWhereTheyBegan() =>
        Assert.That(
            Written("  Give it a new time, or delete the file.\nShort.\n"),
            Is.EqualTo("  Give it a new time, or\n  delete the file.\nShort.\n")
        );

    [Test]
    public void AnAnswer_StandsBehindItsQuestion() =>
        Assert.That(
            Written("Which client is it? ", "the one that is new\n"),
            Is.EqualTo("Which client is it? the one\nthat is new\n")
        );

    [Test]
    public void WhatPeopleCopy_StaysOnOneLine_WhereItFits() =>
        Assert.That(
            Written("Now you run `galley ledger init` once.\n"),
            Is.EqualTo("Now you run\n`galley ledger init` once.\n")
        );

    [Test]
    public void WhatPeopleCopy_LongerThanALine_BreaksBetweenItsWords() =>
        Assert.That(
            Written("Run `galley sent post northwind/launch ID` now.\n"),
            Is.EqualTo("Run `galley sent post\nnorthwind/launch ID` now.\n")
        );

    [Test]
    public void AWordLongerThanALine_IsLeftToTheTerminal() =>
        Assert.That(
            Written("See https://example.com/a/b/c/d/e now.\n"),
            Is.EqualTo("See\nhttps://example.com/a/b/c/d/e\nnow.\n")
        );

    [Test]
    public void OrdersForTheTerminal_PassUntouched()
    {
        const string Coloured = "\u001b[1;31merror\u001b[0m in a line that is longer than the screen is wide\n";

        Assert.That(Written(Coloured), Is.EqualTo(Coloured));
    }

    [Test]
    public void AFrameBehindACursorMovement_StaysAsItsWriterFittedIt()
    {
        string[] frames =
        [
            "1 of 3 done, 2 left    \r\u001b[1A",
            "Northwind Traders",
            " ",
            "\u001b[32m━━━━\u001b[0m  1 of 3\n",
        ];

        Assert.That(Written(frames), Is.EqualTo(string.Concat(frames)));
    }

    [Test]
    public void TheLineBehindAFrame_EndsBetweenWordsAgain() =>
        Assert.That(
            Written("\u001b[1A1 of 3 done", "\n", "Check the posts in LeadPanther first."),
            Is.EqualTo("\u001b[1A1 of 3 done\nCheck the posts in\nLeadPanther first.")
        );

    [Test]
    public void TheEnterBehindAnAnswer_EndsTheLine()
    {
        using var inner = new StringWriter();
        using var writer = new WrappingWriter(inner, width: 28);
        using var answers = writer.Answers(new(() => new StringReader("yes\n")));
        writer.Write("Is it one of two or more? ");

        answers.ReadLine();
        writer.Write("And which one is it then? ");

        Assert.That(inner.ToString(), Is.EqualTo("Is it one of two or more? And which one is it then? "));
    }

    private static string Written(params string[] parts)
    {
        using var inner = new StringWriter();
        using var writer = new WrappingWriter(inner, width: 28);
        foreach (var part in parts)
        {
            writer.Write(part);
        }

        return inner.ToString();
    }
}
