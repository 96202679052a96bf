using Galley.Testing;

namespace Galley.Tests.Rules.Media;

internal sealed class PictureShapeTests : MediaRuleTests
{
    [TestCase(1200, 627, null)]
    [TestCase(3000, 1000, null)]
    [TestCase(3001, 1000, "GAL511")]
    [TestCase(800, 1000, null)]
    [TestCase(799, 1000, "GAL511")]
    public void Picture_WiderThanThreeToOneOrTallerThanFourToFive_IsNoted(int width, int height, string? code)
    {
        Fixture.Write("clients/acme/media/shape.png", SampleMedia.Png(width, height));

        Assert.That(CodesOn("images: [shape.png]"), Is.EqualTo(Expected(code)));
    }
}
