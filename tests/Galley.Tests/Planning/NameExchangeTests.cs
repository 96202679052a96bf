using Galley.Content;
using Galley.Planning;
using Galley.Testing;

namespace Galley.Tests.Planning;

/// <summary>Files that took one another’s names.</summary>
internal sealed class NameExchangeTests : ClientPlannerFixture
{
    [Test]
    public void Swap_OfTwoLiveFiles_IsTwoMoves()
    {
        var (a, b) = (Sample.Post("a"), Sample.Post("b"));

        var plan = Plan(
            Sample.Content(b with { Key = "a" }, a with { Key = "b" }),
            Sample.Ledger(Sample.Live(a), Sample.Live(b))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type, action.From, action.Id)),
            Is.EqualTo(new[] { ("a", ActionType.Move, "b", "id-of-b"), ("b", ActionType.Move, "a", "id-of-a") })
        );
    }

    [Test]
    public void Chain_OfRenames_IsAMoveForEachOfThem()
    {
        var (a, b) = (Sample.Post("a"), Sample.Post("b"));

        var plan = Plan(
            Sample.Content(a with { Key = "b" }, b with { Key = "c" }),
            Sample.Ledger(Sample.Live(a), Sample.Live(b))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type, action.From)),
            Is.EqualTo(new[] { ("b", ActionType.Move, "a"), ("c", ActionType.Move, "b") })
        );
    }

    [Test]
    public void Swap_WhereOneWasEdited_IsTwoChanges_UnderTheirOwnNames()
    {
        var (a, b) = (Sample.Post("a"), Sample.Post("b"));

        var plan = Plan(
            Sample.Content(b with { Key = "a" }, a with { Key = "b", Body = "Better words." }),
            Sample.Ledger(Sample.Live(a), Sample.Live(b))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type, action.Id)),
            Is.EqualTo(new[] { ("a", ActionType.Update, "id-of-a"), ("b", ActionType.Update, "id-of-b") })
        );
    }

    [Test]
    public void Name_ThatANewTextTook_LeavesTheOldOneWhereItWas()
    {
        var a = Sample.Post("a");

        var plan = Plan(
            Sample.Content(a with { Body = "All new." }, a with { Key = "b" }),
            Sample.Ledger(Sample.Live(a))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type)),
            Is.EquivalentTo(new[] { ("a", ActionType.Update), ("b", ActionType.Create) })
        );
    }

    /// <summary>Until a person changed it there, LeadPanther has these words already.</summary>
    [Test]
    public void OldWords_OfAPostThatIsChangedByHand_AreNotSentAgainFromANewFile()
    {
        var a = Sample.Post("a");

        var plan = Plan(
            Sample.Content(
                Sample.Client() with
                {
                    Live = new LivePolicy(ChangesByHand: true),
                },
                a with
                {
                    Body = "All new.",
                },
                a with
                {
                    Key = "b",
                }
            ),
            Sample.Ledger(Sample.Live(a))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type, action.Reason)),
            Is.EquivalentTo(new[] { ("a", ActionType.EditByHand, null), ("b", ActionType.Held, Reason.Rename) })
        );
    }

    [Test]
    public void Swap_OfLeadMagnets_LeavesTheirPostsUnchanged()
    {
        var (red, blue) = (Sample.LeadMagnet("red", "RED"), Sample.LeadMagnet("blue", "BLUE"));
        var post = Sample.Post() with { LeadMagnet = new LeadMagnetReference("red", null) };

        var plan = Plan(
            Sample.Content(
                red with
                {
                    Key = "blue",
                },
                blue with
                {
                    Key = "red",
                },
                post with
                {
                    LeadMagnet = new LeadMagnetReference("blue", null),
                }
            ),
            Sample.Ledger(Sample.Live(red), Sample.Live(blue), Sample.Live(post, magnet: red))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type)),
            Is.EquivalentTo(
                new[] { ("blue", ActionType.Move), ("red", ActionType.Move), ("launch", ActionType.Unchanged) }
            )
        );
    }
}
