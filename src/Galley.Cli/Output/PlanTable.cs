using Galley.Planning;
using Galley.Rendering;
using Galley.Rendering.Text;
using NodaTime;
using Spectre.Console;
using Spectre.Console.Rendering;
using Line = Spectre.Console.Text;

namespace Galley.Cli.Output;

/// <summary>The plan for a terminal: a table for each client. It shows what <see cref="PlanText"/> shows, and no more.</summary>
internal sealed class PlanTable(IAnsiConsole console, Instant now)
{
    /// <summary>On a narrower screen, time and code go below the name.</summary>
    private const int Wide = 76;

    private bool IsWide => console.Profile.Width >= Wide;

    public void Write(Plan plan)
    {
        foreach (var client in plan.Clients.Where(client => !client.Actions.IsEmpty))
        {
            Write(client);
        }

        console.Write(new Line(PlanText.Totals(plan), Styles.Strong));
        console.WriteLine();
    }

    private void Write(ClientPlan client)
    {
        var zone = client.Zone is { } id ? DateTimeZoneProviders.Tzdb[id] : DateTimeZone.Utc;
        console.Write(new Line(VisibleText.From(client.Name ?? client.Slug), Styles.Strong));
        console.WriteLine();
        console.Write(new Line($"{client.Slug} · {zone.Id}", Styles.Quiet));
        console.WriteLine();
        var listed = client.Actions.Where(action => ActionTable.For(action.Type).IsListed).ToList();
        if (listed.Count > 0)
        {
            console.Write(TableOf(listed, client, zone));
        }

        var live = client.Actions.Length - listed.Count;
        if (live > 0)
        {
            console.Write(new Line($"  {live} live", Styles.Quiet));
            console.WriteLine();
        }

        console.WriteLine();
    }

    private Table TableOf(List<PlanAction> actions, ClientPlan client, DateTimeZone zone)
    {
        var table = new Table
        {
            Border = TableBorder.Horizontal,
            ShowHeaders = IsWide,
            Expand = true,
        };
        table.AddColumn(new TableColumn("").NoWrap().Padding(0, 0));
        if (IsWide)
        {
            table.AddColumn(new TableColumn("What"));
            table.AddColumn(new TableColumn($"When ({ShortZone(zone)})").Width(18));
            table.AddColumn(new TableColumn("Code").NoWrap());
        }
        else
        {
            table.AddColumn(new TableColumn(""));
        }

        foreach (var group in actions.GroupBy(action => ActionTable.For(action.Type).Group).OrderBy(group => group.Key))
        {
            if (table.Rows.Count > 0)
            {
                table.AddEmptyRow();
            }

            IRenderable heading = new Line(PlanText.HeadingOf(group.Key), Styles.For(group.Key));
            table.AddRow([new Line(""), heading, .. Enumerable.Repeat(new Line(""), table.Columns.Count - 2)]);
            foreach (var action in group)
            {
                table.AddRow(Row(action, client, zone));
            }
        }

        return table;
    }

    private IRenderable[] Row(PlanAction action, ClientPlan client, DateTimeZone zone)
    {
        var row = ActionTable.For(action.Type);
        var sign = new Line(row.Symbol.ToString(), Styles.For(row.Group));
        var time = action.At is { } at ? ActionDescriptions.Day(at, zone, now) : "";
        var code = action.Code ?? "";
        var lines = new List<IRenderable>
        {
            new Line($"{ActionDescriptions.KindOf(action)} {action.Key}", Styles.Strong),
        };
        if (!IsWide && time.Length + code.Length > 0)
        {
            lines.Add(new Line(string.Join(" · ", new[] { time, code }.Where(part => part.Length > 0)), Styles.Quiet));
        }

        if (action.Type != ActionType.Create)
        {
            lines.Add(new Line(ActionDescriptions.For(action, zone), Styles.Quiet));
        }

        lines.AddRange(action.Changes.Select(change => ActionDescriptions.Local(change, zone)).SelectMany(Change));
        if (NextStep.For(action, client.Slug) is { } step)
        {
            lines.Add(new Line(step));
        }

        return IsWide ? [sign, new Rows(lines), new Line(time), new Line(code)] : [sign, new Rows(lines)];
    }

    private static IEnumerable<IRenderable> Change(FieldChange change)
    {
        yield return new Line($"{change.Field}:", Styles.Quiet);
        foreach (
            var (sign, value, style) in new[] { ('-', change.Before, Styles.Bad), ('+', change.After, Styles.Good) }
        )
        {
            foreach (var line in value?.Split('\n') ?? [])
            {
                yield return new Line($"{sign} {VisibleText.From(line)}", style);
            }
        }
    }

    private static string ShortZone(DateTimeZone zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
