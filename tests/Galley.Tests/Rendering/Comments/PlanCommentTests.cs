using System.Text;
using CsCheck;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering;
using Galley.Rendering.Comments;
using Galley.Rendering.Text;
using Galley.Testing;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NodaTime;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering.Comments;

public sealed class PlanCommentTests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly Instant Friday = Instant.FromUtc(2026, 6, 12, 14, 0);

    private static readonly CommentInput Input = new()
    {
        Marker = AnyPlan.Marker,
        HasBase = true,
        Files = new Uri("https://github.com/acme/content/blob/0123abc/"),
        Editor = new Uri("https://github.com/acme/content/edit/june/"),
        Run = new Uri("https://github.com/acme/content/actions/runs/1"),
        ProofOf = (_, action) =>
            action.SinceBase == "cancelled"
                ? null
                : new ObjectText(
                    "Two rows & a *star*.\n\nComment GUIDE <below>.",
                    "GUIDE",
                    [
                        new ObjectMedium("chart.png", "clients/northwind/media/chart.png", IsPicture: true),
                        new ObjectMedium("deck.pdf", "clients/northwind/media/deck.pdf"),
                    ],
                    [new FollowupStep(30, null, "like"), new FollowupStep(60, "The link: https://example.com", null)]
                ),
    };

    [Test]
    public void Write_AnyPlan_FitsHasItsTotalsAndHoldsEverythingIn() =>
        Gen.Select(AnyPlan.Plan, AnyPlan.Input)
            .Sample(
                (plan, input) =>
                {
                    var comment = PlanComment.Write(plan, input);

                    Assert.That(comment, Has.Length.LessThanOrEqualTo(CommentInput.LongestComment));
                    Assert.That(() => Strict.GetBytes(comment), Throws.Nothing);
                    Assert.That(
                        comment.Split('\n')[0],
                        input.HasBase ? Does.StartWith("**").And.Contain(".**") : Does.Contain(PlanText.Totals(plan))
                    );
                    Assert.That(comment, Does.EndWith(AnyPlan.Marker + "\n"));
                    AssertHeldIn(comment);
                },
                iter: 200
            );

    [Test]
    public void Write_AHundredThousandPosts_FitsAndKeepsTheMostUrgentRows()
    {
        var actions = Enumerable
            .Range(0, 100_000)
            .Select(i => Post($"post-{i}", i == 0 ? ActionType.InDoubt : ActionType.Create))
            .ToList();

        var comment = PlanComment.Write(PlanOf(actions), Input with { HasBase = false });

        Assert.That(comment, Has.Length.InRange(CommentInput.LongestComment * 8 / 10, CommentInput.LongestComment));
        Assert.That(
            comment,
            Does.StartWith("**Plan: 1 in doubt, 99,999 to send.**")
                .And.Contain("sent post northwind/post-0 ID")
                .And.Contain("more")
        );
    }

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
    public void Write_FiftyPosts_KeepsAllTextsAndUsesTheRoomThatThereIs()
    {
        var text = string.Join(
            "\n\n",
            Enumerable.Range(0, 12).Select(i => $"Paragraph {i} of a post, as people write them.")
        );

        var comment = PlanComment.Write(
            PlanOf(Enumerable.Range(0, 50).Select(i => Post($"p{i}", ActionType.Create) with { SinceBase = "added" })),
            Input with
            {
                ProofOf = (_, action) => new ObjectText($"{action.Key} {text}", "GUIDE", [], []),
            }
        );

        Assert.That(comment.Split("<details>").Length - 1, Is.EqualTo(50));
        Assert.That(comment.Split("Paragraph 11").Length - 1, Is.EqualTo(50));
        Assert.That(comment, Does.Not.Contain("Not everything fits"));
    }

    [Test]
    public void Write_FourHundredLongPostsOfFourClients_NamesEachClientAndUsesTheRoom()
    {
        var plan = PlanOf([]) with
        {
            Clients =
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(client => new ClientPlan(
                        $"client-{client}",
                        $"Client number {client}",
                        "Europe/London",
                        [
                            .. Enumerable
                                .Range(0, 100)
                                .Select(i =>
                                    Post($"a-rather-long-name-of-a-post-{i}", ActionType.Create) with
                                    {
                                        SinceBase = "added",
                                    }
                                ),
                        ]
                    )),
            ],
        };

        var comment = PlanComment.Write(
            plan,
            Input with
            {
                ProofOf = (_, action) =>
                    new ObjectText(
                        string.Concat(Enumerable.Repeat($"{action.Key} says a lot. ", 100)),
                        "GUIDE",
                        [],
                        []
                    ),
            }
        );

        Assert.That(comment, Does.StartWith("**400 posts for 4 clients go to LeadPanther at the merge.**"));
        Assert.That(comment, Has.Length.InRange(CommentInput.LongestComment * 8 / 10, CommentInput.LongestComment));
        for (var client = 0; client < 4; client++)
        {
            Assert.That(comment, Does.Contain($"### Client number {client} (100)"));
        }
    }

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

    private static Plan PlanOf(IEnumerable<PlanAction> actions) =>
        new()
        {
            Now = Sample.Now,
            LedgerId = "l",
            Clients = [new ClientPlan("northwind", "Northwind", "America/New_York", [.. actions])],
            Diagnostics = [],
        };

    /// <summary>No block and no HTML but ours, no link or picture but of our files and run, nothing that GitHub would make live.</summary>
    private static void AssertHeldIn(string comment)
    {
        var document = RenderedMarkdown.Parse(comment);

        Assert.That(
            document.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()),
            Has.All.Matches<string>(html => RenderedMarkdown.IsOurBlock(html!))
        );
        Assert.That(
            document.Descendants<HtmlInline>().Select(html => html.Tag),
            Has.All.Matches<string>(tag => RenderedMarkdown.IsOurTag(tag!))
        );
        Assert.That(document.Descendants<AutolinkInline>(), Is.Empty);
        Assert.That(
            document.Descendants<LinkInline>().Select(link => link.Url ?? ""),
            Has.All.StartsWith("https://github.com/acme/content/")
        );
        Assert.That(document.Descendants<LinkInline>().Where(link => link.IsImage), Is.Empty);
        Assert.That(document.Descendants<LinkReferenceDefinition>(), Is.Empty);
        Assert.That(document.Descendants<HeadingBlock>().Select(heading => heading.Level), Has.All.InRange(2, 3));
        Assert.That(
            document.Descendants<CodeBlock>().Select(block => (block as FencedCodeBlock)?.Info ?? ""),
            Has.All.AnyOf("diff", "yaml")
        );
        Assert.That(document.Descendants<ThematicBreakBlock>(), Is.Empty);
        Assert.That(RenderedMarkdown.WordsOf(document).Select(RenderedMarkdown.WhatIsLive), Has.All.Null);
        Assert.That(
            comment.Any(unit =>
                unit
                    is >= '\u202A'
                        and <= '\u202E'
                        or >= '\u2066'
                        and <= '\u2069'
                        or '\u200E'
                        or '\u200F'
                        or '\u061C'
                        or '\0'
                        or '\u001b'
            ),
            Is.False
        );
        Assert.That(
            comment.Split('\n'),
            Has.None.Matches<string>(line => line!.TrimStart().StartsWith("::", StringComparison.Ordinal))
        );
    }
}
