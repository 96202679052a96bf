using CsCheck;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Rendering.Issue;
using Galley.Tests.Rendering.Comments;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering.Issue;

internal sealed class GalleyIssueTests : GalleyIssueFixture
{
    [Test]
    public void Write_AnyPlan_FitsAndHoldsEverythingIn() =>
        Gen.Select(AnyPlan.Plan, Gen.OneOf(AnyPlan.Text.Select(text => (string?)text), Gen.Const((string?)null)))
            .Sample(
                (plan, before) =>
                {
                    var revision = GalleyIssue.Write(Input(plan), before);

                    Assert.That(
                        revision.IsOpen,
                        Is.EqualTo(plan.Actions.Any(pair => ActionTable.NeedOf(pair.Action) == ExitCode.PersonNeeded))
                    );
                    foreach (var body in (string[])[revision.Body, revision.BodyOnceTold])
                    {
                        Assert.That(
                            body,
                            Has.Length.LessThanOrEqualTo(CommentInput.LongestComment)
                                .And.EndsWith(GalleyIssue.Marker + "\n")
                        );
                        AssertHeldIn(body, comments: 1);
                    }

                    foreach (var notices in revision.News)
                    {
                        Assert.That(
                            notices.Comment,
                            Has.Length.LessThanOrEqualTo(CommentInput.LongestComment)
                                .And.StartsWith("@octocat @acme/editors ")
                        );
                        Assert.That(notices.Comment.TrimEnd().Split('\n')[^1], Does.StartWith(notices.Mark));
                        AssertHeldIn(notices.Comment["@octocat @acme/editors ".Length..], comments: 1);
                    }
                },
                iter: 15
            );

    [Test]
    public void Write_WhatNeedsAPerson() => Snapshot.Match(GalleyIssue.Write(Input(Urgent()), null).Body);

    /// <summary>No comment writes a file: a line to paste would be refused.</summary>
    [Test]
    public void Write_WhatAWorkflowBringsIntoAFile_NamesTheWorkflow()
    {
        var drifted = Post("june/launch", ActionType.Drifted) with { Id = "id-3", LiveCode = "9ZZ9" };

        var body = GalleyIssue.Write(Input(PlanOf(drifted)), null).Body;

        Assert.That(
            body,
            Does.Contain("Actions, pull, Run workflow").And.Contain("`june/launch`").And.Not.Contain("galley pull")
        );
        Assert.That(body, Does.Contain("\n/galley overwrite post "));
    }

    [Test]
    public void Write_TheNews() =>
        Snapshot.Match(
            string.Join("\n=====\n\n", GalleyIssue.Write(Input(Urgent()), null).News.Select(notices => notices.Comment))
        );

    [Test]
    public void Write_OfAClientThatGoesOverALimit_IsOneProblem()
    {
        var detail = "northwind has 51 creates, and galley.yaml allows 50 in one run (limits.max_creates)";
        var plan = PlanOf(Limited("a"), Limited("b"), Limited("c"));

        var issue = GalleyIssue.Write(Input(plan), null);

        Assert.That((issue.IsOpen, issue.News.Length), Is.EqualTo((true, 1)));
        Assert.That(issue.Body, Does.Contain("**Needs you: 1 on hold.**").And.Contain("51 creates"));

        PlanAction Limited(string key) => Post(key, ActionType.Held) with { Reason = Reason.Limit, Detail = detail };
    }

    [Test]
    public void Write_TwentyThousandProblems_FitsAndTellsTheFirst()
    {
        var revision = GalleyIssue.Write(
            Input(
                PlanOf([
                    .. Enumerable
                        .Range(0, 20_000)
                        .Select(i => Post($"post-{i:D6}", i < 19_999 ? ActionType.Missed : ActionType.InDoubt)),
                ])
            ),
            null
        );

        Assert.That(
            revision.Body,
            Has.Length.LessThanOrEqualTo(CommentInput.LongestComment)
                .And.Contains("1 in doubt, 19,999 missed")
                .And.Contains("/galley sent post northwind/post-019999 ID")
        );
        Assert.That(revision.News, Has.Length.EqualTo(51));
        Assert.That(revision.News[0].Comment, Does.Contain("post-019999"));
    }

    [Test]
    public void Write_MentionsOnlyNames()
    {
        var input = Input(PlanOf(Post("launch", ActionType.InDoubt))) with
        {
            Notify = _ => ["octocat", "Octocat", "acme/editors", "a b", "x\n@y", "", new string('a', 500), "-x"],
        };

        Assert.That(
            GalleyIssue.Write(input, null).News.Single().Comment,
            Does.StartWith("@octocat @acme/editors This needs you:\n")
        );
    }

    /// <summary>No block but ours, no HTML but the marks at the end, no link but to our files, no live name.</summary>
    private static void AssertHeldIn(string text, int comments)
    {
        var document = RenderedMarkdown.Parse(text);

        Assert.That(document.Descendants<HtmlBlock>().Count(), Is.InRange(1, comments + 1));
        Assert.That(
            document.Descendants<HtmlBlock>().SelectMany(block => block.Lines.ToString().Split('\n')),
            Has.All.StartsWith("<!-- galley:").And.All.EndsWith("-->")
        );
        Assert.That(document.Descendants<HtmlInline>(), Is.Empty);
        Assert.That(
            document.Descendants<LinkInline>().Select(link => link.Url ?? ""),
            Has.All.StartsWith("https://github.com/acme/content/")
        );
        Assert.That(document.Descendants<LinkReferenceDefinition>(), Is.Empty);
        Assert.That(document.Descendants<HeadingBlock>().Select(heading => heading.Level), Has.All.InRange(2, 3));
        Assert.That(
            document.Descendants<CodeBlock>().Select(block => (block as FencedCodeBlock)?.Info ?? "none"),
            Has.All.AnyOf("diff", "", "none")
        );
        Assert.That(RenderedMarkdown.WordsOf(document).Select(RenderedMarkdown.WhatIsLive), Has.All.Null);
        Assert.That(Galley.Resolutions.SlashCommandScanner.Scan(text), Is.Empty);
    }
}
