using Galley.Diagnostics;
using Galley.Payloads;
using NodaTime;

namespace Galley.Planning;

/// <summary>The sentence that every output shows beside an action, from the table's words and the action's own facts.</summary>
public static class ActionDescriptions
{
    /// <summary>As below, what has gone out by now is called published, and what an earlier run saw has its time.</summary>
    public static string For(PlanAction action, DateTimeZone zone, Instant now) =>
        action.Type == ActionType.Unchanged && ActionTable.IsPublished(action, now)
            ? $"{Status.Published}{(action.Detail is { } detail ? $". {detail}" : "")}"
        : action.SeenAt is { } at && SaysWhatWasSeen(action)
            ? $"{For(action, zone)}, as seen {LocalTimes.Recent(at, zone, now)}"
        : For(action, zone);

    /// <summary>The same, after its status: for where no heading says it.</summary>
    public static string WithStatus(PlanAction action, DateTimeZone zone, Instant now)
    {
        var (status, words) = (Status.Of(action, now), For(action, zone, now));
        return words.StartsWith(status, StringComparison.Ordinal)
            ? words
            : $"{status}: {char.ToLowerInvariant(words[0])}{words[1..]}";
    }

    private static bool SaysWhatWasSeen(PlanAction action) =>
        action is { Type: ActionType.Gone or ActionType.Drifted } or { LiveCode: not null, Detail: not null };

    /// <param name="zone">The client's.</param>
    /// <returns>Without an end.</returns>
    public static string For(PlanAction action, DateTimeZone zone) =>
        action switch
        {
            { Type: ActionType.Wait } => Waits(action, zone),
            { Type: ActionType.Held, Detail: { } detail } => $"{Words(action)}: {detail}",
            { Type: ActionType.InDoubt, Detail: { } detail } => $"{Words(action)} {detail}",
            { Type: ActionType.Move, From: { } from } => $"{Words(action)} from {from}",
            { Type: ActionType.Delete or ActionType.Archive, Detail: var detail } =>
                $"{Words(action)}: its file is gone{(detail is null ? "" : $". {detail}")}",
            { Type: ActionType.Create, Reason: Reason.Draft, Detail: null } =>
                $"{Status.Draft}: will be saved in LeadPanther, without a time",
            { Type: ActionType.Unchanged, Reason: Reason.Draft, Detail: null } =>
                $"{Status.Draft}: saved in LeadPanther, without a time",
            { Type: ActionType.Unchanged, Detail: null } => Status.Live(action),
            { From: { } from, Detail: { } detail } => $"{Words(action)}. Renamed from {from}. {detail}",
            { From: { } from } => $"{Words(action)}. Renamed from {from}",
            { Detail: { } detail } => $"{Words(action)}. {detail}",
            _ => Words(action),
        };

    public static string KindOf(PlanAction action) => ContentKind.For(action.Kind).Noun;

    /// <summary>Times as people see them in LeadPanther and on their calendar, not as the API does.</summary>
    public static FieldChange Local(FieldChange change, DateTimeZone zone) =>
        change.Field == "scheduled_at"
            ? change with
            {
                Before = Local(change.Before, zone),
                After = Local(change.After, zone),
                There = Local(change.There, zone),
            }
            : change;

    private static string? Local(string? utc, DateTimeZone zone) =>
        utc is not null && UtcTime.Parse(utc) is { } at ? LocalTimes.InZone(at, zone) : utc;

    private static string Words(PlanAction action) => ActionTable.For(action.Type).Words;

    /// <summary>What waits may be in LeadPanther already, as it was before.</summary>
    private static string Waits(PlanAction action, DateTimeZone zone)
    {
        var meanwhile = action.Id is null ? "" : "; until then LeadPanther keeps it as it is";
        return action switch
        {
            { Reason: Reason.Window, OpensAt: { } opens } =>
                $"Goes to LeadPanther {LocalTimes.Minute(opens, zone, opens)}; edit freely until then",
            { Reason: Reason.Paused } => $"{Status.OnHold}: paused, so nothing is sent, changed or deleted",
            { Reason: Reason.Unapproved, Kind: Kind.Post } =>
                $"{Status.OnHold} until the client approves it, with the code {action.ApprovalCode ?? action.Code}{meanwhile}",
            { Reason: Reason.Unapproved } => "Goes to LeadPanther once a post that uses it is approved",
            { Reason: Reason.Draft, Kind: Kind.Post } => $"{Status.Draft}: stays in Git until its status is scheduled",
            { Reason: Reason.Draft } => "Goes to LeadPanther once a post that uses it is no draft any more",
            _ => Words(action),
        };
    }
}
