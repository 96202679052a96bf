using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Planning;

internal sealed class ClientPlannerTests : ClientPlannerFixture
{
    private static readonly Client ByHand = Sample.Client() with { Live = new LivePolicy(ChangesByHand: true) };

    [Test]
    public void Post_NeverSent_IsCreated()
    {
        var action = Only(Plan(Sample.Content(Sample.Post()), Nothing));

        Assert.That(action, Has.Property("Type").EqualTo(ActionType.Create).And.Property("Code").Length.EqualTo(4));
        Assert.That(action.LocalAt, Is.EqualTo("2026-06-15 05:00 America/New_York"));
    }

    [Test]
    public void Post_SentAsItStands_IsUnchanged()
    {
        var post = Sample.Post();

        var action = Only(Plan(Sample.Content(post), Sample.Ledger(Sample.Live(post))));

        Assert.That(
            action,
            Has.Property("Type").EqualTo(ActionType.Unchanged).And.Property("Id").EqualTo("id-of-launch")
        );
    }

    [Test]
    public void Post_EditedAfterItWasSent_IsChangedFieldByField()
    {
        var post = Sample.Post();
        var edited = post with { Body = "Better words.", ScheduledAt = Sample.NextWeek + Duration.FromHours(1) };

        var action = Only(Plan(Sample.Content(edited), Sample.Ledger(Sample.Live(post))));

        Assert.That(action.Type, Is.EqualTo(ActionType.Update));
        Assert.That(
            action.Changes,
            Is.EqualTo(
                new[]
                {
                    new FieldChange("body", "The words of launch.", "Better words."),
                    new FieldChange("scheduled_at", "2026-06-15T09:00:00.000Z", "2026-06-15T10:00:00.000Z"),
                }
            )
        );
    }

    [Test]
    public void Post_WhoseIdNobodyKnows_IsEditedAndRemovedByHand()
    {
        var post = Sample.Post();
        var ledger = Sample.Ledger(Sample.Live(post) with { Id = null });

        Assert.That(
            Only(Plan(Sample.Content(post with { Body = "Better words." }), ledger)).Type,
            Is.EqualTo(ActionType.EditByHand)
        );
        Assert.That(Only(Plan(Sample.Content(), ledger)).Type, Is.EqualTo(ActionType.RemoveByHand));
    }

    [Test]
    public void Post_EditedAfterItsTime_IsNoWorkForAnybody()
    {
        var old = Sample.Post() with { ScheduledAt = Sample.Now - Duration.FromDays(1) };

        var action = Only(
            Plan(Sample.Content(old with { Body = "A typo put right." }), Sample.Ledger(Sample.Live(old)))
        );

        Assert.That(
            action,
            Has.Property("Type").EqualTo(ActionType.Unchanged).And.Property("Detail").Contains("after it went out")
        );
    }

    [Test]
    public void Draft_SentThenScheduledByHand_SaysThatNothingGoesOutByItself()
    {
        var draft = Sample.Post() with { Status = PostStatus.Draft };

        var action = Only(
            Plan(
                Sample.Content(ByHand, draft with { Status = PostStatus.Scheduled }),
                Sample.Ledger(Sample.Live(draft))
            )
        );

        Assert.That(
            action,
            Has.Property("Type").EqualTo(ActionType.EditByHand).And.Property("Detail").Contains("schedule it there")
        );
    }

    [Test]
    public void Post_RemovedBeforeItsTime_IsDeleted()
    {
        var action = Only(Plan(Sample.Content(), Sample.Ledger(Sample.Live(Sample.Post()))));

        Assert.That(
            action,
            Has.Property("Type")
                .EqualTo(ActionType.Delete)
                .And.Property("Path")
                .Null.And.Property("Id")
                .EqualTo("id-of-launch")
        );
    }

    [Test]
    public void Post_RemovedAfterItsTime_IsForgotten()
    {
        var old = Sample.Post() with { ScheduledAt = Sample.Now - Duration.FromDays(1) };

        Assert.That(Plan(Sample.Content(), Sample.Ledger(Sample.Live(old))).Actions, Is.Empty);
    }

    [Test]
    public void Post_ThatCannotBeRead_IsNotTakenForRemoved()
    {
        var content = Sample.Content(new UnreadableFile(Kind.Post, "launch", "clients/northwind/posts/launch.md"));

        Assert.That(Plan(content, Sample.Ledger(Sample.Live(Sample.Post()))).Actions, Is.Empty);
    }

    [TestCase(1, "after that it can't be sent any more")]
    [TestCase(-1, "If it is not there, it needs a new time")]
    public void Post_InDoubt_SaysUntilWhenAnAnswerStillHelps(int days, string words)
    {
        var post = Sample.Post() with { ScheduledAt = Sample.Now + Duration.FromDays(days) };

        Assert.That(
            Only(Plan(Sample.Content(post), Sample.Ledger(Sample.Open(post)))).Detail,
            Does.StartWith("for the post of").And.EndsWith(words)
        );
    }

    [Test]
    public void Post_WithAnOpenIntent_IsInDoubt_WithAndWithoutItsFile()
    {
        var post = Sample.Post();
        var ledger = Sample.Ledger(Sample.Open(post));

        Assert.That(Only(Plan(Sample.Content(post), ledger)).Type, Is.EqualTo(ActionType.InDoubt));
        Assert.That(Only(Plan(Sample.Content(), ledger)).Type, Is.EqualTo(ActionType.InDoubt));
    }

    [Test]
    public void Post_WithAnotherRunsFreshIntent_IsHeldInFlight()
    {
        var post = Sample.Post();

        var action = Only(
            Plan(Sample.Content(post), Sample.Ledger(Sample.Open(post)), input => input with { IsInFlight = _ => true })
        );

        Assert.That(
            action,
            Has.Property("Type").EqualTo(ActionType.Held).And.Property("Reason").EqualTo(Reason.InFlight)
        );
    }

    [Test]
    public void Post_ThatAnotherRunSendsInAnOlderVersion_IsHeld_AndNeedsAnotherApply()
    {
        var post = Sample.Post();
        var ledger = Sample.Ledger(Sample.Open(post));

        var same = InFlight(Sample.Content(post));
        var edited = InFlight(Sample.Content(post with { Body = "Other words." }));
        var takenOut = InFlight(Sample.Content());

        Assert.That(ActionTable.NeedOf(same), Is.EqualTo(ExitCode.Fine));
        Assert.That(ActionTable.NeedOf(edited), Is.EqualTo(ExitCode.PersonNeeded));
        Assert.That(edited.Detail, Does.Contain("in an older version: run apply again"));
        Assert.That(edited.Changes.Select(change => change.Field), Is.EqualTo(new[] { "body" }));
        Assert.That(ActionTable.NeedOf(takenOut), Is.EqualTo(ExitCode.PersonNeeded));
        Assert.That(takenOut.Detail, Does.Contain("its file is gone: run apply again"));

        PlanAction InFlight(ClientContent content) =>
            Only(Plan(content, ledger, input => input with { IsInFlight = _ => true }));
    }

    [Test]
    public void Post_UnderARetiredKey_IsHeld()
    {
        var action = Only(Plan(Sample.Content(Sample.Post()), Sample.Ledger(Sample.Retired(Kind.Post, "launch"))));

        Assert.That(
            action,
            Has.Property("Type").EqualTo(ActionType.Held).And.Property("Reason").EqualTo(Reason.RetiredKey)
        );
    }

    [TestCase(-1)]
    [TestCase(9)]
    public void Post_WhoseTimeIsPastOrWithinTheLeadTime_IsMissed(int minutesAhead)
    {
        var post = Sample.Post() with { ScheduledAt = Sample.Now + Duration.FromMinutes(minutesAhead) };

        Assert.That(Only(Plan(Sample.Content(post), Nothing)).Type, Is.EqualTo(ActionType.Missed));
    }

    [Test]
    public void Draft_StaysInGit_UnlessTheClientSendsDrafts()
    {
        var draft = Sample.Post() with { Status = PostStatus.Draft, ScheduledAt = null };

        Assert.That(
            Only(Plan(Sample.Content(draft), Nothing)),
            Has.Property("Type").EqualTo(ActionType.Wait).And.Property("Reason").EqualTo(Reason.Draft)
        );
        Assert.That(
            Only(Plan(Sample.Content(draft, Sample.Client() with { SendDrafts = true }), Nothing)).Type,
            Is.EqualTo(ActionType.Create)
        );
    }

    [Test]
    public void Paused_SendsNothing()
    {
        var plan = Plan(
            Sample.Content(Sample.Client() with { Paused = true }, Sample.Post(), Sample.LeadMagnet()),
            Nothing
        );

        Assert.That(
            plan.Actions,
            Has.All.Matches<PlanAction>(action => action is { Type: ActionType.Wait, Reason: Reason.Paused })
        );
    }

    [Test]
    public void Ended_AsksNothingOfAnybody() =>
        Assert.That(
            Plan(
                Sample.Content(Sample.Client() with { Ended = true }, Sample.Post()),
                Sample.Ledger(Sample.Open(Sample.Post("old")))
            ).Actions,
            Is.Empty
        );

    [Test]
    public void Approval_IsOfExactlyThisText()
    {
        var client = Sample.Client() with { ApprovalRequired = true };
        var post = Sample.Post();
        var code = Sample.PayloadOf(post, client).ApprovalCode;

        Assert.That(
            Only(Plan(Sample.Content(client, post with { Approved = code[..4] }), Nothing)),
            Has.Property("Reason").EqualTo(Reason.Unapproved),
            "four letters are too few: another text with the same four is found in seconds"
        );
        Assert.That(
            Only(Plan(Sample.Content(client, post), Nothing)),
            Has.Property("Reason").EqualTo(Reason.Unapproved)
        );
        Assert.That(
            Only(Plan(Sample.Content(client, post with { Approved = code.ToLowerInvariant() }), Nothing)).Type,
            Is.EqualTo(ActionType.Create)
        );
        Assert.That(
            Only(Plan(Sample.Content(client, post with { Approved = code, Body = "Other words." }), Nothing)),
            Has.Property("Reason").EqualTo(Reason.Unapproved)
        );
    }

    [Test]
    public void Errors_HoldTheClient()
    {
        var action = Only(
            Plan(Sample.Content(Sample.Post()), Nothing, input =>
                input with
                {
                    WhyHeld = ActionFactory.FilesHaveErrors,
                }
            )
        );

        Assert.That(
            action,
            Has.Property("Type").EqualTo(ActionType.Held).And.Property("Reason").EqualTo(Reason.Client)
        );
    }

    [Test]
    public void Table_HasEveryAction_InItsPlace() =>
        Assert.That(ActionTable.Rows.Select(row => row.Type), Is.EqualTo(Enum.GetValues<ActionType>()));
}
