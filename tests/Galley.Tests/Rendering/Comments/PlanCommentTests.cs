using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Comments;
using NodaTime;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering.Comments;

internal sealed class PlanCommentTests : PlanCommentFixture
{
    [Test]
    public void Write_WhenAllIsWell_AnswersInItsFirstSentence() =>
        Snapshot.Match(
            PlanComment.Write(
                PlanOf([
                    Post("launch", ActionType.Create) with
                    {
                        SinceBase = "added",
                    },
                    Later("summer") with
                    {
                        SinceBase = "changed",
                        Changes = [new FieldChange("body", "One\nTwo ```\nThree", "One\nTwo\nThree")],
                    },
                    Later("autumn") with
                    {
                        SinceBase = "added",
                    },
                    Post("idea", ActionType.Wait) with
                    {
                        SinceBase = "added",
                        Reason = Reason.Draft,
                    },
                    Post("old", ActionType.Unchanged),
                    Post("late", ActionType.Missed),
                ]),
                Input with
                {
                    Commit = "0123abc",
                }
            )
        );

    [Test]
    public void Write_OfBrokenFiles_SaysSoFirstAndShowsTheCorrectedLines() =>
        Snapshot.Match(
            PlanComment.Write(
                Broken(),
                Input with
                {
                    Corrections = Correction.Collect(Broken().Diagnostics, _ =>
                        "---\nstatus: scheduled\nscheduled_at:2026-06-15 10:00\n---\nText\n"
                    ),
                }
            )
        );

    [Test]
    public void Write_OfBrokenNewFiles_NeverSaysThatNothingIsTouched()
    {
        var comment = PlanComment.Write(
            PlanOf([Post("old", ActionType.Unchanged)]) with
            {
                Diagnostics = [Wrong("clients/northwind/posts/new.md", 3)],
            },
            Input
        );

        Assert.That(comment, Does.StartWith("**Can't be published yet: 1 thing to fix in 1 file.**"));
        Assert.That(comment, Does.Not.Contain("changes no post"));
    }

    [Test]
    public void Write_OfAClientThatGoesOverALimit_SaysSoInItsFirstLine()
    {
        var held = Post("launch", ActionType.Held) with { SinceBase = "added", Reason = Reason.Limit };

        Assert.That(
            PlanComment.Write(PlanOf([held]), Input),
            Does.StartWith("**1 post for Northwind is on hold, because the client goes over a limit.**")
        );
    }

    [Test]
    public void Write_ErrorsOnMainOfTheSameClient_AreSaidToBeInTheWay()
    {
        var comment = PlanComment.Write(
            PlanOf([
                Post("launch", ActionType.Held) with
                {
                    SinceBase = "added",
                    Reason = Reason.Client,
                    Detail = "this client's files have errors: correct them first",
                },
            ]) with
            {
                Diagnostics =
                [
                    Wrong("clients/northwind/posts/old.md", 3) with
                    {
                        OnBase = true,
                    },
                    Wrong("clients/other/posts/old.md", 3) with
                    {
                        OnBase = true,
                        Client = "other",
                    },
                ],
            },
            Input
        );

        Assert.That(
            comment,
            Does.StartWith("**Can't be published yet: 1 thing to fix in 1 file.** 1 post for Northwind is on hold.")
                .And.Contain("## On main already, and in the way")
                .And.Contain("northwind/posts/old.md")
                .And.Not.Contain("other/posts")
        );
    }

    [Test]
    public void Write_AnErrorOfAllClientsOnMain_IsSaidToBeInTheWay()
    {
        var held = Post("launch", ActionType.Held) with { SinceBase = "added", Reason = Reason.Client };
        var wrong = Wrong("galley.yaml", 3) with { OnBase = true, Client = null };

        Assert.That(
            PlanComment.Write(PlanOf([held]) with { Diagnostics = [wrong] }, Input),
            Does.StartWith("**Can't be published yet: 1 thing to fix in 1 file.**")
                .And.Contain("## On main already, and in the way")
                .And.Contain("galley.yaml")
        );
        Assert.That(
            PlanComment.Write(PlanOf([Post("old", ActionType.Unchanged)]) with { Diagnostics = [wrong] }, Input),
            Does.StartWith("**This pull request changes no post and no lead magnet.**").And.Not.Contain("galley.yaml")
        );
    }

    [Test]
    public void Write_DeletionsAndSettings_ComeFirst() =>
        Snapshot.Match(
            PlanComment.Write(
                PlanOf([
                    Post("spring", ActionType.Delete) with
                    {
                        SinceBase = "cancelled",
                        Path = null,
                        Title = "Spring is *here*",
                        Id = "id-9",
                    },
                    Post("launch", ActionType.Create) with
                    {
                        SinceBase = "added",
                    },
                    Post("never", ActionType.Cancel) with
                    {
                        SinceBase = "cancelled",
                        Path = null,
                        Title = "Never",
                    },
                ]),
                Input with
                {
                    ProofOf = (_, action) => action.Path is null ? null : Input.ProofOf("", action),
                    Settings =
                    [
                        new SettingsChange(
                            "clients/northwind/client.yaml",
                            "paused",
                            null,
                            "true",
                            "true: nothing is sent for now."
                        ),
                        new SettingsChange("clients/new/client.yaml", null, null, null, "This file is new."),
                    ],
                }
            )
        );

    [Test]
    public void Write_HandWork_HasADeadlineAndItsLineOnlyOnceItCanBeUsed() =>
        Snapshot.Match(
            PlanComment.Write(
                PlanOf([
                    Post("maybe", ActionType.InDoubt) with
                    {
                        SinceBase = "changed",
                        Detail = "for the post that begins \"Two rows\"",
                    },
                    Post("fix", ActionType.EditByHand) with
                    {
                        SinceBase = "changed",
                        Id = "id-1",
                        Detail = "LeadPanther's API does not offer this",
                        Changes = [new FieldChange("keyword", "GIDE", "GUIDE")],
                    },
                    Post("drop", ActionType.RemoveByHand) with
                    {
                        SinceBase = "cancelled",
                        Id = "id-2",
                        Path = null,
                        Title = "Drop this",
                    },
                ]),
                Input with
                {
                    ProofOf = (_, action) => action.Path is null ? null : Input.ProofOf("", action),
                }
            )
        );

    [Test]
    public void Write_WithoutABase_ListsAll() =>
        Snapshot.Match(
            PlanComment.Write(
                PlanOf([
                    Post("late", ActionType.Missed),
                    Post("launch", ActionType.Create),
                    Post("old", ActionType.Unchanged),
                ]),
                Input with
                {
                    HasBase = false,
                }
            )
        );

    [Test]
    public void Write_OfNothing_SaysSo() =>
        Assert.That(
            PlanComment.Write(PlanOf([]), Input),
            Is.EqualTo("**This pull request changes no post and no lead magnet.**\n\n<!-- galley:plan -->\n")
        );

    [Test]
    public void Write_ABrokenFile_IsSaidOnceForItsClient()
    {
        var held = Post("p", ActionType.Held) with
        {
            SinceBase = "added",
            Reason = Reason.Client,
            Detail = "this client's files have errors: correct them first",
        };

        var comment = PlanComment.Write(PlanOf([held with { Key = "a" }, held with { Key = "b" }]), Input);

        Assert.That(comment.Split("files have errors").Length - 1, Is.EqualTo(1));
        Assert.That(comment, Does.Contain("On hold, 2 posts and lead magnets: this client's files have errors"));
    }

    private static Plan Broken() =>
        PlanOf([
            Post("launch", ActionType.Held) with
            {
                SinceBase = "added",
                Reason = Reason.Client,
                Detail = "this client's files have errors: correct them first",
            },
        ]) with
        {
            Diagnostics =
            [
                Wrong("clients/northwind/posts/launch day.md", 3) with
                {
                    Message = "There is no space after the colon.",
                    Help = "Write `scheduled_at: 2026-06-15 10:00`.",
                    Fix = new Fix(new Position(3, 14), new Position(3, 14), " "),
                },
                Wrong("clients/northwind/posts/launch day.md", 5),
                new Diagnostic(
                    "GAL320",
                    Severity.Warning,
                    "Long.",
                    "clients/northwind/posts/fix.md",
                    new Position(1, 1),
                    "Write less."
                ),
                Wrong("clients/northwind/posts/old.md", 3) with
                {
                    OnBase = true,
                    Client = "elsewhere",
                },
            ],
        };

    private static Diagnostic Wrong(string path, int line) =>
        new(
            "GAL333",
            Severity.Error,
            "\"<<keywrod>>\" is no placeholder that is known here.",
            path,
            new Position(line, 9),
            "Did you mean \"keyword\"?"
        )
        {
            Client = "northwind",
        };

    private static PlanAction Later(string key) =>
        Post(key, ActionType.Wait) with
        {
            Reason = Reason.Window,
            OpensAt = Friday + Duration.FromDays(1),
            At = Friday + Duration.FromDays(2),
        };

    [Test]
    public void OwnErrors_ThatHoldOtherPostsOfTheClient_SayHowMany_AndNotThatTheyAreElsewhere()
    {
        var plan = PlanOf([
            Post("p01", ActionType.Held) with
            {
                SinceBase = "new",
                Reason = Reason.Client,
            },
            Post("p02", ActionType.Held) with
            {
                Reason = Reason.Client,
            },
            Post("p03", ActionType.Unchanged),
        ]) with
        {
            Diagnostics = [Wrong("clients/northwind/posts/p01.md", 3)],
        };

        var text = PlanComment.Write(plan, Input);

        Assert.That(text, Does.Contain("Also on hold until these files are corrected: 1 other post."));
        Assert.That(text, Does.Contain("Elsewhere, not of this pull request: 1 in LeadPanther (scheduled)."));
    }
}
