namespace Galley.Authoring;

/// <summary>A file that is to be made.</summary>
/// <param name="Path">From the content root, with <c>/</c>.</param>
public sealed record NewFile(string Path, string Text)
{
    /// <summary>Writes it, and never over another.</summary>
    public void Write(string root)
    {
        if (!TryWrite(root))
        {
            throw new GalleyException(
                $"{Path} is there already, and nothing is ever overwritten: choose another name, or edit that file."
            );
        }
    }

    /// <returns>False when there is a file of that name; it stays as it is.</returns>
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
