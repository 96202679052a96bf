using CsCheck;
using Galley.Planning;
using Galley.Rendering.Issue;

namespace Galley.Tests.Rendering.Issue;

/// <summary>What the issue remembers from run to run.</summary>
internal sealed class IssueMemoryTests : GalleyIssueFixture
{
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
}
