namespace Galley.Tests.Rules.Media;

internal sealed class MediaLinksTests : MediaRuleTests
{
    [TestCase("images: [{url: 'https://cdn.example.com/a.png'}]", null)]
    [TestCase("images: [{url: 'http://cdn.example.com/a.png'}]", "GAL514")]
    [TestCase("images: [{url: cdn.example.com/a.png}]", "GAL514")]
    [TestCase("images: [{url: 'https:///a.png'}]", "GAL514")]
    [TestCase("images: [{url: 'ftp://cdn.example.com/a.png'}]", "GAL514")]
    [TestCase("images: [{url: 'https://github.com/user-attachments/assets/1'}]", "GAL509")]
    [TestCase("images: [{url: 'https://drive.google.com/file/d/1/view'}]", "GAL509")]
    [TestCase("images: [{url: 'https://www.dropbox.com/s/1/a.png?dl=0'}]", "GAL509")]
    [TestCase("images: [{url: 'https://www.dropbox.com/s/1/a.png?raw=1'}]", null)]
    [TestCase("document: {url: 'https://docs.google.com/d/1', type: pdf}", "GAL509")]
    [TestCase("document: {url: 'https://cdn.example.com/a.pdf', type: pdf}", null)]
    public void Url_OfAPost_MustBeOneThatLeadPantherCanOpen(string line, string? code)
    {
        Assert.That(CodesOn(line), Is.EqualTo(Expected(code)));
    }
}
