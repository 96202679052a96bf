using Galley.Testing;

namespace Galley.Tests.Rules.Media;

internal sealed class PicturePixelsTests : MediaRuleTests
{
    [TestCase(6000, 6000, null)]
    [TestCase(7264, 4976, null)]
    [TestCase(7264, 4977, "GAL516")]
    [TestCase(20_000, 15_000, "GAL516")]
    public void Picture_WithMorePixelsThanLinkedInAccepts_IsWarnedOf(int width, int height, string? code)
    {
        Fixture.Write("clients/acme/media/large.png", SampleMedia.Png(width, height));

        Assert.That(CodesOn("images: [large.png]"), Is.EqualTo(Expected(code)));
    }
}
