using System.Text;
using CsCheck;
using Galley.Diagnostics;
using Galley.Planning;
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
        Run = new Uri("https://github.com/acme/content/actions/runs/1"),
        ProofOf = (_, action) =>
            action.SinceBase == "cancelled"
                ? null
                : new ObjectText(
                    "Two rows & a *star*.\n\nComment GUIDE <below>.",
                    "GUIDE",
                    ["chart.png", "deck.pdf"],
                    ["The link: https://example.com"]
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
                    Assert.That(comment.Split('\n')[0], Does.Contain(PlanText.Totals(plan)));
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
            .Select(i => Post($"post-{i}", i == 99_999 ? ActionType.InDoubt : ActionType.Create))
            .ToList();

        var comment = PlanComment.Write(PlanOf(actions), Input with { HasBase = false });

        Assert.That(comment, Has.Length.LessThanOrEqualTo(CommentInput.LongestComment));
        Assert.That(
            comment,
            Does.StartWith("**Plan: 1 in doubt, 99,999 to send.**").And.Contain("post&#45;99999").And.Contain("more")
        );
    }

    [Test]
    public void Write_WhatAPullRequestDoes() =>
        Snapshot.Match(
            PlanComment.Write(
                Ordinary(),
                Input with
                {
                    SettingsChanged = ["clients/northwind/client.yaml", "galley.yaml"],
                }
            )
        );

    [Test]
    public void Write_WithoutABase_ListsAllByUrgency() =>
        Snapshot.Match(PlanComment.Write(Ordinary(), Input with { HasBase = false }));

    [Test]
    public void Write_OfNothing_SaysSo() =>
        Assert.That(
            PlanComment.Write(PlanOf([]), Input),
            Is.EqualTo(
                "**Plan: no posts and no lead magnets.** This pull request touches no post and no lead magnet.\n\n<!-- galley:plan -->\n"
            )
        );

    [Test]
    public void Write_ATextFullOfMarks_IsShortenedBeforeItGoes()
    {
        var comment = PlanComment.Write(
            PlanOf(Enumerable.Range(0, 20).Select(i => Post($"p{i}", ActionType.Create) with { SinceBase = "added" })),
            Input with
            {
                ProofOf = (_, _) => new ObjectText(new string('*', 3_000), null, [], []),
            }
        );

        Assert.That(
            comment,
            Does.Contain("&#42;…").And.Contain("Not everything fits").And.Contain("### post northwind/p19")
        );
    }

    [Test]
    public void Write_MoreThanTwentyPosts_GoOnAsATable()
    {
        var comment = PlanComment.Write(
            PlanOf(Enumerable.Range(0, 25).Select(i => Post($"p{i}", ActionType.Create) with { SinceBase = "added" })),
            Input
        );

        Assert.That(comment.Split("\n### ").Length - 1, Is.EqualTo(20));
        Assert.That(comment.Split("\n| post ").Length - 1, Is.EqualTo(5));
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

    private static Plan Ordinary() =>
        PlanOf([
            Post("fix", ActionType.EditByHand) with
            {
                SinceBase = "changed",
                Id = "id-1",
                Changes =
                [
                    new FieldChange("text", "One\nTwo ```\nThree", "One\nTwo\nThree"),
                    new FieldChange("keyword", "GIDE", "GUIDE"),
                ],
            },
            Post("late", ActionType.Missed),
            Post("launch", ActionType.Create) with
            {
                SinceBase = "added",
            },
            Post("summer", ActionType.Wait) with
            {
                SinceBase = "changed",
                Reason = Reason.Window,
                OpensAt = Friday + Duration.FromDays(1),
                At = Friday + Duration.FromDays(2),
            },
            Post("spring", ActionType.Cancel) with
            {
                SinceBase = "cancelled",
                Path = null,
            },
            Post("old", ActionType.Unchanged),
        ]) with
        {
            Diagnostics =
            [
                new Diagnostic(
                    "GAL333",
                    Severity.Error,
                    "\"<<keywrod>>\" is no placeholder that is known here.",
                    "clients/northwind/posts/launch day.md",
                    new Position(6, 9),
                    "Did you mean \"keyword\"?"
                ),
                new Diagnostic(
                    "GAL320",
                    Severity.Warning,
                    "Long.",
                    "clients/northwind/posts/fix.md",
                    new Position(1, 1),
                    "Write `text_format: plain`."
                ),
                new Diagnostic(
                    "GAL333",
                    Severity.Error,
                    "Old.",
                    "clients/northwind/posts/old.md",
                    new Position(1, 1),
                    ""
                )
                {
                    OnBase = true,
                },
            ],
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

    /// <summary>No block but ours, no HTML but the marker, no link but to our files and run, no picture, nothing that GitHub would make live.</summary>
    private static void AssertHeldIn(string comment)
    {
        var document = RenderedMarkdown.Parse(comment);

        Assert.That(document.Descendants<HtmlBlock>().Count(), Is.EqualTo(1));
        Assert.That(document.Descendants<HtmlInline>(), Is.Empty);
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
            Has.All.EqualTo("diff")
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
