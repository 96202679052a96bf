using NodaTime;

namespace Galley.Planning;

/// <summary>Who approved a post, and when, as all outputs say it.</summary>
public static class ApprovalWords
{
    /// <summary><c>Approved by Anna Smith, Mon 8 Jun 10:00</c>; null where the ledger holds no approval of this text.</summary>
    /// <param name="zone">The client's.</param>
    public static string? For(PlanAction action, DateTimeZone zone, Instant now) =>
        action.ApprovedBy is { } by
            ? $"Approved by {by}{(action.ApprovedAt is { } at ? $", {LocalTimes.Minute(at, zone, now)}" : "")}"
            : null;
}
