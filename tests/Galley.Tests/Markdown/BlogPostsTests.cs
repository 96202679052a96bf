using Galley.Diagnostics;
using Galley.Markdown;

namespace Galley.Tests.Markdown;

/// <summary>Some five hundred posts in the styles that people use: each gets text, or the reason why not.</summary>
public class BlogPostsTests
{
    private static readonly PlaceholderValues Values = new("GUIDE", "The Guide");

    private static IEnumerable<(string Body, string[] Refused)> Posts()
    {
        var pieces = BlogStyles.Pieces;
        foreach (var step in new[] { 0, 1, 3, 7, 11, 17, 29 })
        {
            for (var index = 0; index < pieces.Length; index++)
            {
                var (first, second) = (pieces[index], pieces[(index + step) % pieces.Length]);
                yield return step == 0
                    ? (first.Body, Codes(first.Refused))
                    : ($"{first.Body}\n\nAnd then:\n\n{second.Body}", Codes(first.Refused, second.Refused));
            }
        }
    }

    [Test]
    public void Render_FiveHundredPosts_GivesTextOrTheReasonWhyNot()
    {
        var posts = Posts().ToArray();
        Assert.That(posts, Has.Length.InRange(450, 550));
        foreach (var (body, refused) in posts)
        {
            var rendered = LinkedInText.Render(body, TextFormat.Markdown, Values);

            var errors = rendered
                .Problems.Where(problem => problem.Code.Severity == Severity.Error)
                .Select(problem => problem.Code.Id)
                .Distinct();
            Assert.That(errors, Is.EquivalentTo(refused), body);
            Assert.That(rendered.Text, Is.Not.Empty, body);
            Assert.That(
                rendered.Problems.Select(problem => problem.At.Line),
                Has.All.InRange(1, body.Count(unit => unit == '\n') + 1),
                body
            );
        }
    }

    [Test]
    public void Render_EachStyle_ReadsLikeThis()
    {
        var all = string.Join("\n════════\n", BlogStyles.Pieces.Select(piece => Shown(piece.Body)));

        Snapshooter.NUnit.Snapshot.Match(all);
    }

    private static string Shown(string body)
    {
        var rendered = LinkedInText.Render(body, TextFormat.Markdown, Values);
        return string.Join(
            '\n',
            [
                body,
                "────",
                rendered.Text,
                .. rendered.Problems.Select(problem =>
                    $"! {problem.At.Line}:{problem.At.Column} {problem.Code} {problem.Message}"
                ),
            ]
        );
    }

    private static string[] Codes(params string?[] codes) => [.. codes.OfType<string>().Distinct()];
}
