using Galley.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;
using Line = Spectre.Console.Text;

namespace Galley.Cli.Output.Progress;

/// <summary>The state of an apply as the terminal shows it: a bar for each client, and one line for all.</summary>
internal static class ProgressBars
{
    private const int MostClients = 10;
    private const int ShortestWithBars = 50;

    /// <param name="elapsed">Since the first create.</param>
    /// <param name="isStopping">Ctrl-C was pressed.</param>
    public static IRenderable For(ApplyProgress progression, TimeSpan elapsed, bool isStopping, int width)
    {
        var clients = progression.Clients.ToList();
        var grid = new Grid { Expand = false }.AddColumn(new GridColumn().NoWrap());
        if (width >= ShortestWithBars)
        {
            grid.AddColumn(new GridColumn().NoWrap());
        }

        grid.AddColumn(new GridColumn().NoWrap().RightAligned());
        // Lines that stay where they are can be read; only where not all fit must the finished ones make session.
        var shown = clients.OrderBy(client => clients.Count > MostClients && client.Done == client.All);
        foreach (var client in shown.Take(MostClients))
        {
            grid.AddRow(Row(client, width));
        }

        var more =
            clients.Count > MostClients
                ? new Line($"and {clients.Count - MostClients} more clients", Styles.Quiet)
                : null;
        return new Rows(
            new IRenderable?[]
            {
                grid,
                more,
                new Line(Describe(progression, elapsed, isStopping), Styles.Strong),
            }.OfType<IRenderable>()
        );
    }

    /// <summary>12 of 40 done, about 2 min left.</summary>
    public static string Describe(ApplyProgress progression, TimeSpan elapsed, bool isStopping)
    {
        var parts = new List<string> { $"{progression.Done - progression.NotDone} of {progression.All} done" };
        if (progression.NotDone > 0)
        {
            parts.Add($"{progression.NotDone} not done");
        }

        if (isStopping)
        {
            parts.Add("stopping after what is under way");
        }
        else if (Left(progression, elapsed) is { } left)
        {
            parts.Add(left);
        }

        return string.Join(", ", parts);
    }

    private static IRenderable[] Row(ClientProgress client, int width)
    {
        var longest = width >= ShortestWithBars ? width / 3 : width - 14;
        var name = VisibleText.From(client.Name);
        var shown = new Line(
            name.Length <= longest ? name : $"{name[..(longest - 1)]}…",
            client.Done == client.All ? Styles.Quiet : Style.Plain
        );
        var count = new Line($"{client.Done} of {client.All}");
        return width >= ShortestWithBars ? [shown, Bar(client, width / 4), count] : [shown, count];
    }

    /// <summary>Two signs that differ in shape, not in colour alone.</summary>
    private static Line Bar(ClientProgress client, int length)
    {
        var full = client.Done * length / client.All;
        return new Line(
            new string('━', full) + new string('┄', length - full),
            client.NotDone > 0 ? Styles.Careful : Styles.Good
        );
    }

    /// <summary>Null until there is something to go by.</summary>
    private static string? Left(ApplyProgress progression, TimeSpan elapsed)
    {
        const int LeastToGoBy = 3;
        var left = progression.All - progression.Done;
        if (left == 0)
        {
            return null;
        }

        if (progression.Done < LeastToGoBy)
        {
            return $"{left} left";
        }

        var time = elapsed * ((double)left / progression.Done);
        return time < TimeSpan.FromMinutes(1)
            ? "less than a minute left"
            : $"about {Math.Ceiling(time.TotalMinutes):0} min left";
    }
}
