using System.Globalization;
using Galley.Diagnostics;
using Galley.Payloads;
using NodaTime;

namespace Galley.Planning;

/// <summary>The sentence that every output shows beside an action, from the table's words and the action's own facts.</summary>
public static class ActionDescriptions
{
    /// <param name="zone">The client's.</param>
    public static string For(PlanAction action, DateTimeZone zone) =>
        action switch
        {
            { Type: ActionType.Wait } => Waits(action, zone),
            { Type: ActionType.Held, Detail: { } detail } => $"Waiting for: {detail}",
            { Type: ActionType.Move, From: { } from } => $"Renamed from {from}",
            { Detail: { } detail } => $"{ActionTable.For(action.Type).Words}. {detail}",
            _ => ActionTable.For(action.Type).Words,
        };

    public static string KindOf(PlanAction action) => action.Kind == Kind.Post ? "post" : "lead magnet";

    /// <summary><c>Fri 12 Jun 10:00</c>, with the year when it is not <paramref name="now"/>'s.</summary>
    public static string Day(Instant instant, DateTimeZone zone, Instant now)
    {
        var local = instant.InZone(zone);
        var pattern = local.Year == now.InZone(zone).Year ? "ddd d MMM HH:mm" : "ddd d MMM uuuu HH:mm";
        return local.ToString(pattern, CultureInfo.InvariantCulture);
    }

    /// <summary>Times as people see them in LeadPanther and on their calendar, not as the API does.</summary>
    public static FieldChange Local(FieldChange change, DateTimeZone zone) =>
        change.Field == "scheduled_at"
            ? change with
            {
                Before = Local(change.Before, zone),
                After = Local(change.After, zone),
            }
            : change;

    private static string? Local(string? utc, DateTimeZone zone) =>
        utc is not null && UtcTime.Parse(utc) is { } at
            ? at.InZone(zone).ToString("ddd d MMM uuuu HH:mm ", CultureInfo.InvariantCulture) + zone.Id
            : utc;

    private static string Waits(PlanAction action, DateTimeZone zone) =>
        action switch
        {
            { Reason: Reason.Window, OpensAt: { } opens } =>
                $"Goes to LeadPanther {Day(opens, zone, opens)}; edit freely until then",
            { Reason: Reason.Paused } => "Paused: nothing is sent",
            { Reason: Reason.Unapproved, Kind: Kind.Post } =>
                $"Waits for approval: add `approved: {action.Code}` once the client has agreed",
            { Reason: Reason.Unapproved } => "Waits for the approval of a post that uses it",
            { Reason: Reason.Draft, Kind: Kind.Post } => "A draft: stays in Git until its status is scheduled",
            { Reason: Reason.Draft } => "Waits for the draft that uses it",
            _ => ActionTable.For(ActionType.Wait).Words,
        };
}
