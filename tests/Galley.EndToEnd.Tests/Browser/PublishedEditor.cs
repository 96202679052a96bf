using Galley.Cli.Hosting;
using Galley.Cli.Tests.Running;
using Galley.Testing;
using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>The page that `galley editor --out` writes, at an address, and the repository that it works on.</summary>
internal sealed class PublishedEditor : IDisposable
{
    public const string Main = "refs/heads/main";
    private const string Address = "https://pages.example/";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".mjs"] = "text/javascript",
        [".yml"] = "text/yaml",
        [".json"] = "application/json",
        [".wasm"] = "application/wasm",
    };

    private readonly TemporaryFolder _folder = new();

    private PublishedEditor() => Repository = new GitClone(_folder["content"]);

    public GitClone Repository { get; }

    public GitHubOfTheEditor GitHub => field ??= new GitHubOfTheEditor(Repository, _folder["new-file"]);

    public Uri Url => new(Address);

    public static async Task<PublishedEditor> Make()
    {
        if (!EditorParts.AreThere)
        {
            Assert.Ignore(
                "This build lacks the editor's parts: `dotnet cake --target=EditorParts` makes them, with npm."
            );
        }

        var editor = new PublishedEditor();
        foreach (var file in Directory.EnumerateFiles(Site.Example, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(editor.Repository.Folder, Path.GetRelativePath(Site.Example, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        editor.Repository.Git("init", "--quiet", "--initial-branch=main");
        editor.Repository.Commit("README.md", "Our posts\n");
        string[] arguments =
        [
            "editor",
            "--out",
            editor._folder["page"],
            "--repo",
            GitHubOfTheEditor.Name,
            "--branch",
            "main",
            "--sign-in",
            "https://sign-in.example/auth",
            "--now",
            CliFixture.Now,
        ];
        var run = await CliRun.In(editor.Repository.Folder, arguments);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return editor;
    }

    /// <summary>A person who has signed in.</summary>
    public async Task<Author> Visitor(string login)
    {
        var visit = await Visit.Start();
        await visit.Page.AddInitScriptAsync(
            $$"""localStorage.setItem('decap-cms-user', '{"backendName":"github","token":"of {{login}}","login":"{{login}}"}');"""
        );
        await visit.Page.RouteAsync($"{Address}**", Serve);
        await GitHub.Answer(visit.Page);
        return new Author(visit, Url);
    }

    /// <returns>The file's text at a branch; null if the branch has no such file.</returns>
    public string? Text(string path, string branch)
    {
        try
        {
            return Repository.Git("show", $"{branch}:{path}");
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public void Dispose() => _folder.Dispose();

    private Task Serve(IRoute route)
    {
        var file = Path.Combine(_folder["page"], new Uri(route.Request.Url).AbsolutePath.TrimStart('/'));
        return File.Exists(file)
            ? route.FulfillAsync(new() { Path = file, ContentType = Types.GetValueOrDefault(Path.GetExtension(file)) })
            : route.FulfillAsync(new() { Status = 404 });
    }
}
