using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Issue;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Rendering.Issue;

/// <summary>Plans that need people, and the issue that says so.</summary>
internal abstract class GalleyIssueFixture
{
    protected static readonly Instant Friday = Instant.FromUtc(2026, 6, 12, 14, 0);

    protected static Plan Urgent() =>
        PlanOf(
            Post("launch", ActionType.InDoubt),
            Post("late", ActionType.Missed),
            Post("lost", ActionType.Gone) with
            {
                Id = "id-1",
            },
            Post("guide", ActionType.Drifted) with
            {
                Kind = Kind.LeadMagnet,
                At = null,
                Detail = "There its keyword is \"@octocat `GIDE`\", not \"GUIDE\"",
            },
            Post("fix", ActionType.EditByHand) with
            {
                Changes = [new FieldChange("text", "One\nTwo ```\nThree", "One\nTwo\nThree")],
            },
            Post("old", ActionType.RemoveByHand) with
            {
                Path = null,
            },
            Post("again", ActionType.Held) with
            {
                Reason = Reason.RetiredKey,
                Detail = "a new key, because again is retired",
            },
            Post("calm", ActionType.Create)
        );

    protected static IssueInput Input(Plan plan) =>
        new()
        {
            Plan = plan,
            WasRead = (_, _, _) => true,
            Notify = _ => ["octocat", "acme/editors"],
            Files = new Uri("https://github.com/acme/content/blob/HEAD/"),
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

    protected static Plan PlanOf(params ImmutableArray<PlanAction> actions) =>
        new()
        {
            Now = Sample.Now,
            LedgerId = "l",
            Clients = [new ClientPlan("northwind", "Northwind", "America/New_York", actions)],
            Diagnostics = [],
        };
}
