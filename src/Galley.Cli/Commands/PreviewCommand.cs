using System.CommandLine;
using Galley.Authoring;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Planning;
using Galley.Rendering.Preview;
using Galley.Rendering.Preview.Parts;
using Galley.Rules;

namespace Galley.Cli.Commands;

/// <summary><c>galley preview</c>: web pages for people who read posts and not files.</summary>
internal static class PreviewCommand
{
    private static readonly Option<string?> Out = new("--out")
    {
        HelpName = "DIR",
        Description = "The folder for the pages. The first page is index.html.",
    };
    private static readonly Option<string?> SingleFile = new("--single-file")
    {
        HelpName = "FILE",
        Description = "With --client: one file with everything of one client, to send to the person who approves it.",
    };

    private static readonly Option<bool> Serve = new("--serve")
    {
        Description = "Show the pages at an address on this machine, and update them whenever you save a file.",
    };
    private static readonly Option<int?> Port = NumberOption.Create(
        "--port",
        "With --serve: the port. Default: any free port.",
        0,
        NumberOption.LastPort
    );

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "preview",
            "Write web pages with a calendar of all clients, and each post as LinkedIn will show it."
        )
        {
            Out,
            SingleFile,
            Serve,
            Port,
            PostFilterOptions.Label,
            PostFilterOptions.Campaign,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        if (parsed.GetValue(Serve))
        {
            return await new PreviewSession(shell, common, PostFilterOptions.Read(parsed)).Run(
                parsed.GetValue(Port) ?? 0
            );
        }

        var workspace = Workspace.Open(shell, common);
        var filter = PostFilterOptions.Read(parsed);
        return (parsed.GetValue(Out), parsed.GetValue(SingleFile)) switch
        {
            ({ } folder, null) => WriteFolder(
                shell,
                common,
                workspace,
                await Plan(shell, workspace, filter),
                await WithEditor(shell, workspace),
                Path.GetFullPath(folder, shell.Directory)
            ),
            (null, { } file) when workspace.Slugs.Count == 1 => WriteFile(
                shell,
                common,
                workspace,
                await Plan(shell, workspace, filter),
                FileArgument.ToWrite(shell, file, "--single-file", "preview.html")
            ),
            (null, { }) => throw new GalleyException("--single-file is for one client. Name it with --client SLUG."),
            _ => throw new GalleyException(
                "Choose --out DIR for a folder of pages, --client SLUG --single-file FILE.html for one file, or --serve to look at them."
            ),
        };
    }

    internal static async Task<PlannedRepository> Plan(Shell shell, Workspace workspace, PostFilter filter)
    {
        await using var ledger = await workspace.TryOpenLedger(workspace.LedgerOptions());
        return filter.Of(await workspace.Planner(ledger, ValidationPurpose.Plan).Plan(workspace.Slugs, shell.Stop));
    }

    private static int WriteFolder(
        Shell shell,
        CommonOptions common,
        Workspace workspace,
        PlannedRepository planned,
        PreviewOptions options,
        string folder
    )
    {
        var size = PreviewFolder.Write(PreviewSite.Render(planned, options), folder, workspace.Repository.Root);
        var index = Path.Combine(folder, "index.html");
        new ResultPrinter(shell, common).Print(
            new PreviewPages(index, size.Pages, size.Largest),
            CommandJson.Default.PreviewPages,
            text => text.WriteLine($"{size.Pages} pages, the largest {FileSize.Format(size.Largest)}. Open {index}")
        );
        return (int)ExitCode.Fine;
    }

    private static int WriteFile(
        Shell shell,
        CommonOptions common,
        Workspace workspace,
        PlannedRepository planned,
        string file
    )
    {
        if (planned.Clients.IsEmpty)
        {
            throw new GalleyException("No post has this label or campaign, so there is nothing to show.");
        }

        var page = SingleFilePreview.Write(
            planned,
            OptionsOf(workspace) with
            {
                Agency = workspace.Repository.Settings.Agency,
                Logo = Picture.Logo(workspace.Repository.Root, workspace.Repository.Settings.Agency),
            },
            media => Bytes(workspace.Repository.Root, media)
        );
        File.WriteAllText(file, page);
        var size = new FileInfo(file).Length;
        new ResultPrinter(shell, common).Print(new SingleFile(file, size), CommandJson.Default.SingleFile, text =>
            text.WriteLine($"{file}, {FileSize.Format(size)}: open it, or send it to the person who approves.")
        );
        return (int)ExitCode.Fine;
    }

    internal static PreviewOptions OptionsOf(Workspace workspace) =>
        new() { Limits = workspace.Repository.Settings.Limits };

    /// <summary>For pages that the agency reads.</summary>
    internal static async Task<PreviewOptions> WithEditor(Shell shell, Workspace workspace) =>
        OptionsOf(workspace) with
        {
            EditUrl = (await GitHubLocation.From(workspace.Repository.Root, shell.Stop)).Edit,
        };

    private static byte[] Bytes(string root, MediaFile file)
    {
        using var bytes = new MemoryStream();
        using var source = MediaBytes.Open(root, file);
        source.CopyTo(bytes);
        return bytes.ToArray();
    }
}
