using System.Collections.Immutable;
using System.Globalization;
using Galley.Content;
using Galley.Ledger;
using NodaTime;

namespace Galley.Planning;

/// <summary>Fills in what every action says of its object: file, time, id, code and words.</summary>
internal sealed class ActionFactory(Client client, Instant now, ImmutableDictionary<string, string> mediaNames)
{
    public PlanAction About(DesiredObject item) => new()
    {
        Type = ActionType.Create,
        Kind = item.Kind,
        Key = item.Key,
        Path = item.Source.Path,
        Line = item.Source.At().Line,
        At = item.At,
        LocalAt = Local(item.At),
        Id = item.Known?.Id,
        Code = item.Payload.Code,
        PayloadSha256 = item.Payload.Sha256,
    };

    public PlanAction About(RecordedObject old) => new()
    {
        Type = ActionType.RemoveByHand,
        Kind = old.Known.Kind,
        Key = old.Known.Key,
        At = old.At,
        LocalAt = Local(old.At),
        Id = old.Known.Id,
        Code = old.Payload.Code,
        PayloadSha256 = old.Payload.Sha256,
    };

    public PlanAction Live(DesiredObject item) => About(item) with { Type = ActionType.Unchanged };

    public PlanAction EditByHand(DesiredObject item, RecordedObject live) => About(item) with
    {
        Type = ActionType.EditByHand,
        Changes = FieldChanges.Between(live.Payload, item.Payload, mediaNames),
        Detail = live.IsDraft && item.Post?.Status == PostStatus.Scheduled
            ? "LeadPanther holds it as a draft: schedule it there, nothing goes out by itself"
            : null,
    };

    public PlanAction Moved(DesiredObject item, RecordedObject old) => About(item) with
    {
        Type = ActionType.Move,
        Id = old.Known.Id,
        From = old.Known.Key,
        Changes = old.IsPast(now) ? [] : FieldChanges.Between(old.Payload, item.Payload, mediaNames),
    };

    public PlanAction Held(DesiredObject item, string reason, string detail) =>
        About(item) with { Type = ActionType.Held, Reason = reason, Detail = detail };

    public PlanAction Waits(DesiredObject item, string reason) => About(item) with { Type = ActionType.Wait, Reason = reason };

    /// <summary>Finishes "Waiting for: ".</summary>
    public static string LooksLike(RecordedObject old) => old.Known.State == ObjectState.Open
        ? $"a word on {old.Known.Key}, which may have been sent: this file looks like it under a new name"
        : $"a word on whether this is {old.Known.Key} under a new name: add `moved_from: {old.Known.Key}`, or `moved_from: none` if it is new";

    /// <summary>Finishes "Waiting for: ".</summary>
    public static string LeadMagnet(PlanAction magnet) =>
        magnet.Type == ActionType.Wait ? $"lead magnet {magnet.Key}, which waits itself" : $"lead magnet {magnet.Key}, which is {ActionTable.For(magnet.Type).Name.Replace('-', ' ')}";

    private string? Local(Instant? at) => at is { } instant
        ? instant.InZone(client.Zone).ToString("uuuu-MM-dd HH:mm ", CultureInfo.InvariantCulture) + client.Zone.Id
        : null;
}
