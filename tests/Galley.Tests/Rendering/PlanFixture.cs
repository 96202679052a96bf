using Galley.Diagnostics;
using Galley.Planning;
using Galley.Testing;

namespace Galley.Tests.Rendering;

/// <summary>One action of every type, and of every reason that reads in its own way.</summary>
internal static class PlanFixture
{
    private const string Sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static Plan Everything() =>
        new()
        {
            Now = Sample.Now,
            LedgerId = "ledger-1",
            Clients =
            [
                new ClientPlan(
                    Sample.Slug,
                    "Northwind Traders",
                    "America/New_York",
                    [.. Actions().OrderBy(ActionTable.GroupOf)]
                ),
            ],
            Diagnostics = [],
        };

    private static IEnumerable<PlanAction> Actions() =>
        [
            Post("spring", ActionType.Delete) with
            {
                Path = null,
                ApprovalCode = null,
            },
            Post("old-guide", ActionType.Archive) with
            {
                Kind = Kind.LeadMagnet,
                At = null,
                Path = null,
            },
            Post("maybe", ActionType.InDoubt) with
            {
                Detail = "for the post of Mon 15 Jun 05:00 New York that begins \"Two rows\"",
            },
            Post("late", ActionType.Missed) with
            {
                Detail = "It was not approved in time",
            },
            Post("lost", ActionType.Gone),
            Post("drifted", ActionType.Drifted) with
            {
                Detail = "Changed there: body, scheduled_at",
                LiveCode = "9ZZ9",
                Changes =
                [
                    new FieldChange("body", "One\nTwo", "One\nTwo") { IsDrift = true, There = "One\nThree" },
                    new FieldChange("scheduled_at", "2026-06-15T09:00:00.000Z", "2026-06-16T09:00:00.000Z")
                    {
                        IsDrift = true,
                        There = null,
                    },
                ],
            },
            Post("by-hand", ActionType.EditByHand) with
            {
                Detail = "LeadPanther's API does not offer this",
                Changes = [new FieldChange("keyword", "GIDE", "GUIDE")],
            },
            Post("remove", ActionType.RemoveByHand) with
            {
                Path = null,
                Detail = "The client's folder is gone, and then Galley deletes nothing by itself",
            },
            Post("there-already", ActionType.Held) with
            {
                Reason = Reason.AlreadyThere,
                Detail = "LeadPanther already holds the same text (id-7), and nobody here sent it",
            },
            Post("limited", ActionType.Held) with
            {
                Reason = Reason.Limit,
                Detail = "northwind has 60 creates, and galley.yaml allows 50 in one run (limits.max_creates)",
            },
            Post("launch", ActionType.Create),
            Post("edited", ActionType.Update) with
            {
                Changes =
                [
                    new FieldChange("body", "A\nB\nC\nD\nE", "A\nB\nX\nD\nE"),
                    new FieldChange("scheduled_at", "2026-06-15T09:00:00.000Z", "2026-06-16T09:00:00.000Z"),
                ],
            },
            Post("window", ActionType.Wait) with
            {
                Reason = Reason.Window,
                OpensAt = Sample.NextWeek,
            },
            Post("unapproved", ActionType.Wait) with
            {
                Reason = Reason.Unapproved,
                Id = null,
            },
            Post("paused", ActionType.Wait) with
            {
                Reason = Reason.Paused,
            },
            Post("draft", ActionType.Wait) with
            {
                Reason = Reason.Draft,
                Id = null,
            },
            Post("renamed", ActionType.Move) with
            {
                From = "name",
            },
            Post("cancelled", ActionType.Cancel) with
            {
                Path = null,
            },
            Post("scheduled", ActionType.Unchanged),
            Post("published", ActionType.Unchanged) with
            {
                At = Sample.Now,
                LocalAt = "2026-06-08 05:00 America/New_York",
            },
        ];

    private static PlanAction Post(string key, ActionType type) =>
        new()
        {
            Type = type,
            Kind = Kind.Post,
            Key = key,
            Path = $"clients/{Sample.Slug}/posts/{key}.md",
            Line = 1,
            At = Sample.NextWeek,
            LocalAt = "2026-06-15 05:00 America/New_York",
            Id = $"id-of-{key}",
            Code = "7QK4",
            ApprovalCode = "7QK4-M2XD-93TB",
            PayloadSha256 = Sha256,
        };
}
