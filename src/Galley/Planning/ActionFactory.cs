using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using NodaTime;

namespace Galley.Planning;

/// <summary>Fills in what every action says of its object: file, time, id, code and words.</summary>
internal sealed class ActionFactory(Client client, ImmutableDictionary<string, string> mediaNames)
{
    /// <summary>Finishes "On hold: ".</summary>
    public const string FilesHaveErrors = "this client's files have errors: correct them first";

    /// <inheritdoc cref="FilesHaveErrors"/>
    public const string SharedFilesHaveErrors = "files that all clients share have errors: correct them first";

    /// <summary>Finishes "On hold: ".</summary>
    public static string FileIsMissing(Kind kind, string slug, string key) =>
        "`galley pull` made its file, and the file is not here: commit and push it, then apply. "
        + $"If you do not want it, run `galley forget {ContentKind.For(kind).Name} {slug}/{key}`";

    public PlanAction About(DesiredObject desired) =>
        new()
        {
            Type = ActionType.Create,
            Kind = desired.Kind,
            Key = desired.Key,
            Path = desired.SourceMap.Path,
            Line = desired.SourceMap.At().Line,
            At = desired.At,
            LocalAt = Local(desired.At),
            Id = desired.LedgerObject?.Id,
            Code = desired.Payload.Code,
            PayloadSha256 = desired.Payload.Sha256,
            ApprovalCode = desired.Payload.ApprovalCode,
            ApprovedBy = desired.Approval?.By,
            ApprovedAt = desired.Approval?.Stamp?.At,
            Labels = desired.Post is { Labels: { IsEmpty: false } labels } ? labels : null,
            Campaign = desired.Post?.Campaign,
        };

    public PlanAction About(RecordedObject old) =>
        new()
        {
            Type = ActionType.RemoveByHand,
            Kind = old.LedgerObject.Kind,
            Key = old.LedgerObject.Key,
            Title = old.Title,
            At = old.At,
            LocalAt = Local(old.At),
            Id = old.LedgerObject.Id,
            Code = old.Payload.Code,
            PayloadSha256 = old.Payload.Sha256,
        };

    public PlanAction Create(DesiredObject desired) => About(desired) with { Reason = DraftOrNull(desired) };

    public PlanAction Live(DesiredObject desired) =>
        About(desired) with
        {
            Type = ActionType.Unchanged,
            Reason = DraftOrNull(desired),
        };

    /// <summary>What differs between what is being sent and the file.</summary>
    public PlanAction SentOtherwise(DesiredObject desired, RecordedObject sent) =>
        About(desired) with
        {
            Changes = sent.Payload.SaysTheSameAs(desired.Payload)
                ? []
                : FieldChanges.Between(sent.Payload, desired.Payload, mediaNames),
        };

    /// <summary>What differs between what LeadPanther holds and the file.</summary>
    public PlanAction Update(DesiredObject desired, RecordedObject live) =>
        About(desired) with
        {
            Type = ActionType.Update,
            Id = live.LedgerObject.Id,
            Changes = FieldChanges.Between(live.Payload, desired.Payload, mediaNames),
        };

    /// <param name="why">A sentence without an end.</param>
    public PlanAction EditByHand(DesiredObject desired, RecordedObject live, string why) =>
        Update(desired, live) with
        {
            Type = ActionType.EditByHand,
            Detail =
                live.IsDraft && desired.Post?.Status == PostStatus.Scheduled
                    ? $"{why}. It is a draft in LeadPanther: schedule it there, or it will not go out"
                    : why,
        };

    /// <summary>What LeadPanther shows, beside what was sent and what the file says.</summary>
    public PlanAction Drifted(DesiredObject desired, RecordedObject live, Drift drift) =>
        Update(desired, live) with
        {
            Type = ActionType.Drifted,
            Detail = drift.Sentence,
            LiveCode = drift.Code,
            Changes =
            [
                .. FieldChanges.WithDrift(
                    FieldChanges.Between(live.Payload, desired.Payload, mediaNames),
                    drift.Differences
                ),
            ],
        };

    public PlanAction Held(DesiredObject desired, string reason, string detail) => About(desired).Held(reason, detail);

    public PlanAction Waits(DesiredObject desired, string reason) =>
        About(desired) with
        {
            Type = ActionType.Wait,
            Reason = reason,
        };

    /// <summary>Finishes "On hold: ".</summary>
    public static string InFlight(PlanAction action) =>
        !ActionTable.IsOvertaken(action) ? "another run is sending it now"
        : action.Path is null ? "another run is sending it now, and its file is gone: run apply again when it has ended"
        : "another run is sending it now, in an older version: run apply again when it has ended";

    /// <summary>Finishes "On hold: ".</summary>
    public static string LooksLike(RecordedObject old) =>
        old.LedgerObject.State == ObjectState.Open
            ? $"{old.LedgerObject.Key} may already have been sent, and this file looks like a rename of it"
            : $"this file looks like a rename of {old.LedgerObject.Key}. If it is, add `moved_from: {old.LedgerObject.Key}`; "
                + "if it is a new one, add `moved_from: none`";

    /// <summary>Finishes "On hold: ".</summary>
    public static string OldWords(string key) =>
        $"LeadPanther still has these words as {key}, whose file says something else now. "
        + $"It goes out when {key} was changed there";

    /// <summary>Finishes "On hold: ".</summary>
    public static string ShownAs(string key) =>
        $"LeadPanther shows these words as {key}, though {key} was sent with other words. "
        + $"It goes out when {key} says something else there";

    /// <summary>Finishes "On hold: ".</summary>
    public static string ShownInPart(string key) =>
        $"LeadPanther shows {key} with the text, the time or the keyword of this file, though {key} was sent otherwise. "
        + $"Decide about {key} first. If this file is a new one, add `moved_from: none`";

    /// <summary>Finishes "On hold: ".</summary>
    public static string LeadMagnet(PlanAction magnet) =>
        $"it goes out after lead magnet {magnet.Key}, which {LeadMagnetState(magnet.Type)}";

    private static string LeadMagnetState(ActionType type) =>
        type switch
        {
            ActionType.Wait => "waits itself",
            ActionType.Held => "is on hold",
            _ => $"is {ActionTable.For(type).Name.Replace('-', ' ')}",
        };

    /// <summary>Finishes "On hold: ".</summary>
    public static string AlreadyThere(Kind kind, IEnumerable<LiveObject> alike)
    {
        var ids = string.Join(
            ", ",
            alike.Select(there =>
                there.Id.Length == 0 ? "under an id that can't be used"
                : there.IsOut ? $"{there.Id}, shown as {there.Status}"
                : there.Id
            )
        );
        return $"LeadPanther already holds {ContentKind.For(kind).Likeness} ({ids}), and nobody here sent it";
    }

    /// <summary>A draft in LeadPanther does not go out by itself.</summary>
    private static string? DraftOrNull(DesiredObject desired) =>
        desired.Post is { Status: PostStatus.Draft } ? Reason.Draft : null;

    private string? Local(Instant? at) => at is { } instant ? LocalTimes.InFile(instant, client.Zone) : null;
}
