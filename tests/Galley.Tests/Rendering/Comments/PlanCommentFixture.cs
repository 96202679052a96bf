using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering;
using Galley.Rendering.Comments;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Rendering.Comments;

/// <summary>Plans for the comment on a pull request, made by hand.</summary>
internal abstract class PlanCommentFixture
{
    protected static readonly Instant Friday = Instant.FromUtc(2026, 6, 12, 14, 0);

    protected static readonly CommentInput Input = new()
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

    protected static PlanAction Post(string key, ActionType type) =>
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

    protected static Plan PlanOf(IEnumerable<PlanAction> actions) =>
        new()
        {
            Now = Sample.Now,
            LedgerId = "l",
            Clients = [new ClientPlan("northwind", "Northwind", "America/New_York", [.. actions])],
            Diagnostics = [],
        };
}
