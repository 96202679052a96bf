using CsCheck;
using Galley.Rendering.Comments;
using Galley.Resolutions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering.Comments;

public sealed class AnswerCommentTests
{
    private const string Marker = "<!-- galley:answer 7 -->";

    [Test]
    public void Write_AnyWords_FitsAndHoldsEverythingIn() =>
        Gen.Select(AnyPlan.Text, AnyPlan.Text, Gen.Bool, Gen.Int[1, 300])
            .Sample(
                (line, sentence, isTaken, times) =>
                {
                    var answer = AnswerComment.Write(
                        [
                            .. Enumerable.Repeat(
                                (
                                    line,
                                    isTaken
                                        ? new ResolutionResult.Accepted(sentence)
                                        : (ResolutionResult)new ResolutionResult.Rejected(sentence)
                                ),
                                times
                            ),
                        ],
                        Marker
                    );

                    Assert.That(
                        answer,
                        Has.Length.LessThanOrEqualTo(CommentInput.LongestComment).And.EndsWith(Marker + "\n")
                    );
                    var document = RenderedMarkdown.Parse(answer);
                    Assert.That(document.Descendants<HtmlBlock>().Count(), Is.EqualTo(1));
                    Assert.That(document.Descendants<HtmlInline>(), Is.Empty);
                    Assert.That(document.Descendants<LinkInline>(), Is.Empty);
                    Assert.That(RenderedMarkdown.WordsOf(document).Select(RenderedMarkdown.WhatIsLive), Has.All.Null);
                    Assert.That(SlashCommandScanner.Scan(answer), Is.Empty);
                },
                iter: 60
            );

    [Test]
    public void Write_WhatWasTakenAndWhatNot() =>
        Snapshot.Match(
            AnswerComment.Write(
                [
                    (
                        "done post northwind/launch 7QK4",
                        new ResolutionResult.Accepted(
                            "post northwind/launch is as its file says, 7QK4: the change was made in LeadPanther by hand."
                        )
                    ),
                    (
                        "done post northwind/lunch `$(rm -rf /)` @octocat",
                        new ResolutionResult.Rejected(
                            "The ledger knows nothing of post northwind/lunch. Did you mean \"launch\"? "
                                + "`galley ledger show` lists what it holds."
                        )
                    ),
                ],
                AnswerComment.MarkerOf(7)
            )
        );

    [Test]
    public void Refuse_SaysWhy() =>
        Assert.That(
            AnswerComment.Refuse("Words take write access, which @x does not have.", Marker),
            Is.EqualTo($"**Not taken.** Words take write access, which &#64;\u2060x does not have.\n\n{Marker}\n")
        );
}
