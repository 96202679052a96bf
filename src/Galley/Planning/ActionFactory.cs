using System.Collections.Immutable;
using System.Globalization;
using Galley.Content;
using Galley.Ledger;
using NodaTime;

namespace Galley.Planning;

/// <summary>Fills in what every action says of its object: file, time, id, code and words.</summary>
internal sealed class ActionFactory(Client client, Instant now, ImmutableDictionary<string, string> mediaNames)
{
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
        };

    public PlanAction About(RecordedObject old) =>
        new()
        {
            Type = ActionType.RemoveByHand,
            Kind = old.LedgerObject.Kind,
            Key = old.LedgerObject.Key,
            At = old.At,
            LocalAt = Local(old.At),
            Id = old.LedgerObject.Id,
            Code = old.Payload.Code,
            PayloadSha256 = old.Payload.Sha256,
        };

    public PlanAction Live(DesiredObject desired) => About(desired) with { Type = ActionType.Unchanged };

    public PlanAction EditByHand(DesiredObject desired, RecordedObject live) =>
        About(desired) with
        {
            Type = ActionType.EditByHand,
            Changes = FieldChanges.Between(live.Payload, desired.Payload, mediaNames),
            Detail =
                live.IsDraft && desired.Post?.Status == PostStatus.Scheduled
                    ? "LeadPanther holds it as a draft: schedule it there, nothing goes out by itself"
                    : null,
        };

    public PlanAction Moved(DesiredObject desired, RecordedObject old) =>
        About(desired) with
        {
            Type = ActionType.Move,
            Id = old.LedgerObject.Id,
            From = old.LedgerObject.Key,
            Changes = old.IsPast(now) ? [] : FieldChanges.Between(old.Payload, desired.Payload, mediaNames),
        };

    public PlanAction Held(DesiredObject desired, string reason, string detail) =>
        About(desired) with
        {
            Type = ActionType.Held,
            Reason = reason,
            Detail = detail,
        };

    public PlanAction Waits(DesiredObject desired, string reason) =>
        About(desired) with
        {
            Type = ActionType.Wait,
            Reason = reason,
        };

    /// <summary>Finishes "Waiting for: ".</summary>
    public static string LooksLike(RecordedObject old) =>
        old.LedgerObject.State == ObjectState.Open
            ? $"a word on {old.LedgerObject.Key}, which may have been sent: this file looks like it under a new name"
            : $"a word on whether this is {old.LedgerObject.Key} under a new name: add `moved_from: {old.LedgerObject.Key}`, or `moved_from: none` if it is new";

    /// <summary>Finishes "Waiting for: ".</summary>
    public static string LeadMagnet(PlanAction magnet) =>
        magnet.Type == ActionType.Wait
            ? $"lead magnet {magnet.Key}, which waits itself"
            : $"lead magnet {magnet.Key}, which is {ActionTable.For(magnet.Type).Name.Replace('-', ' ')}";

    private string? Local(Instant? at) =>
        at is { } instant
            ? instant.InZone(client.Zone).ToString("uuuu-MM-dd HH:mm ", CultureInfo.InvariantCulture) + client.Zone.Id
            : null;
}
