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

    /// <param name="summary">What to write instead of each post and lead magnet; null for all of them.</param>
    public void Write(Plan plan, PlanSummary? summary)
    {
        foreach (var client in (summary?.Urgent ?? plan).Clients.Where(client => !client.IsEmpty))
        {
            Write(client);
        }

        foreach (var line in summary?.Lines ?? [])
        {
            WriteLine(line, Style.Plain);
        }

        WriteLine(PlanText.Totals(plan), Styles.Strong);
    }

    private void WriteLine(string line, Style style)
    {
        console.Write(new Line(line, style));
        console.WriteLine();
    }

    private void Write(ClientPlan client)
    {
        var zone = LocalTimes.Zone(client.Zone);
        console.Write(new Line(VisibleText.From(client.Name ?? client.Slug), Styles.Strong));
        console.WriteLine();
        console.Write(new Line($"{client.Slug} · {zone.Id}", Styles.Quiet));
        console.WriteLine();
        var listed = client.Actions.Where(action => ActionTable.For(action.Type).IsListed).ToList();
        if (listed.Count > 0)
        {
            console.Write(TableOf(listed, client, zone));
        }

        if (PlanText.Unlisted(client, now) is { } unlisted)
        {
            console.Write(new Line($"  {unlisted}", Styles.Quiet));
            console.WriteLine();
        }

        console.WriteLine();
    }

    private Table TableOf(IEnumerable<PlanAction> actions, ClientPlan client, DateTimeZone zone)
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
            table.AddColumn(new TableColumn($"When ({LocalTimes.City(zone)})").Width(18));
            table.AddColumn(new TableColumn("Code").NoWrap());
        }
        else
        {
            table.AddColumn(new TableColumn(""));
        }

        foreach (var group in actions.GroupBy(ActionTable.GroupOf).OrderBy(group => group.Key))
        {
            if (table.Rows.Count > 0)
            {
                table.AddEmptyRow();
            }

            IRenderable heading = new Line(PlanText.Heading(group.Key, group.Count()), Styles.For(group.Key));
            table.AddRow(Padded(table, new Line(""), heading));
            foreach (var action in group.Where(action => !PlanText.IsOfClient(action)))
            {
                table.AddRow(Row(action, client, zone));
            }

            foreach (var line in PlanText.OfClient(group))
            {
                table.AddRow(Padded(table, new Line(line[..1], Styles.Careful), new Line(line[2..])));
            }
        }

        return table;
    }

    private static IRenderable[] Padded(Table table, IRenderable sign, IRenderable words) =>
        [sign, words, .. Enumerable.Repeat(new Line(""), table.Columns.Count - 2)];

    private IRenderable[] Row(PlanAction action, ClientPlan client, DateTimeZone zone)
    {
        var row = ActionTable.For(action.Type);
        var sign = new Line(row.Symbol.ToString(), Styles.For(ActionTable.GroupOf(action)));
        var time = action.At is { } at ? LocalTimes.Minute(at, zone, now) : "";
        var code = action.Code ?? "";
        var lines = new List<IRenderable>
        {
            new Line($"{ActionDescriptions.KindOf(action)} {action.Key}", Styles.Strong),
        };
        if (!IsWide && time.Length + code.Length > 0)
        {
            lines.Add(new Line(string.Join(" · ", new[] { time, code }.Where(part => part.Length > 0)), Styles.Quiet));
        }

        if (action is not { Type: ActionType.Create, Reason: null, Detail: null })
        {
            lines.Add(new Line(VisibleText.From(ActionDescriptions.For(action, zone, now)), Styles.Quiet));
        }

        if (ApprovalWords.For(action, zone, now) is { } approval)
        {
            lines.Add(new Line(VisibleText.From(approval), Styles.Quiet));
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
        foreach (var part in ChangedLines.For(change))
        {
            if (part.Title is { } title)
            {
                yield return new Line($"({title})", Styles.Quiet);
            }

            foreach (var line in part.Lines)
            {
                yield return new Line($"{line.Sign} {line.Text}", StyleOf(line.Sign));
            }
        }
    }

    private static Style StyleOf(char sign) =>
        sign switch
        {
            '-' => Styles.Bad,
            '+' => Styles.Good,
            '!' => Styles.Careful,
            _ => Styles.Quiet,
        };
}
