using Galley.Cli.Hosting;
using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>`galley editor --local` over a checkout of content-example of its own.</summary>
internal sealed class LocalEditor : IAsyncDisposable
{
    public const string Client = "kestrel-cold-chain";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly int _port = Ports.Free();
    private readonly GitClone _clone;
    private Task<CliRun> _run = null!;

    private LocalEditor()
    {
        foreach (var file in Directory.EnumerateFiles(Site.Example, "*", SearchOption.AllDirectories))
        {
            var target = _folder[Path.GetRelativePath(Site.Example, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        _clone = new GitClone(_folder.Path);
    }

    public string this[string path] => _folder[path];

    public Uri Url => new($"http://127.0.0.1:{_port}/");

    /// <param name="addTo">Adds files to the checkout at this path.</param>
    public static async Task<LocalEditor> Start(Action<string>? addTo = null)
    {
        if (!EditorParts.AreThere)
        {
            Assert.Ignore(
                "This build lacks the editor's parts: `dotnet cake --target=EditorParts` makes them, with npm."
            );
        }

        var editor = new LocalEditor();
        addTo?.Invoke(editor._folder.Path);
        editor._clone.Git("init", "--quiet");
        editor._clone.Commit("README.md", "Our posts\n");
        editor._run = CliRun.In(
            editor._folder.Path,
            [],
            ["editor", "--local", "--port", $"{editor._port}", "--now", CliFixture.Now],
            editor._stop.Token
        );
        await Ports.Reached(editor._port, editor._run);
        return editor;
    }

    public string Post(string key) => this[$"clients/{Client}/posts/{key}.md"];

    /// <summary>What Git sees as changed, as `git status --short` says it.</summary>
    public string[] Changed() =>
        _clone
            .Git("status", "--short", "--untracked-files=all")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim())
            .ToArray();

    public Task<CliRun> Validate() =>
        CliRun.In(_folder.Path, ["validate", "--client", Client, "--now", CliFixture.Now]);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run;
        _run.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }
}
