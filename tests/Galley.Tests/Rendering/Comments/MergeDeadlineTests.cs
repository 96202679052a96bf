using Galley.Planning;
using Galley.Rendering.Comments;
using NodaTime;

namespace Galley.Tests.Rendering.Comments;

/// <summary>Until when a pull request must be merged.</summary>
internal sealed class MergeDeadlineTests : PlanCommentFixture
{
    [Test]
    public void Write_AChangedWaitingPost_MustBeMergedBeforeTheOldOneGoes()
    {
        var post = Post("launch", ActionType.Wait) with
        {
            SinceBase = "changed",
            Reason = Reason.Window,
            OpensAt = Friday,
            At = Friday + Duration.FromDays(4),
            Changes = [new FieldChange("scheduled_at", "2026-06-15T14:00:00Z", "2026-06-16T14:00:00Z")],
        };

        var first = PlanComment.Write(PlanOf([post]), Input).Split('\n')[0];

        Assert.That(
            first,
            Does.EndWith(
                "Merge before **Thu 11 Jun 10:00 New York**: after that northwind/launch goes to LeadPanther as it was."
            )
        );
    }

    [TestCase(
        ActionType.Held,
        Reason.Client,
        "Merge before **Fri 12 Jun 09:50 New York**: after that it is too late for northwind/launch."
    )]
    [TestCase(ActionType.Held, Reason.RetiredKey, null)]
    [TestCase(
        ActionType.Wait,
        Reason.Unapproved,
        "Merge before **Fri 12 Jun 09:50 New York**: after that it is too late for northwind/launch."
    )]
    [TestCase(ActionType.Wait, Reason.Draft, null)]
    public void Write_AnAddedPost_MustBeMergedWhileItCanStillBeSent(ActionType type, string reason, string? words)
    {
        var first = PlanComment
            .Write(PlanOf([Post("launch", type) with { SinceBase = "added", Reason = reason }]), Input)
            .Split('\n')[0];

        Assert.That(first, words is null ? Does.Not.Contain("Merge before") : Does.EndWith(words));
    }

    [TestCase(
        ActionType.Held,
        Reason.Client,
        "Merge before **Thu 11 Jun 10:00 New York**: after that northwind/launch goes to LeadPanther as it was."
    )]
    [TestCase(
        ActionType.Wait,
        Reason.Draft,
        "Merge before **Thu 11 Jun 10:00 New York**: after that northwind/launch goes to LeadPanther as it was."
    )]
    public void Write_AChangedPostThatStays_MustBeMergedBeforeTheBasesGoes(ActionType type, string reason, string words)
    {
        var post = Post("launch", type) with
        {
            SinceBase = "changed",
            Reason = reason,
            BaseOpensAt = Friday - Duration.FromDays(1),
        };

        Assert.That(PlanComment.Write(PlanOf([post]), Input).Split('\n')[0], Does.EndWith(words));
    }

    [TestCase(Reason.Draft, null)]
    [TestCase(null, "Merge before **Thu 11 Jun 10:00 New York**: after that northwind/launch goes out all the same.")]
    public void Write_ACancelledPost_MustBeMergedBeforeItGoes_UnlessItWasADraft(string? reason, string? words)
    {
        var first = PlanComment
            .Write(
                PlanOf([
                    Post("launch", ActionType.Cancel) with
                    {
                        SinceBase = "cancelled",
                        Reason = reason,
                        OpensAt = Friday - Duration.FromDays(1),
                    },
                ]),
                Input
            )
            .Split('\n')[0];

        Assert.That(first, words is null ? Does.Not.Contain("Merge before") : Does.EndWith(words));
    }
}
