using CsCheck;
using Galley.Content.Styles;

namespace Galley.Tests.Content.Styles;

/// <summary>Simple tokens are looked for in another way than the others, and it makes no difference.</summary>
internal sealed class StylePatternTests
{
    private static readonly string[] Simple =
    [
        "game[- ]changers?",
        "revolutionary",
        @"#\w+",
        "utili[sz]e",
        "in order to",
        "co-?founder",
        "ß|ss",
        "a.c",
        "[^a-z ]x",
        "K",
        "^we",
        "end$",
        @"\.",
    ];

    private static readonly string[] Pieces =
    [
        .. "game-changers game changer|revolutionary|Revolutionary|#one|#|##two|_|utilize|utilise|in order to|in ordert|cofounder".Split(
            '|'
        ),
        .. "co-founder|ß|ss|SS|abc|a\nc|1x|bx|k|K|\u212A|ſ|we|We|\nwe|end|end\n|.| |  |,|é|İ|i".Split('|'),
    ];

    [Test]
    public void In_TokensOfAllKinds_FindsTheSameBothWays() =>
        Gen.Select(
                OneOf(Simple).Array[1, 4],
                OneOf(Pieces).Array[0, 12].Select(string.Concat),
                Gen.Bool,
                Gen.Bool,
                Gen.Bool
            )
            .Sample(
                (tokens, text, ignoreCase, areWords, areToldApart) =>
                {
                    var words = new StyleTokens([.. tokens.Distinct()])
                    {
                        IgnoreCase = ignoreCase,
                        AreWords = areWords,
                        AreToldApart = areToldApart,
                    };
                    // One more token that is nowhere, and that is not simple.
                    var other = words with { Words = words.Words.Add("qqqq+(qq)*zz") };

                    Assert.That(words.AreFewAndPlain(0, words.Words.Length), Is.True);
                    Assert.That(other.AreFewAndPlain(0, other.Words.Length), Is.False);
                    Assert.That(
                        Found(words, text),
                        Is.EqualTo(Found(other, text)),
                        $"{string.Join(" or ", tokens)} in <{text}>"
                    );
                },
                iter: 1_000
            );

    [TestCase("(a+)+b")]
    [TestCase("a*a*a*a*b")]
    [TestCase(@"a\")]
    [TestCase(@"\d+")]
    [TestCase("a?a?a?a?a?aaaaa")]
    [TestCase("(?=x)y")]
    [TestCase(@"(x)\1")]
    public void Tokens_ThatMayTakeLong_OrAreRefused_AreNotPlain(string token) =>
        Assert.That(new StyleTokens([token]).AreFewAndPlain(0, 1), Is.False);

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static StyleMatch[] Found(StyleTokens tokens, string text) =>
        [.. StylePattern.From(tokens, number => Assert.Fail($"token {number} was refused")).In(text)];
}
