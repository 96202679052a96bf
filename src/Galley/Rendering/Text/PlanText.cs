using System.Text;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Text;

/// <summary>The plan as plain lines: for logs, screen readers and pipes.</summary>
public static class PlanText
{
    /// <summary>All of it, however long.</summary>
    public static string Write(Plan plan)
    {
        var text = new StringBuilder();
        WriteClients(text, plan);
        return WithTotals(text, plan);
    }

    /// <summary>Of a plan that is longer than a page only what is urgent, and a line for each client.</summary>
    public static string WritePage(Plan plan)
    {
        if (PlanSummary.Of(plan) is not { } summary)
        {
            return Write(plan);
        }

        var text = new StringBuilder();
        WriteClients(text, summary.Urgent);
        foreach (var line in summary.Lines)
        {
            text.Append(line).Append('\n');
        }

        return WithTotals(text, plan);
    }

    private static void WriteClients(StringBuilder text, Plan plan)
    {
        foreach (var client in plan.Clients.Where(client => !client.IsEmpty))
        {
            WriteClient(text, client, plan.Now);
        }
    }

    private static string WithTotals(StringBuilder text, Plan plan)
    {
        text.Append(Totals(plan)).Append('\n');
        WriteSinceBase(text, plan);
        return text.ToString();
    }

    /// <summary>One sentence: what the whole plan comes to, what is deleted first.</summary>
    public static string Totals(Plan plan) =>
        plan.Clients.Any(client => !client.IsEmpty)
            ? $"Plan: {Counts(ActionTotal.Of(plan))}."
            : "Plan: no posts and no lead magnets.";

    /// <summary><c>1 in doubt, 3 to send, 2 drafts</c>, most urgent first.</summary>
    public static string Counts(IEnumerable<ActionTotal> totals) =>
        string.Join(", ", totals.OrderBy(total => total.Rank).ThenBy(total => total.One, StringComparer.Ordinal));

    /// <summary>What gets no line of its own; null for nothing.</summary>
    public static string? Unlisted(ClientPlan client, Instant now) =>
        client.Actions.Where(action => !ActionTable.For(action.Type).IsListed) is var actions
        && ActionTotal.Of(actions, now).Concat(client.Counted).ToList() is { Count: > 0 } totals
            ? Counts(totals)
            : null;

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
                .AppendJoin(", ", counts.Select(count => $"{count.Value:N0} {count.Key}"))
                .Append(".\n");
        }
    }

    private static void WriteClient(StringBuilder text, ClientPlan client, Instant now)
    {
        var zone = LocalTimes.Zone(client.Zone);
        text.Append($"{VisibleText.From(client.Name ?? client.Slug)} ({client.Slug}, {zone.Id})\n");
        var listed = client.Actions.Where(action => ActionTable.For(action.Type).IsListed);
        foreach (var group in listed.GroupBy(ActionTable.GroupOf).OrderBy(group => group.Key))
        {
            text.Append("  ").Append(Heading(group.Key, group.Count())).Append('\n');
            foreach (var action in group.Where(action => !IsOfClient(action)))
            {
                WriteAction(text, action, client.Slug, zone, now);
            }

            foreach (var line in OfClient(group))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        if (Unlisted(client, now) is { } unlisted)
        {
            text.Append("  ").Append(unlisted).Append('\n');
        }

        text.Append('\n');
    }

    /// <summary>What is deleted is counted, too, so that nobody overlooks how much it is.</summary>
    public static string Heading(ActionGroup group, int count) =>
        group == ActionGroup.WillBeDeleted
            ? $"{ActionTable.HeadingOf(group)} ({count:N0})"
            : ActionTable.HeadingOf(group);

    /// <summary>What holds the whole client, said once: <c>| 2 posts and lead magnets: this client's files have errors</c>.</summary>
    public static IEnumerable<string> OfClient(IEnumerable<PlanAction> actions) =>
        from alike in actions.Where(IsOfClient).GroupBy(action => action.Detail)
        let count = Plural.Format(alike.Count(), "post or lead magnet", "posts and lead magnets")
        select VisibleText.From($"{ActionTable.For(ActionType.Held).Symbol} {count}: {alike.Key}");

    public static bool IsOfClient(PlanAction action) =>
        action is { Type: ActionType.Held, Reason: Reason.Client or Reason.Limit, Detail: not null };

    private static void WriteAction(StringBuilder text, PlanAction action, string slug, DateTimeZone zone, Instant now)
    {
        text.Append($"    {ActionTable.For(action.Type).Symbol} {ActionDescriptions.KindOf(action), -11} {action.Key}");
        if (action.At is { } at)
        {
            text.Append("  ").Append(LocalTimes.MinuteAndUtc(at, zone, now));
        }

        text.Append($"  [{action.Code}]{(action.SinceBase is { } since ? $"  {since}" : "")}\n");
        if (action is not { Type: ActionType.Create, Reason: null, Detail: null })
        {
            WriteLine(text, ActionDescriptions.For(action, zone, now));
        }

        if (ApprovalWords.For(action, zone, now) is { } approval)
        {
            WriteLine(text, approval);
        }

        foreach (var change in action.Changes)
        {
            WriteChange(text, ActionDescriptions.Local(change, zone));
        }

        if (NextStep.For(action, slug) is { } step)
        {
            WriteLine(text, step);
        }
    }

    private static void WriteChange(StringBuilder text, FieldChange change)
    {
        WriteLine(text, $"{change.Field}:");
        foreach (var part in ChangedLines.For(change))
        {
            if (part.Title is { } title)
            {
                WriteLine(text, $"  ({title})");
            }

            foreach (var line in part.Lines)
            {
                WriteLine(text, $"  {line.Sign} {line.Text}");
            }
        }
    }

    private static void WriteLine(StringBuilder text, string line) =>
        text.Append("        ").Append(VisibleText.From(line).TrimEnd()).Append('\n');
}
