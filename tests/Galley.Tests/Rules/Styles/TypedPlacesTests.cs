using System.Text.RegularExpressions;
using Galley.Markdown;
using Galley.Rules.Styles;
using Galley.Testing;
using Galley.Tests.Markdown;

namespace Galley.Tests.Rules.Styles;

internal sealed partial class TypedPlacesTests
{
    /// <summary>Lists, quotations, code, links over two lines: every word is found on the line that it was typed on.</summary>
    [Test]
    public void Find_EachWordOfEachStyle_IsOnTheLineThatItWasTypedOn()
    {
        // An address that is defined below the text is shown in the text.
        foreach (
            var (body, _) in BlogStyles.Pieces.Where(piece => !piece.Body.Contains("]: ", StringComparison.Ordinal))
        )
        {
            var text = LinkedInText.Render(body, TextFormat.Markdown, PlaceholderValues.None);
            var places = new TypedPlaces(text, body, new FakeSource("a.md"));
            var lines = body.Split('\n');

            var lost = Word()
                .Matches(text.Text)
                .Where(word =>
                    !lines[places.Find(word.Index, word.Value).Line - 1].Contains(word.Value, StringComparison.Ordinal)
                );

            Assert.That(lost.Select(word => word.Value), Is.Empty, body);
        }
    }

    [GeneratedRegex(@"[A-Za-z]{3,}")]
    private static partial Regex Word();
}
