using Galley.Diagnostics;
using NodaTime;

namespace Galley.Planning;

/// <summary>How things stand with a post or lead magnet, in the few words that every output uses.</summary>
public static class Status
{
    public const string Deleted = "Will be deleted";
    public const string NeedsYou = "Needs you";
    public const string OnHold = "On hold";
    public const string Ready = "Ready";
    public const string Draft = "Draft";

    /// <summary>What has no time.</summary>
    public const string InLeadPanther = "In LeadPanther";
    public const string Scheduled = "In LeadPanther (scheduled)";
    public const string Published = "Published";
    public const string TakenOut = "Taken out";

    public static string Of(PlanAction action, Instant now) =>
        ActionTable.GroupOf(action) switch
        {
            ActionGroup.WillBeDeleted => Deleted,
            ActionGroup.NeedsPerson => NeedsYou,
            ActionGroup.OnHold => OnHold,
            ActionGroup.WillBeSent when action.Reason == Reason.Draft => Draft,
            ActionGroup.WillBeSent or ActionGroup.Later => Ready,
            ActionGroup.Draft => Draft,
            _ when action.Type == ActionType.Cancel => TakenOut,
            _ when ActionTable.IsPublished(action, now) => Published,
            _ => Live(action),
        };

    /// <summary>Of what LeadPanther holds and has not published yet.</summary>
    public static string Live(PlanAction action) =>
        action switch
        {
            { Reason: Reason.Draft } => Draft,
            _ => ContentKind.For(action.Kind).GoesOut ? Scheduled : InLeadPanther,
        };
}
