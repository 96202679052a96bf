using Galley.Content;

namespace Galley.Tests.Content;

internal sealed class CompositionTests
{
    [TestCase("Cafe\u0301", "Caf\u00E9")]
    [TestCase("Vie\u0323\u0302t", "Vi\u1EC7t")]
    [TestCase("u\u0308ber", "\u00FCber")]
    [TestCase("\u1112\u1161\u11AB", "\uD55C")]
    [TestCase("\u304B\u3099", "\u304C")]
    [TestCase("x\u0301", "x\u0301")]
    [TestCase("\u0301", "\u0301")]
    [TestCase("plain.png", "plain.png")]
    [TestCase("\uD83D\uDE80", "\uD83D\uDE80")]
    public void Compose_ALetterWithMarks_IsOneLetter(string text, string composed)
    {
        Assert.That(Composition.Compose(text), Is.EqualTo(composed));
    }

    [Test]
    public void Compose_ForEveryLetterOfTheTable_IsKnown()
    {
        var composed =
            from letter in Enumerable.Range(0x41, 0x3100)
            from mark in Enumerable.Range(0x300, 0x70)
            let text = $"{(char)letter}{(char)mark}"
            where Composition.Compose(text).Length == 1
            select text;

        Assert.That(composed.Count(), Is.GreaterThan(700));
    }
}
