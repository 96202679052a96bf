using CsCheck;
using Galley.Markdown;

namespace Galley.Tests.Markdown;

internal sealed class SeeMoreFoldTests
{
    private static readonly string[] Pieces =
    [
        "word",
        " ",
        "\n",
        "👍",
        "é",
        "looooooooooooooooooooooooooooooooooooooooong",
    ];

    [Test]
    public void Fold_ShortText_StaysWhole() =>
        Assert.That(SeeMoreFold.Find("One line.\n\nAnother.", SeeMoreFold.OnPhone), Is.EqualTo(19));

    [Test]
    public void Fold_FourLines_EndsAfterTheThird() =>
        Assert.That("a\nb\nc\nd"[..SeeMoreFold.Find("a\nb\nc\nd", SeeMoreFold.OnDesktop)], Is.EqualTo("a\nb\nc"));

    [Test]
    public void Fold_LongParagraph_EndsBetweenWords()
    {
        var text = string.Join(' ', Enumerable.Repeat("words", 60));

        var shown = text[..SeeMoreFold.Find(text, SeeMoreFold.OnPhone)];

        Assert.That(shown, Has.Length.InRange(2 * SeeMoreFold.OnPhone, 3 * SeeMoreFold.OnPhone).And.EndsWith("words"));
        Assert.That(text[shown.Length], Is.EqualTo(' '));
    }

    /// <summary>The blank line is one of the three, and the long one wraps into the third.</summary>
    [Test]
    public void Fold_OfLinesThatWrap_CountsThemAsTheyAreShown()
    {
        var text = $"Hook.\n\n{string.Join(' ', Enumerable.Repeat("words", 40))}";

        var shown = text[..SeeMoreFold.Find(text, SeeMoreFold.OnDesktop)];

        Assert.That(shown.Split('\n')[2], Has.Length.InRange(50, SeeMoreFold.OnDesktop - 7));
    }

    [Test]
    public void Fold_OfWideCharacters_ComesTwiceAsEarly()
    {
        var narrow = SeeMoreFold.Find(new string('x', 400), SeeMoreFold.OnDesktop);
        var wide = SeeMoreFold.Find(new string('\u6F22', 400), SeeMoreFold.OnDesktop);

        Assert.That(wide, Is.EqualTo(narrow / 2).Within(1));
    }

    [Test]
    public void Fold_BlankRest_IsNoFold() =>
        Assert.That(SeeMoreFold.Find("a\nb\nc\n  ", SeeMoreFold.OnDesktop), Is.EqualTo(8));

    [Test]
    public void Fold_AnyText_NeverCutsACharacterInTwoAndThePhoneFoldsFirst() =>
        Gen.Int[0, Pieces.Length - 1]
            .Array[0, 120]
            .Select(chosen => string.Concat(chosen.Select(piece => Pieces[piece])))
            .Sample(text =>
            {
                var (phone, desktop) = (
                    SeeMoreFold.Find(text, SeeMoreFold.OnPhone),
                    SeeMoreFold.Find(text, SeeMoreFold.OnDesktop)
                );
                return phone <= desktop
                    && desktop <= text.Length
                    && (phone == text.Length || phone == 0 || !char.IsHighSurrogate(text[phone - 1]));
            });
}
