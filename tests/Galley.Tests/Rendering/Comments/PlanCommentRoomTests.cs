using System.Text;
using CsCheck;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Rendering.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Galley.Tests.Rendering.Comments;

/// <summary>A comment has 65,536 characters: what of a large plan stands in it.</summary>
internal sealed class PlanCommentRoomTests : PlanCommentFixture
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    [Test]
    public void Write_AnyPlan_FitsHasItsTotalsAndHoldsEverythingIn() =>
        Gen.Select(AnyPlan.Plan, AnyPlan.Input)
            .Sample(
                (plan, input) =>
                {
                    var comment = PlanComment.Write(plan, input);

                    Assert.That(comment, Has.Length.LessThanOrEqualTo(CommentInput.LongestComment));
                    Assert.That(() => Strict.GetBytes(comment), Throws.Nothing);
                    Assert.That(
                        comment.Split('\n')[0],
                        input.HasBase ? Does.StartWith("**").And.Contain(".**") : Does.Contain(PlanText.Totals(plan))
                    );
                    Assert.That(comment, Does.EndWith(AnyPlan.Marker + "\n"));
                    AssertHeldIn(comment);
                },
                iter: 40
            );

    [Test]
    public void Write_AHundredThousandPosts_FitsAndKeepsTheMostUrgentRows()
    {
        var actions = Enumerable
            .Range(0, 100_000)
            .Select(i => Post($"post-{i}", i == 0 ? ActionType.InDoubt : ActionType.Create))
            .ToList();

        var comment = PlanComment.Write(PlanOf(actions), Input with { HasBase = false });

        Assert.That(comment, Has.Length.InRange(CommentInput.LongestComment * 8 / 10, CommentInput.LongestComment));
        Assert.That(
            comment,
            Does.StartWith("**Plan: 1 in doubt, 99,999 to send.**")
                .And.Contain("sent post northwind/post-0 ID")
                .And.Contain("more")
        );
    }

    [Test]
    public void Write_FiftyPosts_KeepsAllTextsAndUsesTheRoomThatThereIs()
    {
        var text = string.Join(
            "\n\n",
            Enumerable.Range(0, 12).Select(i => $"Paragraph {i} of a post, as people write them.")
        );

        var comment = PlanComment.Write(
            PlanOf(Enumerable.Range(0, 50).Select(i => Post($"p{i}", ActionType.Create) with { SinceBase = "added" })),
            Input with
            {
                ProofOf = (_, action) => new ObjectText($"{action.Key} {text}", "GUIDE", [], []),
            }
        );

        Assert.That(comment.Split("<details>").Length - 1, Is.EqualTo(50));
        Assert.That(comment.Split("Paragraph 11").Length - 1, Is.EqualTo(50));
        Assert.That(comment, Does.Not.Contain("Not everything fits"));
    }

    [Test]
    public void Write_FourHundredLongPostsOfFourClients_NamesEachClientAndUsesTheRoom()
    {
        var plan = PlanOf([]) with
        {
            Clients =
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(client => new ClientPlan(
                        $"client-{client}",
                        $"Client number {client}",
                        "Europe/London",
                        [
                            .. Enumerable
                                .Range(0, 100)
                                .Select(i =>
                                    Post($"a-rather-long-name-of-a-post-{i}", ActionType.Create) with
                                    {
                                        SinceBase = "added",
                                    }
                                ),
                        ]
                    )),
            ],
        };

        var comment = PlanComment.Write(
            plan,
            Input with
            {
                ProofOf = (_, action) =>
                    new ObjectText(
                        string.Concat(Enumerable.Repeat($"{action.Key} says a lot. ", 100)),
                        "GUIDE",
                        [],
                        []
                    ),
            }
        );

        Assert.That(comment, Does.StartWith("**400 posts for 4 clients go to LeadPanther at the merge.**"));
        Assert.That(comment, Has.Length.InRange(CommentInput.LongestComment * 8 / 10, CommentInput.LongestComment));
        for (var client = 0; client < 4; client++)
        {
            Assert.That(comment, Does.Contain($"### Client number {client} (100)"));
        }
    }

    /// <summary>No block and no HTML but ours, no link or picture but of our files and run, nothing that GitHub would make live.</summary>
    private static void AssertHeldIn(string comment)
    {
        var document = RenderedMarkdown.Parse(comment);

        Assert.That(
            document.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()),
            Has.All.Matches<string>(html => RenderedMarkdown.IsOurBlock(html!))
        );
        Assert.That(
            document.Descendants<HtmlInline>().Select(html => html.Tag),
            Has.All.Matches<string>(tag => RenderedMarkdown.IsOurTag(tag!))
        );
        Assert.That(document.Descendants<AutolinkInline>(), Is.Empty);
        Assert.That(
            document.Descendants<LinkInline>().Select(link => link.Url ?? ""),
            Has.All.StartsWith("https://github.com/acme/content/")
        );
        Assert.That(document.Descendants<LinkInline>().Where(link => link.IsImage), Is.Empty);
        Assert.That(document.Descendants<LinkReferenceDefinition>(), Is.Empty);
        Assert.That(document.Descendants<HeadingBlock>().Select(heading => heading.Level), Has.All.InRange(2, 3));
        Assert.That(
            document.Descendants<CodeBlock>().Select(block => (block as FencedCodeBlock)?.Info ?? ""),
            Has.All.AnyOf("diff", "yaml")
        );
        Assert.That(document.Descendants<ThematicBreakBlock>(), Is.Empty);
        Assert.That(RenderedMarkdown.WordsOf(document).Select(RenderedMarkdown.WhatIsLive), Has.All.Null);
        Assert.That(
            comment.Any(unit =>
                unit
                    is >= '\u202A'
                        and <= '\u202E'
                        or >= '\u2066'
                        and <= '\u2069'
                        or '\u200E'
                        or '\u200F'
                        or '\u061C'
                        or '\0'
                        or '\u001b'
            ),
            Is.False
        );
        Assert.That(
            comment.Split('\n'),
            Has.None.Matches<string>(line => line!.TrimStart().StartsWith("::", StringComparison.Ordinal))
        );
    }
}
