namespace Galley.Tests.Rules.Media;

internal sealed class MediaPlaceTests : MediaRuleTests
{
    [TestCase("images: [a.png]", null)]
    [TestCase("images: [a.pdf]", "GAL512")]
    [TestCase("document: {file: a.pdf, type: pdf}", null)]
    [TestCase("document: {file: a.png, type: pdf}", "GAL512")]
    public void File_AmongPicturesOrAsDocument_MustHaveTheRightType(string line, string? code)
    {
        Assert.That(CodesOn(line), Is.EqualTo(Expected(code)));
    }
}
