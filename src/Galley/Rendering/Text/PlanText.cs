using System.Globalization;
using System.Text;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Text;

/// <summary>The plan as plain lines: for logs, screen readers and pipes.</summary>
public static class PlanText
{
    private static readonly (ActionGroup Group, string Heading)[] Groups =
    [
        (ActionGroup.NeedsPerson, "Needs a person"),
        (ActionGroup.WillBeSent, "Will be sent"),
        (ActionGroup.Waiting, "Waiting"),
        (ActionGroup.NothingToDo, "Nothing to do"),
    ];

    public static string Write(Plan plan)
    {
        var text = new StringBuilder();
        foreach (var client in plan.Clients)
        {
            WriteClient(text, client, plan.Now);
        }

        text.Append(Totals(plan)).Append('\n');
        WriteSinceBase(text, plan);
        return text.ToString();
    }

    public static string HeadingOf(ActionGroup group) => Groups.Single(pair => pair.Group == group).Heading;

    /// <summary>One sentence: what the whole plan comes to.</summary>
    public static string Totals(Plan plan) =>
        plan.Clients.Any(client => !client.Actions.IsEmpty)
            ? $"Plan: {Counts(All(plan))}."
            : "Plan: no posts and no lead magnets.";

    /// <summary><c>1 in doubt, 3 to send</c>, most urgent first.</summary>
    public static string Counts(IEnumerable<PlanAction> actions) =>
        string.Join(
            ", ",
            actions
                .CountBy(action => action.Type)
                .OrderBy(total => total.Key)
                .Select(total => $"{total.Value} {Short(total.Key)}")
        );

    private static IEnumerable<PlanAction> All(Plan plan) => plan.Clients.SelectMany(client => client.Actions);

    private static void WriteSinceBase(StringBuilder text, Plan plan)
    {
        var counts = All(plan)
            .Select(action => action.SinceBase)
            .OfType<string>()
            .CountBy(since => since)
            .OrderBy(count => count.Key, StringComparer.Ordinal)
            .ToList();
        if (counts.Count > 0)
        {
            text.Append("Since the base: ")
                .AppendJoin(", ", counts.Select(count => $"{count.Value} {count.Key}"))
                .Append(".\n");
        }
    }

    private static void WriteClient(StringBuilder text, ClientPlan client, Instant now)
    {
        if (client.Actions.IsEmpty)
        {
            return;
        }

        var zone = client.Zone is { } id ? DateTimeZoneProviders.Tzdb[id] : DateTimeZone.Utc;
        text.Append(
            CultureInfo.InvariantCulture,
            $"{VisibleText.From(client.Name ?? client.Slug)} ({client.Slug}, {zone.Id})\n"
        );
        var listed = client.Actions.Where(action => ActionTable.For(action.Type).IsListed).ToList();
        foreach (var (group, heading) in Groups)
        {
            var ofGroup = listed.FindAll(action => ActionTable.For(action.Type).Group == group);
            if (ofGroup.Count == 0)
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"  {heading}\n");
            foreach (var (action, next) in ofGroup.Zip(ofGroup.Skip(1).Append(null)))
            {
                WriteAction(text, action, client.Slug, zone, now, isSaidBelow: IsHeldAlike(action, next));
            }
        }

        var live = client.Actions.Length - listed.Count;
        if (live > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {live} live\n");
        }

        text.Append('\n');
    }

    /// <summary>What holds a whole client is said once, below the last of its rows.</summary>
    private static bool IsHeldAlike(PlanAction action, PlanAction? next) =>
        action is { Type: ActionType.Held, Reason: Reason.Client, Changes.IsEmpty: true }
        && next is { Type: ActionType.Held, Reason: Reason.Client }
        && next.Detail == action.Detail;

    private static void WriteAction(
        StringBuilder text,
        PlanAction action,
        string slug,
        DateTimeZone zone,
        Instant now,
        bool isSaidBelow
    )
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"    {ActionTable.For(action.Type).Symbol} {ActionDescriptions.KindOf(action), -11} {action.Key}"
        );
        if (action.At is { } at)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {ActionDescriptions.Day(at, zone, now)} ({at.InUtc():HH:mm} UTC)"
            );
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"  [{action.Code}]{(action.SinceBase is { } since ? $"  {since}" : "")}\n"
        );
        if (action.Type != ActionType.Create && !isSaidBelow)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"        {VisibleText.From(ActionDescriptions.For(action, zone))}\n"
            );
        }

        foreach (var change in action.Changes)
        {
            WriteChange(text, ActionDescriptions.Local(change, zone));
        }

        if (NextStep.For(action, slug) is { } step)
        {
            text.Append(CultureInfo.InvariantCulture, $"        {step}\n");
        }
    }

    private static void WriteChange(StringBuilder text, FieldChange change)
    {
        text.Append(CultureInfo.InvariantCulture, $"        {change.Field}:\n");
        WriteValue(text, '-', change.Before);
        WriteValue(text, '+', change.After);
    }

    private static void WriteValue(StringBuilder text, char sign, string? value)
    {
        foreach (var line in value?.Split('\n') ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"          {sign} {VisibleText.From(line)}\n");
        }
    }

    private static string Short(ActionType type) =>
        type switch
        {
            ActionType.Create => "to send",
            ActionType.Wait => "waiting",
            ActionType.Unchanged => "live",
            ActionType.Move => "renamed",
            ActionType.InDoubt => "in doubt",
            ActionType.EditByHand => "to change by hand",
            ActionType.RemoveByHand => "to delete by hand",
            ActionType.Missed or ActionType.Gone or ActionType.Drifted or ActionType.Held or ActionType.Cancel =>
                ActionTable.For(type).Name,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
}
