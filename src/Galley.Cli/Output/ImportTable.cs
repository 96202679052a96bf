using System.Globalization;
using Galley.Authoring;
using Galley.Authoring.Import;
using Galley.Rendering;
using NodaTime;
using Spectre.Console;
using Line = Spectre.Console.Text;
using Status = Galley.Planning.Status;

namespace Galley.Cli.Output;

/// <summary>What an import would make: a table on a terminal, a line per post elsewhere.</summary>
internal static class ImportTable
{
    private const string NoTime = "no time";

    /// <summary>The zone is in the column's header.</summary>
    private const string TimeFormat = "ddd d MMM uuuu HH:mm";

    public static void Write(IAnsiConsole console, ImportResult result, DateTimeZone zone)
    {
        var table = new Table { Border = TableBorder.Horizontal, Expand = true };
        table.AddColumn(new TableColumn("Row").NoWrap().RightAligned());
        table.AddColumn(new TableColumn("Post"));
        table.AddColumn(new TableColumn($"When ({zone.Id})"));
        table.AddColumn(new TableColumn("What").NoWrap());
        foreach (var post in result.Posts)
        {
            table.AddRow(
                new Line($"{post.Row}"),
                new Rows([
                    new Line(VisibleText.From(post.Start), Styles.Strong),
                    .. Details(post).Select(detail => new Line(detail, Styles.Quiet)),
                ]),
                new Line(
                    post.At is { } at ? at.InZone(zone).ToString(TimeFormat, CultureInfo.InvariantCulture) : NoTime
                ),
                new Line(What(post), post.IsDraft ? Styles.Careful : Styles.Good)
            );
        }

        console.Write(table);
    }

    public static void Write(TextWriter writer, ImportResult result, DateTimeZone zone)
    {
        foreach (var post in result.Posts)
        {
            var details = string.Concat(Details(post).Select(detail => $"; {detail}"));
            writer.WriteLine(
                $"Row {post.Row}: {What(post)}, {Time(post, zone)}: \"{VisibleText.From(post.Start)}\"{details}"
            );
        }
    }

    private static string What(ImportedPost post) => post.IsDraft ? Status.Draft : Status.Ready;

    private static string Time(ImportedPost post, DateTimeZone zone) =>
        post.At is { } at ? LocalTimeText.ForPeople(at, zone) : NoTime;

    private static IEnumerable<string> Details(ImportedPost post) =>
        post
            .Extras.Concat(post.IsDraft ? [$"draft because {string.Join("; ", post.DraftBecause)}"] : [])
            .Select(VisibleText.From);
}
