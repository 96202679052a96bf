namespace Galley.Authoring;

/// <summary>A file to write.</summary>
/// <param name="Path">From the content root, with <c>/</c>.</param>
public sealed record NewFile(string Path, string Text)
{
    /// <summary>Writes it. An existing file is never overwritten.</summary>
    public void Write(string root)
    {
        if (!TryWrite(root))
        {
            throw new GalleyException(
                $"{Path} already exists, and Galley never overwrites a file. Choose another name, or edit that file."
            );
        }
    }

    /// <returns>False if there is a file of that name. It is not changed.</returns>
    public bool TryWrite(string root)
    {
        var full = System.IO.Path.Combine(root, Path);
        if (System.IO.Path.Exists(full))
        {
            return false;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        using var stream = new FileStream(full, FileMode.CreateNew, FileAccess.Write);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(Text));
        return true;
    }
}
