using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Payloads;
using Galley.Planning;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Planning;

/// <summary>
/// LeadPanther shows one of our own posts otherwise than the ledger says, as behind a run that died while it changed it: another
/// file that says the same is not sent beside it.
/// </summary>
internal sealed class ShownOtherwiseTests : ClientPlannerFixture
{
    private static readonly Post Known = Sample.Post();
    private static readonly Post Other = Sample.Post("other", "The words of the other one.") with
    {
        ScheduledAt = Sample.NextWeek + Duration.FromDays(3),
    };

    [TestCase(false)]
    [TestCase(true)]
    public void NewFile_ThatSaysWhatLeadPantherShowsThere_IsHeld(bool isSaidToBeNew)
    {
        var file = isSaidToBeNew ? Other with { MovedFrom = new MovedFrom(null) } : Other;

        var action = ActionOf(file, Sample.Content(Known, file), Shown(Known, Other));

        Assert.That((action.Type, action.Reason), Is.EqualTo((ActionType.Held, Reason.AlreadyThere)));
        Assert.That(action.Detail, Does.Contain("shows these words as launch"));
    }

    [TestCase(null, ActionType.Held)]
    [TestCase("never-heard-of", ActionType.Held)]
    [TestCase("none", ActionType.Create)]
    public void NewFile_WithTheTimeThatLeadPantherShowsThere_IsHeldUntilItSaysThatItIsNew(
        string? movedFrom,
        ActionType type
    )
    {
        var edited = Other with
        {
            Body = "All new words.",
            MovedFrom = movedFrom is null ? null : new MovedFrom(movedFrom == "none" ? null : movedFrom),
        };

        var action = ActionOf(edited, Sample.Content(Known, edited), Shown(Known, Other));

        Assert.That(action.Type, Is.EqualTo(type));
        Assert.That(action.Detail, type == ActionType.Create ? Is.Null : Does.Contain("`moved_from: none`"));
    }

    [Test]
    public void NewFile_WithTheTimeThatWasSentThere_IsCreated()
    {
        var sameTime = Other with { ScheduledAt = Known.ScheduledAt, Body = "All new words." };

        var action = ActionOf(sameTime, Sample.Content(Known, sameTime), Shown(Known, Known));

        Assert.That(action.Type, Is.EqualTo(ActionType.Create));
    }

    [Test]
    public void Change_ToWhatLeadPantherShowsAsAnotherOne_IsHeld()
    {
        var changed = Other with { Key = "third" };

        var action = ActionOf(
            changed,
            Sample.Content(Known, changed),
            Shown(Known, Other),
            Sample.Post("third", "Old words.")
        );

        Assert.That((action.Type, action.Reason), Is.EqualTo((ActionType.Held, Reason.AlreadyThere)));
    }

    /// <summary>Else two files that exchanged their names would wait for one another.</summary>
    [Test]
    public void Change_ToWhatLeadPantherShowsAsOneThatIsChangedToo_IsMade()
    {
        var third = Sample.Post("third", "Old words.");
        var known = Known with { Body = "Better words." };

        var action = ActionOf(
            Other with
            {
                Key = "third",
            },
            Sample.Content(
                Sample.Client() with
                {
                    Live = new LivePolicy(OverwritesDrift: true),
                },
                known,
                Other with
                {
                    Key = "third",
                }
            ),
            Shown(Known, Other),
            third
        );

        Assert.That(action.Type, Is.EqualTo(ActionType.Update));
    }

    private static PlanAction ActionOf(Post file, ClientContent content, LiveObject shown, params Post[] more)
    {
        var plan = Plan(
            content,
            Sample.Ledger([Sample.Live(Known), .. more.Select(post => Sample.Live(post))]),
            input =>
                input with
                {
                    Live = LiveState.Unread with { Objects = LiveState.Unread.Objects.Add(shown.Id, shown) },
                }
        );
        return plan.Actions.Single(action => action.Key == file.Key);
    }

    private static LiveObject Shown(Post post, Post @as) =>
        new(Kind.Post, $"id-of-{post.Key}", WireComparison.Parse(Sample.PayloadOf(@as).Wire!));
}
