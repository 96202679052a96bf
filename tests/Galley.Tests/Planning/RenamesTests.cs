using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Planning;

/// <summary>Which files are old ones under a new name, as the plan tells.</summary>
internal sealed class RenamesTests : ClientPlannerFixture
{
    [Test]
    public void SamePayload_UnderANewKey_IsAMove()
    {
        var renamed = Sample.Post("spring/launch", "The words of launch.");

        var action = Only(Plan(Sample.Content(renamed), Sample.Ledger(Sample.Live(Sample.Post()))));

        Assert.That(
            action,
            Has.Property("Type")
                .EqualTo(ActionType.Move)
                .And.Property("From")
                .EqualTo("launch")
                .And.Property("Id")
                .EqualTo("id-of-launch")
        );
    }

    [Test]
    public void MovedFrom_WithOtherWords_IsAChangeUnderTheNewName()
    {
        var renamed = Sample.Post("spring", "All other words.") with { MovedFrom = new MovedFrom("launch") };

        var action = Only(Plan(Sample.Content(renamed), Sample.Ledger(Sample.Live(Sample.Post()))));

        Assert.That(
            action,
            Has.Property("Type")
                .EqualTo(ActionType.Update)
                .And.Property("From")
                .EqualTo("launch")
                .And.Property("Changes")
                .Length.EqualTo(1)
        );
    }

    [Test]
    public void SameTime_AsAVanishedPost_LooksLikeARename_AndIsHeld()
    {
        var action = Only(
            Plan(Sample.Content(Sample.Post("spring", "All other words.")), Sample.Ledger(Sample.Live(Sample.Post())))
        );

        Assert.That(
            action,
            Has.Property("Type")
                .EqualTo(ActionType.Held)
                .And.Property("Reason")
                .EqualTo(Reason.Rename)
                .And.Property("Detail")
                .Contains("moved_from: launch")
        );
    }

    [Test]
    public void SameTextAsAPostInDoubt_WhoseKeyAnotherFileTook_IsHeld()
    {
        var plan = Plan(
            Sample.Content(
                Sample.Post("spring", "The words of launch."),
                Sample.Post("launch", "Other words.") with
                {
                    ScheduledAt = Sample.NextWeek + Duration.FromDays(1),
                }
            ),
            Sample.Ledger(Sample.Open(Sample.Post()))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type)),
            Is.EquivalentTo(new[] { ("launch", ActionType.InDoubt), ("spring", ActionType.Held) })
        );
    }

    [Test]
    public void SameTextAsAPostInDoubt_UnderANewKey_IsHeld_AndTheDoubtStands()
    {
        var plan = Plan(
            Sample.Content(Sample.Post("spring", "The words of launch.")),
            Sample.Ledger(Sample.Open(Sample.Post()))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type)),
            Is.EqualTo(new[] { ("launch", ActionType.InDoubt), ("spring", ActionType.Held) })
        );
    }

    [TestCase("The words of launch.", ActionType.Move)]
    [TestCase("Other words, at the same time.", ActionType.Held)]
    public void MovedFrom_AKeyThatTheLedgerNeverHeard_FreesNothing(string body, ActionType expected)
    {
        // launch was renamed to autumn, and autumn to spring, before an apply took down the first.
        var renamed = Sample.Post("spring", body) with { MovedFrom = new MovedFrom("autumn") };

        var action = Only(Plan(Sample.Content(renamed), Sample.Ledger(Sample.Live(Sample.Post()))));

        Assert.That(action.Type, Is.EqualTo(expected));
    }

    [Test]
    public void MovedFromNone_IsNew_AndTheOldOneIsDeleted()
    {
        var plan = Plan(
            Sample.Content(Sample.Post("spring") with { MovedFrom = new MovedFrom(null) }),
            Sample.Ledger(Sample.Live(Sample.Post()))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type)),
            Is.EquivalentTo(new[] { ("spring", ActionType.Create), ("launch", ActionType.Delete) })
        );
    }

    [Test]
    public void TwoFiles_ThatBothCouldBeTheVanishedOne_AreHeld()
    {
        var plan = Plan(
            Sample.Content(Sample.Post("a", "The words of launch."), Sample.Post("b", "The words of launch.")),
            Sample.Ledger(Sample.Live(Sample.Post()))
        );

        Assert.That(plan.Actions, Has.All.Property("Reason").EqualTo(Reason.Rename));
    }

    [Test]
    public void LeadMagnet_Renamed_LeavesItsPostsUnchanged()
    {
        var magnet = Sample.LeadMagnet();
        var post = Sample.Post() with { LeadMagnet = new LeadMagnetReference("guide", null) };
        var renamed = magnet with { Key = "big-guide" };

        var plan = Plan(
            Sample.Content(post with { LeadMagnet = new LeadMagnetReference("big-guide", null) }, renamed),
            Sample.Ledger(Sample.Live(magnet), Sample.Live(post, magnet: magnet))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type)),
            Is.EquivalentTo(new[] { ("big-guide", ActionType.Move), ("launch", ActionType.Unchanged) })
        );
    }

    /// <summary>The post in doubt may still come to stand there.</summary>
    [Test]
    public void Change_ToTheWordsOfAPostInDoubt_IsHeld()
    {
        var (a, doubt) = (Sample.Post("a"), Sample.Post("doubt"));

        var plan = Plan(
            Sample.Content(a with { Body = doubt.Body }),
            Sample.Ledger(Sample.Live(a), Sample.Open(doubt))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type, action.Reason)),
            Is.EquivalentTo(new[] { ("a", ActionType.Held, Reason.Rename), ("doubt", ActionType.InDoubt, null) })
        );
    }

    /// <summary>Both were at the same time before.</summary>
    [Test]
    public void Change_OfWordsThatThePostInDoubtNeverHad_IsMade()
    {
        var (a, doubt) = (Sample.Post("a"), Sample.Post("doubt"));

        var plan = Plan(
            Sample.Content(a with { Body = "All new." }),
            Sample.Ledger(Sample.Live(a), Sample.Open(doubt))
        );

        Assert.That(plan.Actions.Single(action => action.Key == "a").Type, Is.EqualTo(ActionType.Update));
    }

    /// <summary>What was renamed is what the file says, also where another vanished post says the same as it does.</summary>
    [Test]
    public void MovedFrom_CountsMoreThanTheSameWords()
    {
        var (a, b) = (Sample.Post("a"), Sample.Post("b"));
        var renamed = b with { Key = "c", MovedFrom = new MovedFrom("a") };

        var plan = Plan(Sample.Content(renamed), Sample.Ledger(Sample.Live(a), Sample.Live(b)));

        Assert.That(plan.Actions.Single(action => action.Key == "c").From, Is.EqualTo("a"));
        Assert.That(plan.Actions.Single(action => action.Key == "b").Type, Is.EqualTo(ActionType.Delete));
    }

    /// <summary>Whichever of the two files comes first in the folder, and also where the name it had is in an exchange of names.</summary>
    [TestCase("a", "z")]
    [TestCase("z", "a")]
    public void MovedFrom_CountsMoreThanAnotherNewFileWithTheWordsThatWereSent(string saysTheSame, string renamed)
    {
        var (sent, other) = (Sample.Post("launch"), Sample.Post("other", "Other words."));

        var plan = Plan(
            Sample.Content(
                Sample.Post(saysTheSame, "The words of launch."),
                Sample.Post(renamed, "All new words.") with
                {
                    MovedFrom = new MovedFrom("launch"),
                },
                Sample.Post("other", "Changed words.")
            ),
            Sample.Ledger(Sample.Live(sent), Sample.Live(other))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type, action.From)),
            Is.EquivalentTo(
                new[]
                {
                    (saysTheSame, ActionType.Create, null),
                    (renamed, ActionType.Update, "launch"),
                    ("other", ActionType.Update, null),
                }
            )
        );
    }

    [Test]
    public void MovedFrom_ALeadMagnetOfThatName_IsNoMoveOfAPost()
    {
        var post = Sample.Post("spring") with { MovedFrom = new MovedFrom("guide") };

        var plan = Plan(Sample.Content(post), Sample.Ledger(Sample.Live(Sample.LeadMagnet())));

        Assert.That(
            plan.Actions.Select(action => (action.Kind, action.Key, action.Type)),
            Is.EquivalentTo(
                new[] { (Kind.Post, "spring", ActionType.Create), (Kind.LeadMagnet, "guide", ActionType.Archive) }
            )
        );
    }

    [Test]
    public void NewPost_ThatSharesNothingWithAVanishedOne_IsCreated()
    {
        var other = Sample.Post("spring", "All other words.") with
        {
            ScheduledAt = Sample.NextWeek + Duration.FromDays(2),
        };

        var plan = Plan(Sample.Content(other), Sample.Ledger(Sample.Live(Sample.Post())));

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type)),
            Is.EquivalentTo(new[] { ("spring", ActionType.Create), ("launch", ActionType.Delete) })
        );
    }

    /// <summary>A file that says the same and was sent itself makes no doubt of whose the vanished one is.</summary>
    [Test]
    public void RenamedPost_BesideOneWithTheSameWordsThatWasSent_IsAMove()
    {
        var (a, twin) = (Sample.Post("a", "Same words."), Sample.Post("twin", "Same words."));

        var plan = Plan(Sample.Content(a with { Key = "b" }, twin), Sample.Ledger(Sample.Live(a), Sample.Live(twin)));

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type)),
            Is.EquivalentTo(new[] { ("b", ActionType.Move), ("twin", ActionType.Unchanged) })
        );
    }
}
