using Galley.Markdown;
using Galley.Testing;

namespace Galley.Tests.Markdown;

internal sealed class LinkedInTextAllocationTests
{
    [Test]
    public void Render_OrdinaryPost_AllocatesAFewTimesItsText()
    {
        var values = new PlaceholderValues("GUIDE", "The guide");
        var text = LinkedInText.Render(OrdinaryPost.Body, TextFormat.Markdown, values).Text;

        var allocated = Allocation.Measure(() => LinkedInText.Render(OrdinaryPost.Body, TextFormat.Markdown, values));

        Assert.That(allocated, Is.LessThan(6 * text.Length * sizeof(char)));
    }
}
