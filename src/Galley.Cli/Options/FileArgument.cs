using Galley.Cli.Hosting;

namespace Galley.Cli.Options;

/// <summary>A file that is named on the command line. If it can't be used, one sentence says what to do next.</summary>
internal static class FileArgument
{
    /// <param name="next">What to do instead: the end of that sentence.</param>
    /// <exception cref="GalleyException">The file does not exist, or can't be read.</exception>
    public static string Text(Shell shell, string file, string next) => Read(shell, file, next, File.ReadAllText);

    /// <inheritdoc cref="Text"/>
    public static byte[] Bytes(Shell shell, string file, string next) => Read(shell, file, next, File.ReadAllBytes);

    /// <summary>The file for a result, checked before the work that makes it.</summary>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="GalleyException">Its folder does not exist, or it is a folder itself.</exception>
    public static string ToWrite(Shell shell, string file, string option, string example) =>
        ToWrite(Path.GetFullPath(file, shell.Directory), option, example);

    /// <inheritdoc cref="ToWrite(Shell, string, string, string)"/>
    public static string ToWrite(string path, string option, string example)
    {
        var folder = Path.GetDirectoryName(path);
        if (Directory.Exists(path))
        {
            throw new GalleyException(
                $"{path} is a folder. Name a file with {option}, such as {Path.Combine(path, example)}."
            );
        }

        if (!Directory.Exists(folder))
        {
            throw new GalleyException($"There is no folder {folder}. Create it, or name another file with {option}.");
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
            throw new GalleyException(
                $"Galley may not read {file}. Give the user who runs galley read access, or {next}."
            );
        }
    }
}
