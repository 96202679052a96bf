using System.CommandLine;
using Galley.Authoring.Scheduling;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Payloads;
using Galley.Rendering.Text;

namespace Galley.Cli.Running;

/// <summary>Shows new times as the lines that change, asks, and writes them into the files.</summary>
internal sealed class TimeWriter(Shell shell, CommonOptions common, Workspace workspace)
{
    public static readonly Option<bool> Yes = new("--yes") { Description = "Write the files without asking." };
    public static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only show what would be written." };

    /// <param name="changes">With the client that each post is of.</param>
    /// <param name="nothing">What to say when there are none.</param>
    public ExitCode Write(
        ParseResult parsed,
        IReadOnlyCollection<(Client Client, TimeChange Change)> changes,
        string nothing
    )
    {
        var edits = changes.Select(Edit).ToList();
        if (common.Format == OutputFormat.Text)
        {
            edits.ForEach(Show);
        }

        var isDry = parsed.GetValue(DryRun);
        var writes = edits.Count > 0 && !isDry && (parsed.GetValue(Yes) || Confirm(edits.Count));
        foreach (var edit in writes ? edits : [])
        {
            File.WriteAllText(edit.File, edit.After);
        }

        new ResultPrinter(shell, common).Print(
            new ChangedTimes(writes, [.. changes.Select(Row)]),
            CommandJson.Default.ChangedTimes,
            text => text.WriteLine(Summary(edits.Count, writes, nothing))
        );
        SayApproved(changes);
        return writes || isDry || edits.Count == 0
            ? ExitCode.Fine
            : throw new GalleyException("Nothing was written. To write the files, add --yes.");
    }

    private Edited Edit((Client Client, TimeChange Change) of)
    {
        var path = of.Change.Post.SourceMap.Path;
        var file = Path.Combine(workspace.Repository.Root, path);
        var before = File.ReadAllText(file);
        return new Edited(path, file, before, of.Change.Write(before, of.Client.Zone));
    }

    private void Show(Edited edit) =>
        shell.Out.WriteLine(
            LineDiff.Write(edit.Path, edit.Before, edit.After, common.HasColor ? Palette.Coloured : Palette.Plain)
        );

    private bool Confirm(int count) =>
        new Prompt(shell, common).Confirm($"Write {(count == 1 ? "this time" : $"these {count:N0} times")}?");

    private static string Summary(int count, bool writes, string nothing) =>
        count == 0 ? nothing
        : writes ? $"Wrote {Plural.Format(count, "time")}. Look at the change with `git diff`, then commit it."
        : $"{Plural.Format(count, "time")} to write. Nothing was written.";

    /// <summary>An approval is of a text and its time.</summary>
    private void SayApproved(IEnumerable<(Client Client, TimeChange Change)> changes)
    {
        if (changes.Count(of => of.Change.Post.Approved is not null) is > 0 and var count)
        {
            shell.Error.WriteLine(
                $"{Plural.Format(count, "of these posts was", "of these posts were")} approved for the time before. Ask for approval again."
            );
        }
    }

    private static ChangedTimes.Post Row((Client Client, TimeChange Change) of) =>
        new(
            of.Client.Slug,
            of.Change.Post.Key,
            of.Change.Post.SourceMap.Path,
            of.Change.Post.ScheduledAt is { } from ? UtcTime.Write(from) : null,
            UtcTime.Write(of.Change.To)
        );

    private sealed record Edited(string Path, string File, string Before, string After);
}
