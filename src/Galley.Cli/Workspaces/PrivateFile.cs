using System.Text;
using Galley.Cli.Options;
using Galley.Git;

namespace Galley.Cli.Workspaces;

/// <summary>
/// A file of personal data: only its owner can read it, it is never where Git would pick it up, and it is written completely or not at all.
/// </summary>
internal sealed class PrivateFile : IDisposable
{
    private readonly string _path;
    private readonly string _unfinished;

    private PrivateFile(string path)
    {
        (_path, _unfinished) = (path, $"{path}.part");
        File.Delete(_unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        // Without the byte order mark, Excel reads the file in the system's old code page.
        Writer = new StreamWriter(_unfinished, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), options);
    }

    public StreamWriter Writer { get; }

    /// <exception cref="GalleyException">The folder does not exist, or Git would see the file.</exception>
    public static async Task<PrivateFile> Create(string path, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(FileArgument.ToWrite(path, "--out", "rows.csv"))!;
        var git = new GitRepository(folder);
        if (
            (Workspace.CheckoutOf(folder) is not null || await git.TryTopLevel(cancellationToken) is not null)
            && !await git.Ignores(Path.GetFileName(path), cancellationToken)
        )
        {
            throw new GalleyException(
                $"{path} is inside a Git work tree, and personal data must not get into Git. "
                    + "Name a file elsewhere with --out, or add it to .gitignore first."
            );
        }

        return new PrivateFile(path);
    }

    /// <summary>Gives the file its name; without this it is deleted again.</summary>
    public void Keep()
    {
        Writer.Dispose();
        File.Move(_unfinished, _path, overwrite: true);
    }

    public void Dispose()
    {
        Writer.Dispose();
        File.Delete(_unfinished);
    }
}
