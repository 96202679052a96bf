using System.CommandLine;
using System.Text.Json;
using Galley.Authoring;
using Galley.Authoring.Import;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;

namespace Galley.Cli.Commands;

/// <summary><c>galley import FILE.csv</c>: posts out of a spreadsheet. Every row that becomes none is named, with the reason.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Source = new("FILE")
    {
        Description =
            "A CSV file with a row of headers: text, date (and time), media, comment, tags; many other names are known.",
    };
    private static readonly Option<string?> DateFormat = new("--date-format")
    {
        HelpName = "FORMAT",
        Description = "How dates are written, such as dd/MM/yyyy; needed where day and month could be swapped.",
    };
    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Write nothing, only say what would be.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command("import", "Make posts out of a spreadsheet.") { Source, DateFormat, DryRun };
        command.SetAction(parsed => (int)Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static ExitCode Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var (content, client) = ClientArgument.Read(workspace, common, new Prompt(shell, common));
        var bytes = FileArgument.Bytes(shell, parsed.GetValue(Source)!, "give the path of a CSV file");
        var isDry = parsed.GetValue(DryRun);
        var root = workspace.Repository.Root;
        var schemas = isDry
            ? SchemaFolder.Find(root) ?? SchemaFolder.In(root)
            : new NewFileWriter(shell, common, root).Schemas();
        var result = PostImport.Run(
            bytes,
            new ImportOptions
            {
                Content = content,
                Client = client,
                Limits = workspace.Repository.Settings.Limits,
                Now = workspace.Now,
                Root = root,
                Schemas = schemas,
                DateFormat = parsed.GetValue(DateFormat),
            }
        );
        Report(shell, common, result);
        var files = new NewFileWriter(shell, common, root) { More = json => LeftOut(json, result, isDry) };
        if (isDry)
        {
            Preview(shell, common, result);
        }
        else
        {
            foreach (var post in result.Posts)
            {
                files.Write(post.File);
            }
        }

        return isDry && !common.IsJson ? ExitCode.Fine : files.Finish(client.Slug, workspace.Now, Describe(result));
    }

    private static void LeftOut(Utf8JsonWriter json, ImportResult result, bool isDry)
    {
        if (isDry)
        {
            JsonPrinter.Strings(json, "would_write", result.Posts.Select(post => post.File.Path));
        }

        json.WriteStartArray("left_out");
        foreach (var row in result.LeftOut)
        {
            json.WriteStartObject();
            json.WriteNumber("row", row.Row);
            json.WriteString("why", row.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Report(Shell shell, CommonOptions common, ImportResult result)
    {
        foreach (var row in result.LeftOut)
        {
            shell.Error.WriteLine(
                $"Row {row.Row} left out{(row.Start.Length == 0 ? "" : $" (\"{row.Start}\")")}: {row.Why.TrimEnd('.')}."
            );
        }

        if (result.UnknownColumns.Count > 0 && !common.IsQuiet)
        {
            shell.Error.WriteLine($"Columns not read: {string.Join(", ", result.UnknownColumns)}.");
        }
    }

    private static void Preview(Shell shell, CommonOptions common, ImportResult result)
    {
        if (common.IsJson)
        {
            return;
        }

        foreach (var post in result.Posts)
        {
            shell.Out.WriteLine(common.IsQuiet ? post.File.Path : $"Would write {post.File.Path}");
        }

        if (common.IsQuiet)
        {
            return;
        }

        foreach (var line in Describe(result))
        {
            shell.Error.WriteLine(line);
        }
    }

    private static IEnumerable<string> Describe(ImportResult result)
    {
        var drafts = result.Posts.Count(post => post.At is null);
        yield return $"{result.Posts.Count} of {result.Posts.Count + result.LeftOut.Count} rows{(drafts == 0 ? "" : $", {drafts} without a time, as drafts")}.";
        if (result.LeftOut.Count > 0)
        {
            yield return "Mend the rows that were left out and import the file again: what is here already is not taken twice.";
        }
    }
}
