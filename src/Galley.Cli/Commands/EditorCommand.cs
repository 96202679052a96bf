using System.CommandLine;
using System.Text;
using Galley.Authoring;
using Galley.Authoring.Editor;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Serving;
using Galley.Cli.Workspaces;
using Galley.Rendering.Preview.Parts;

namespace Galley.Cli.Commands;

/// <summary><c>galley editor</c>: a form in the browser for people who know neither Git nor YAML.</summary>
internal static class EditorCommand
{
    private static readonly Option<string?> Out = new("--out")
    {
        HelpName = "DIR",
        Description = "The folder for the page, for GitHub Pages. The first page is index.html.",
    };
    private static readonly Option<bool> Local = new("--local")
    {
        Description = "Show the editor at an address on this machine. It reads and writes the files of this checkout.",
    };
    private static readonly Option<int?> Port = NumberOption.Create(
        "--port",
        "With --local: the port. Default: any free port.",
        0,
        NumberOption.LastPort
    );
    private static readonly Option<string?> Repo = new("--repo")
    {
        HelpName = "OWNER/REPO",
        Description = "With --out: the repository on GitHub. Default: that of the remote origin.",
    };
    private static readonly Option<string?> Branch = new("--branch")
    {
        HelpName = "NAME",
        Description =
            "With --out: the branch that posts are merged into. Default: the one that origin calls its main branch.",
    };
    private static readonly Option<string?> SignIn = new("--sign-in")
    {
        HelpName = "URL",
        Description =
            "With --out: the server that signs people in for GitHub, as docs/editor.md says. Default: GALLEY_EDITOR_SIGN_IN.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "editor",
            "Make a web page with a form for posts and lead magnets, for people who know neither Git nor YAML."
        )
        {
            Out,
            Local,
            Port,
            Repo,
            Branch,
            SignIn,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        return (parsed.GetValue(Out), parsed.GetValue(Local)) switch
        {
            ({ } folder, false) => Write(
                shell,
                common,
                workspace,
                await BackendOf(shell, parsed, workspace),
                Path.GetFullPath(folder, shell.Directory)
            ),
            (null, true) => await Serve(shell, common, workspace, parsed.GetValue(Port) ?? 0),
            _ => throw new GalleyException(
                "Choose --out DIR for a page on GitHub Pages, or --local to edit the files of this machine."
            ),
        };
    }

    private static async Task<EditorBackend> BackendOf(Shell shell, ParseResult parsed, Workspace workspace)
    {
        var location = await GitHubLocation.From(workspace.Repository.Root, shell.Stop);
        var repository = parsed.GetValue(Repo)
            ?? (location.IsKnown ? new Uri(location.Url).AbsolutePath.Trim('/') : null);
        if (repository?.Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            throw new GalleyException(
                "Name the repository on GitHub with --repo OWNER/REPO: there is no remote origin on GitHub here."
            );
        }

        return new GitHubBackend(
            repository,
            parsed.GetValue(Branch) ?? location.Branch,
            SignInOf(parsed.GetValue(SignIn) ?? shell.Environment("GALLEY_EDITOR_SIGN_IN")),
            location.Folder.Length == 0 ? "" : $"{location.Folder}/"
        );
    }

    private static Uri SignInOf(string? given) =>
        given switch
        {
            null or "" => throw new GalleyException(
                "Say with --sign-in URL which server signs people in. docs/editor.md shows how to get one."
            ),
            _ when Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps => url,
            _ => throw new GalleyException(
                $"\"{given}\" is not a URL that begins with https://. Give --sign-in the address of the server."
            ),
        };

    private static int Write(
        Shell shell,
        CommonOptions common,
        Workspace workspace,
        EditorBackend backend,
        string folder
    )
    {
        var site = Site(common, workspace, backend);
        foreach (var (path, bytes) in site)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
        }

        var index = Path.Combine(folder, "index.html");
        var size = site.Values.Sum(bytes => (long)bytes.Length);
        new ResultPrinter(shell, common).Print(
            new EditorPages(index, workspace.Slugs.Count, site.Count, size),
            CommandJson.Default.EditorPages,
            text =>
                text.WriteLine(
                    $"The editor for {Plural.Format(workspace.Slugs.Count, "client")}, {FileSize.Format(size)}, is in {folder}. "
                        + "Publish this folder with GitHub Pages, as docs/editor.md says."
                )
        );
        return (int)ExitCode.Fine;
    }

    private static async Task<int> Serve(Shell shell, CommonOptions common, Workspace workspace, int port)
    {
        await using var server = await new EditorServer(
            workspace.Repository.Root,
            Site(common, workspace, new LocalBackend())
        ).Start(port, shell.Stop);
        shell.Out.WriteLine($"The editor of {workspace.Repository.Root} is at {server.Url}");
        shell.Out.WriteLine("It writes into the files of this folder. Press Ctrl-C to stop.");
        try
        {
            await Task.Delay(Timeout.Infinite, shell.Stop);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C.
        }

        return (int)ExitCode.Fine;
    }

    private static Dictionary<string, byte[]> Site(CommonOptions common, Workspace workspace, EditorBackend backend)
    {
        var clients = workspace.Slugs.Select(slug => EditedClient.From(workspace.Repository, slug)).ToList();
        var site = EditorParts.Read().ToDictionary(StringComparer.Ordinal);
        var options = new EditorOptions
        {
            Backend = backend,
            Root = workspace.Repository.Root,
            Schemas = SchemaFolder.Find(workspace.Repository.Root),
            Now = common.IsClockSet ? workspace.Now : null,
        };
        foreach (var file in EditorSite.Files(clients, options))
        {
            site[file.Path] = Encoding.UTF8.GetBytes(file.Text);
        }

        return site;
    }
}
