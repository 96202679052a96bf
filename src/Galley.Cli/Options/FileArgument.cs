using Galley.Cli.Hosting;

namespace Galley.Cli.Options;

/// <summary>A file that somebody names on the command line; one that can't be used is one sentence that says what to do next.</summary>
internal static class FileArgument
{
    /// <param name="next">What to name instead: the end of that sentence.</param>
    /// <exception cref="GalleyException">There is none, or it can't be read.</exception>
    public static string Text(Shell shell, string file, string next) => Read(shell, file, next, File.ReadAllText);

    /// <inheritdoc cref="Text"/>
    public static byte[] Bytes(Shell shell, string file, string next) => Read(shell, file, next, File.ReadAllBytes);

    /// <summary>Where to write a result to, asked before the work that makes it.</summary>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="GalleyException">There is no such folder, or it is a folder itself.</exception>
    public static string ToWrite(Shell shell, string file, string option, string example) =>
        ToWrite(Path.GetFullPath(file, shell.Directory), option, example);

    /// <inheritdoc cref="ToWrite(Shell, string, string, string)"/>
    public static string ToWrite(string path, string option, string example)
    {
        var folder = Path.GetDirectoryName(path);
        if (Directory.Exists(path))
        {
            throw new GalleyException(
                $"{path} is a folder: name a file with {option}, such as {Path.Combine(path, example)}."
            );
        }

        if (!Directory.Exists(folder))
        {
            throw new GalleyException($"There is no folder {folder}: make it, or name another file with {option}.");
        }

        return path;
    }

    private static T Read<T>(Shell shell, string file, string next, Func<string, T> read)
    {
        var path = Path.GetFullPath(file, shell.Directory);
        if (Directory.Exists(path))
        {
            throw new GalleyException($"{file} is a folder: {next}.");
        }

        if (!File.Exists(path))
        {
            throw new GalleyException($"There is no file {file}: {next}.");
        }

        try
        {
            return read(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw new GalleyException($"{file} can't be opened: let the user who runs galley read it, or {next}.");
        }
    }
}
