using System.CommandLine;
using Galley.Authoring;
using Galley.Authoring.Import;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Rendering;

namespace Galley.Cli.Commands;

/// <summary>
/// <c>galley import FILE</c>: makes posts from a spreadsheet. It shows what it would make, and writes the files after a yes.
/// </summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Source = new("FILE")
    {
        Description =
            "A CSV file or an Excel workbook (.xlsx) with a row of headers, such as text, date, time, media, first comment, hashtags.",
    };
    private static readonly Option<string[]> Column = new("--column")
    {
        HelpName = "NAME=HEADER",
        Description =
            "What a column means, such as text=\"Post copy\"; may be repeated. Names: text, date, time, timezone, media, link, "
            + "comment, hashtags, note, label, campaign, status, approved, account, network, ignore.",
        AllowMultipleArgumentsPerToken = false,
    };
    private static readonly Option<bool> NoHeaders = new("--no-headers")
    {
        Description = "The first row is a post. Call the columns A, B, C … in --column.",
    };
    private static readonly Option<string?> DateFormat = new("--date-format")
    {
        HelpName = "FORMAT",
        Description = "How dates are written, such as dd/MM/yyyy. Only needed if day and month could be swapped.",
    };
    private static readonly Option<bool> ToSlots = new("--to-slots")
    {
        Description = "Give each row without a time the client's next free slot. Also a cell `next-slot` asks for one.",
    };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Write the files without asking." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only show what would be written." };

    public static Command Create(Shell shell)
    {
        var command = new Command("import", "Make posts from a spreadsheet.")
        {
            Source,
            Column,
            NoHeaders,
            DateFormat,
            ToSlots,
            Yes,
            DryRun,
        };
        command.SetAction(parsed => (int)Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static ExitCode Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var prompt = new Prompt(shell, common);
        var (content, client) = ClientArgument.Read(workspace, common, prompt);
        var result = Read(shell, parsed, workspace, content, client);
        Show(shell, common, result, client);

        var count = Plural.Format(result.Posts.Count, "file");
        var writes =
            result.Posts.Count > 0
            && !parsed.GetValue(DryRun)
            && (
                parsed.GetValue(Yes) || prompt.Confirm($"Write {(count == "1 file" ? "this file" : $"these {count}")}?")
            );
        var files = new NewFileWriter(shell, common, workspace.Repository.Root)
        {
            Complete = json => Complete(json, result, writes),
        };
        if (writes)
        {
            Write(files, result);
        }
        else if (common is { IsQuiet: true, Format: OutputFormat.Text })
        {
            result.Posts.ToList().ForEach(post => shell.Out.WriteLine(post.File.Path));
        }

        var exitCode = files.Finish(client.Slug, workspace.Now, writes ? Next(result) : []);
        return writes || result.Posts.Count == 0 || parsed.GetValue(DryRun)
            ? exitCode
            : throw new GalleyException(
                prompt.CanAsk ? "Nothing was written." : $"Nothing was written. To write the {count}, add --yes."
            );
    }

    private static ImportResult Read(
        Shell shell,
        ParseResult parsed,
        Workspace workspace,
        ClientContent content,
        Client client
    )
    {
        var root = workspace.Repository.Root;
        return PostImport.Run(
            FileArgument.Bytes(shell, parsed.GetValue(Source)!, "give the path of a CSV file or an Excel workbook"),
            new ImportOptions
            {
                Content = content,
                Client = client,
                Limits = workspace.Repository.Settings.Limits,
                Now = workspace.Now,
                Root = root,
                Schemas = SchemaFolder.Find(root) ?? SchemaFolder.In(root),
                DateFormat = parsed.GetValue(DateFormat),
                ToSlots = parsed.GetValue(ToSlots),
                Columns = parsed.GetValue(Column) ?? [],
                WithoutHeaders = parsed.GetValue(NoHeaders),
            }
        );
    }

    private static void Write(NewFileWriter files, ImportResult result)
    {
        files.Schemas();
        foreach (var post in result.Posts)
        {
            files.Write(post.File);
        }
    }

    private static WrittenFiles Complete(WrittenFiles json, ImportResult result, bool writes) =>
        json with
        {
            WouldWrite = writes ? null : [.. result.Posts.Select(post => post.File.Path)],
            Drafts =
            [
                .. result
                    .Posts.Where(post => post.IsDraft)
                    .Select(post => new WrittenFiles.SheetRow(post.Row, string.Join("; ", post.DraftBecause))),
            ],
            LeftOut = [.. result.LeftOut.Select(row => new WrittenFiles.SheetRow(row.Row, row.Why))],
        };

    /// <summary>What would be made is the result; what is left out, and what is not read, goes to stderr.</summary>
    private static void Show(Shell shell, CommonOptions common, ImportResult result, Client client)
    {
        if (common.HasScreen && result.Posts.Count > 0)
        {
            ImportTable.Write(Consoles.Create(shell.Out, shell, common), result, client.Zone);
        }
        else if (common is { Format: OutputFormat.Text, IsQuiet: false })
        {
            ImportTable.Write(shell.Out, result, client.Zone);
        }

        foreach (var row in result.LeftOut)
        {
            var text = row.Start.Length == 0 ? "" : $" (\"{row.Start}\")";
            shell.Error.WriteLine(VisibleText.From($"Row {row.Row} is left out{text} because {row.Why}."));
        }

        foreach (var line in common.IsQuiet ? [] : Summary(result))
        {
            shell.Error.WriteLine(VisibleText.From(line));
        }
    }

    private static IEnumerable<string> Summary(ImportResult result)
    {
        foreach (var note in result.Notes)
        {
            yield return note;
        }

        if (result.UnreadColumns.Count > 0)
        {
            yield return $"Columns that are not used: {string.Join(", ", result.UnreadColumns)}.";
        }

        var drafts = result.Posts.Count(post => post.IsDraft);
        yield return $"{Plural.Format(result.Posts.Count + result.LeftOut.Count, "row")}: {result.Posts.Count - drafts} ready, "
            + $"{Plural.Format(drafts, "draft")}, {result.LeftOut.Count:N0} left out.";
    }

    private static IEnumerable<string> Next(ImportResult result)
    {
        if (result.LeftOut.Count > 0)
        {
            yield return "Correct the rows that were left out and import the file again. Posts that exist already are not imported twice.";
        }

        if (result.Posts.Any(post => post.IsDraft))
        {
            yield return "Check the drafts. To schedule one, change `status: draft` to `status: scheduled` in its file.";
        }
    }
}
