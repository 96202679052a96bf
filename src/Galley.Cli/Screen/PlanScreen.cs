using Galley.Planning;
using Galley.Rendering;
using NodaTime;
using Spectre.Console;
using Spectre.Console.Rendering;
using Line = Spectre.Console.Text;

namespace Galley.Cli.Screen;

/// <summary>The plan for somebody at a terminal: a table per client. It says what <see cref="PlanText"/> says, and no more.</summary>
internal sealed class PlanScreen(IAnsiConsole console, Instant now)
{
    /// <summary>Below this, time and code go under the name.</summary>
    private const int Wide = 76;

    private bool IsWide => console.Profile.Width >= Wide;

    public void Write(Plan plan)
    {
        foreach (var client in plan.Clients.Where(client => !client.Actions.IsEmpty)) Write(client);
        console.Write(new Line(PlanText.Totals(plan), Looks.Strong));
        console.WriteLine();
    }

    private void Write(ClientPlan client)
    {
        var zone = client.Zone is { } id ? DateTimeZoneProviders.Tzdb[id] : DateTimeZone.Utc;
        console.Write(new Line(VisibleText.Of(client.Name ?? client.Slug), Looks.Strong));
        console.WriteLine();
        console.Write(new Line($"{client.Slug} · {zone.Id}", Looks.Quiet));
        console.WriteLine();
        var listed = client.Actions.Where(action => ActionTable.Of(action.Type).IsListed).ToList();
        if (listed.Count > 0) console.Write(TableOf(listed, client, zone));
        var live = client.Actions.Length - listed.Count;
        if (live > 0)
        {
            console.Write(new Line($"  {live} live", Looks.Quiet));
            console.WriteLine();
        }

        console.WriteLine();
    }

    private Table TableOf(List<PlanAction> actions, ClientPlan client, DateTimeZone zone)
    {
        var table = new Table { Border = TableBorder.Horizontal, ShowHeaders = IsWide, Expand = true };
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

        foreach (var group in actions.GroupBy(action => ActionTable.Of(action.Type).Group).OrderBy(group => group.Key))
        {
            if (table.Rows.Count > 0) table.AddEmptyRow();
            IRenderable heading = new Line(PlanText.HeadingOf(group.Key), Looks.Of(group.Key));
            table.AddRow([new Line(""), heading, .. Enumerable.Repeat(new Line(""), table.Columns.Count - 2)]);
            foreach (var action in group) table.AddRow(Row(action, client, zone));
        }

        return table;
    }

    private IRenderable[] Row(PlanAction action, ClientPlan client, DateTimeZone zone)
    {
        var row = ActionTable.Of(action.Type);
        var sign = new Line(row.Symbol.ToString(), Looks.Of(row.Group));
        var time = action.At is { } at ? ActionWords.Day(at, zone, now) : "";
        var code = action.Code ?? "";
        var lines = new List<IRenderable> { new Line($"{ActionWords.KindOf(action)} {action.Key}", Looks.Strong) };
        if (!IsWide && time.Length + code.Length > 0) lines.Add(new Line(string.Join(" · ", new[] { time, code }.Where(part => part.Length > 0)), Looks.Quiet));
        if (action.Type != ActionType.Create) lines.Add(new Line(ActionWords.Of(action, zone), Looks.Quiet));
        lines.AddRange(action.Changes.Select(change => ActionWords.Local(change, zone)).SelectMany(Change));
        if (NextStep.Of(action, client.Slug) is { } step) lines.Add(new Line(step));
        return IsWide ? [sign, new Rows(lines), new Line(time), new Line(code)] : [sign, new Rows(lines)];
    }

    private static IEnumerable<IRenderable> Change(FieldChange change)
    {
        yield return new Line($"{change.Field}:", Looks.Quiet);
        foreach (var (sign, value, style) in new[] { ('-', change.Before, Looks.Bad), ('+', change.After, Looks.Good) })
            foreach (var line in value?.Split('\n') ?? [])
                yield return new Line($"{sign} {VisibleText.Of(line)}", style);
    }

    private static string ShortZone(DateTimeZone zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
