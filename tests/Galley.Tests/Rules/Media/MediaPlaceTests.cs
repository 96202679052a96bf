namespace Galley.Tests.Rules.Media;

internal sealed class MediaPlaceTests : MediaRuleTests
{
    [TestCase("images: [a.png]", null)]
    [TestCase("images: [a.pdf]", "GAL512")]
    [TestCase("document: {file: a.pdf, type: pdf}", null)]
    [TestCase("document: {file: a.png, type: pdf}", "GAL512")]
    [TestCase("images: [{url: 'https://cdn.example.com/a.pdf'}]", "GAL512")]
    [TestCase("images: [{url: 'https://cdn.example.com/a.PDF?v=1#x'}]", "GAL512")]
    [TestCase("document: {url: 'https://cdn.example.com/a.jpeg', type: pdf}", "GAL512")]
    [TestCase("images: [{url: 'https://cdn.example.com/a.heic'}]", "GAL502")]
    [TestCase("images: [{url: 'https://cdn.example.com/a.svg'}]", "GAL502")]
    [TestCase("document: {url: 'https://cdn.example.com/a.pptx', type: pdf}", "GAL502")]
    [TestCase("images: [{url: 'https://cdn.example.com/photo'}]", null)]
    [TestCase("images: [{url: 'https://cdn.example.com/photo.php?f=a.pdf'}]", null)]
    public void Medium_AmongPicturesOrAsDocument_MustHaveTheRightType(string line, string? code)
    {
        Assert.That(CodesOn(line), Is.EqualTo(Expected(code)));
    }
}
