using System.Collections.Immutable;
using CsCheck;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Rendering.Issue;
using Galley.Testing;
using Galley.Tests.Rendering.Comments;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NodaTime;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering.Issue;

public sealed class GalleyIssueTests
{
    private static readonly Instant Friday = Instant.FromUtc(2026, 6, 12, 14, 0);

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
                iter: 30
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
    public void Write_Again_TellsNothingTwice()
    {
        var first = GalleyIssue.Write(Input(Urgent()), null);

        Assert.That(first.News, Has.Length.EqualTo(Urgent().Actions.Count() - 1));
        Assert.That(GalleyIssue.Write(Input(Urgent()), first.BodyOnceTold).News, Is.Empty);
        Assert.That(GalleyIssue.Write(Input(Urgent()), first.BodyOnceTold).Body, Is.EqualTo(first.BodyOnceTold));
    }

    [Test]
    public void Write_AfterARunThatDiedBeforeItTold_TellsUnderTheSameMarks()
    {
        var first = GalleyIssue.Write(Input(Urgent()), null);
        var second = GalleyIssue.Write(Input(Urgent()), first.Body);

        Assert.That(
            second.News.Select(notices => notices.Mark),
            Is.EqualTo(first.News.Select(notices => notices.Mark))
        );
    }

    [Test]
    public void Write_OfWhatIsSolvedAndComesBack_TellsItAgain()
    {
        var plan = PlanOf(Post("launch", ActionType.InDoubt));
        var first = GalleyIssue.Write(Input(plan), null);
        var solved = GalleyIssue.Write(Input(PlanOf(Post("launch", ActionType.Unchanged))), first.BodyOnceTold);
        var back = GalleyIssue.Write(Input(plan), solved.Body);

        Assert.That((solved.IsOpen, solved.News.Length), Is.EqualTo((false, 0)));
        Assert.That(solved.Body, Does.StartWith("**Nothing needs you.**"));
        Assert.That(back.News.Single().Mark, Is.Not.EqualTo(first.News.Single().Mark));
    }

    [Test]
    public void Write_OfAnotherEdit_IsNewWork_AndOfAnotherTextInDoubt_IsNot()
    {
        var first = GalleyIssue.Write(
            Input(PlanOf(Post("fix", ActionType.EditByHand), Post("launch", ActionType.InDoubt))),
            null
        );

        var second = GalleyIssue.Write(
            Input(
                PlanOf(
                    Post("fix", ActionType.EditByHand) with
                    {
                        Code = "2222",
                    },
                    Post("launch", ActionType.InDoubt) with
                    {
                        Code = "3333",
                    }
                )
            ),
            first.BodyOnceTold
        );

        Assert.That(second.News.Single().Comment, Does.Contain("/galley done post northwind/fix 2222"));
    }

    [Test]
    public void Write_OfWhatAnEarlierRunSaw_KeepsIt_UntilARunLooksAgain()
    {
        var live = PlanOf(
            Post("launch", ActionType.Unchanged) with
            {
                Id = "id-1",
            },
            Post("guide", ActionType.EditByHand) with
            {
                Id = "id-2",
            },
            Post("late", ActionType.Unchanged) with
            {
                Id = "id-3",
            }
        );
        var seen = GalleyIssue
            .Write(
                Input(
                    PlanOf(
                        Post("launch", ActionType.Gone) with
                        {
                            Id = "id-1",
                        },
                        Post("guide", ActionType.Gone) with
                        {
                            Id = "id-2",
                        },
                        Post("late", ActionType.Drifted) with
                        {
                            Id = "id-3",
                        }
                    )
                ),
                null
            )
            .BodyOnceTold;

        var unread = GalleyIssue.Write(Input(live) with { WasRead = (_, _, _) => false }, seen);
        var read = GalleyIssue.Write(Input(live), seen);

        Assert.That((unread.IsOpen, unread.News.Length), Is.EqualTo((true, 0)));
        Assert.That(
            unread.Body,
            Does.Contain("2 gone, 1 different in LeadPanther").And.Contain("/galley forget post northwind/launch")
        );
        Assert.That(read.Body, Does.Contain("**Needs you: 1 to change by hand."));
    }

    [Test]
    public void Write_WhileTheLedgerTakesADoubtForARunUnderWay_KeepsIt()
    {
        var inFlight = PlanOf(Post("launch", ActionType.Held) with { Reason = Reason.InFlight });
        var first = GalleyIssue.Write(Input(PlanOf(Post("launch", ActionType.InDoubt))), null).BodyOnceTold;

        Assert.That(GalleyIssue.Write(Input(inFlight), first).Body, Is.EqualTo(first));
        Assert.That(GalleyIssue.Write(Input(inFlight), null).IsOpen, Is.False);
    }

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
    public void Write_WhileAClientCantBeRead_ForgetsNothingOfIt()
    {
        var first = GalleyIssue.Write(Input(PlanOf(Post("launch", ActionType.InDoubt))), null).BodyOnceTold;
        var unread = GalleyIssue.Write(
            Input(PlanOf() with { Clients = [new ClientPlan("northwind", null, null, [])] }),
            first
        );

        Assert.That((unread.IsOpen, unread.News.Length), Is.EqualTo((true, 0)));
        Assert.That(
            GalleyIssue.Write(Input(PlanOf(Post("launch", ActionType.InDoubt))), unread.BodyOnceTold).News,
            Is.Empty
        );
    }

    [TestCase("")]
    [TestCase("Somebody wrote over it.\n<!-- galley:issue -->")]
    [TestCase("<!-- galley:state {\"version\":1,\"next\":\"x\"} -->\n<!-- galley:issue -->")]
    [TestCase("<!-- galley:state [] -->\n<!-- galley:issue -->")]
    public void Write_WhenItsMemoryIsDamaged_GoesByTheCommentsAlone(string before)
    {
        var notices = GalleyIssue.Write(Input(PlanOf(Post("launch", ActionType.InDoubt))), before).News.Single();
        var told = GalleyIssue.Write(Input(PlanOf(Post("launch", ActionType.InDoubt))), null).News.Single();

        Assert.That(told.Comment.TrimEnd().Split('\n')[^1], Does.StartWith(notices.Mark));
        Assert.That(notices.Comment, Does.Not.Contain(told.Mark));
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

    private static Plan Urgent() =>
        PlanOf(
            Post("launch", ActionType.InDoubt),
            Post("late", ActionType.Missed),
            Post("lost", ActionType.Gone) with
            {
                Id = "id-1",
            },
            Post("guide", ActionType.Drifted) with
            {
                Kind = Kind.LeadMagnet,
                At = null,
                Detail = "There its keyword is \"@octocat `GIDE`\", not \"GUIDE\"",
            },
            Post("fix", ActionType.EditByHand) with
            {
                Changes = [new FieldChange("text", "One\nTwo ```\nThree", "One\nTwo\nThree")],
            },
            Post("old", ActionType.RemoveByHand) with
            {
                Path = null,
            },
            Post("again", ActionType.Held) with
            {
                Reason = Reason.RetiredKey,
                Detail = "a new key, because again is retired",
            },
            Post("calm", ActionType.Create)
        );

    private static IssueInput Input(Plan plan) =>
        new()
        {
            Plan = plan,
            WasRead = (_, _, _) => true,
            Notify = _ => ["octocat", "acme/editors"],
            Files = new Uri("https://github.com/acme/content/blob/HEAD/"),
        };

    private static PlanAction Post(string key, ActionType type) =>
        new()
        {
            Type = type,
            Kind = Kind.Post,
            Key = key,
            Path = $"clients/northwind/posts/{key}.md",
            Line = 1,
            At = Friday,
            Code = "7QK4",
        };

    private static Plan PlanOf(params ImmutableArray<PlanAction> actions) =>
        new()
        {
            Now = Sample.Now,
            LedgerId = "l",
            Clients = [new ClientPlan("northwind", "Northwind", "America/New_York", actions)],
            Diagnostics = [],
        };

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
