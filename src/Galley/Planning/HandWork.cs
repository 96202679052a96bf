using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Payloads;
using NodaTime;

namespace Galley.Planning;

/// <summary>
/// Why a change or a removal is a person's work and not the next apply's. Each answer is a sentence without an end;
/// null: it is not.
/// </summary>
internal sealed class HandWork(PlanningInput input, Client client)
{
    private const string NoId = "Nobody has said what its id in LeadPanther is";

    public string? WhyChange(RecordedObject live, DesiredObject desired) =>
        Why(desired.Kind, ApiOperations.Update(desired.Kind))
        ?? (live.LedgerObject.Id is null ? NoId : null)
        ?? WhyTooNear(live.IsDraft ? null : live.At)
        ?? WhyTooNear(desired.Post is { Status: PostStatus.Scheduled } ? desired.At : null)
        ?? (
            TakesOutAField(live, desired)
                ? "The file takes out a field, and LeadPanther's API has no way to remove one"
                : null
        );

    public string? WhyRemove(PlanAction removal) =>
        Why(removal.Kind, ApiOperations.Remove(removal.Kind))
        ?? (removal.Id is null ? NoId : null)
        ?? WhyTooNear(IsScheduled(removal) ? removal.At : null);

    /// <summary>What holds for each object of this kind. Nothing is changed that can't be read right before.</summary>
    public string? Why(Kind kind, ApiOperation operation) =>
        input.IsRemoved ? "The client's folder is gone, and then Galley deletes nothing by itself"
        : client.Live.ChangesByHand ? "`changes: by-hand` is set"
        : input.IsNotOffered(operation.Name) || input.IsNotOffered(ApiOperations.Get(kind).Name)
            ? "LeadPanther's API does not offer this"
        : null;

    private string? WhyTooNear(Instant? at) =>
        input.IsTooNear(at)
            ? $"Less than {input.Settings.Limits.MinLeadTime.TotalMinutes:0.##} min are left until its time, too few for Galley"
            : null;

    private static bool TakesOutAField(RecordedObject live, DesiredObject desired) =>
        live.Payload.Wire is { } before
        && desired.Payload.Wire is { } after
        && WireComparison.TakesOut(WireComparison.Parse(before), WireComparison.Parse(after));

    private bool IsScheduled(PlanAction removal) =>
        input.Ledger.Find(removal.Kind, removal.Key) is { } known && !new RecordedObject(known).IsDraft;
}
