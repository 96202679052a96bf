using Galley.Authoring;

namespace Galley.Tests.Authoring;

internal sealed class KeyNameTests
{
    [TestCase("We looked at 40 pipelines.\nHere is what we saw", "we-looked-at-40-pipelines")]
    [TestCase("Don't stop", "dont-stop")]
    [TestCase("Café Olé & Söhne, Straße", "cafe-ole-sohne-strasse")]
    [TestCase(
        "one two three four five six seven eight nine ten eleven",
        "one-two-three-four-five-six-seven-eight-nine-ten"
    )]
    [TestCase("con", null)]
    [TestCase("日本語", null)]
    [TestCase("\ud800x", "x")]
    public void Name_OfWords_IsOneThatAFileMayHave(string words, string? name)
    {
        Assert.That(KeyName.From(words), Is.EqualTo(name));
    }

    [Test]
    public void Name_ThatIsTaken_GetsANumber()
    {
        Assert.That(KeyName.Free("launch", new HashSet<string> { "launch", "launch-2" }), Is.EqualTo("launch-3"));
    }
}
