using Galley.Content;

namespace Galley.Rendering.Preview;

/// <summary>
/// Pages on a disk. Those of an earlier run that no longer belong are taken away; a folder of anybody else's is left
/// alone.
/// </summary>
public static class PreviewFolder
{
    /// <param name="contentRoot">Where the pictures are copied from.</param>
    /// <param name="kind">Of what the folder is: another kind's folder is somebody else's.</param>
    /// <returns>How many pages were written, and the size of the largest.</returns>
    public static PreviewSize Write(
        IEnumerable<PreviewFile> files,
        string folder,
        string contentRoot,
        string kind = "preview"
    )
    {
        var mark = $".galley-{kind}";
        Claim(folder, mark, kind);
        var written = new HashSet<string>(StringComparer.Ordinal) { mark };
        var size = new PreviewSize(0, 0);
        foreach (var file in files)
        {
            written.Add(file.Path);
            size = size.With(WriteOne(file, Path.Combine(folder, file.Path), contentRoot));
        }

        foreach (var stale in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList())
        {
            if (!written.Contains(Path.GetRelativePath(folder, stale).Replace('\\', '/')))
            {
                File.Delete(stale);
            }
        }

        return size;
    }

    private static void Claim(string folder, string mark, string kind)
    {
        if (File.Exists(folder))
        {
            throw new GalleyException($"{folder} is a file: name a folder with --out.");
        }

        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, mark)))
        {
            throw new GalleyException(
                $"{folder} holds files that are no {kind}: name an empty or new folder with --out."
            );
        }

        File.WriteAllText(Path.Combine(folder, mark), "Galley writes this folder anew each time.\n");
    }

    /// <returns>The page's bytes; null for a copy.</returns>
    private static long? WriteOne(PreviewFile file, string target, string contentRoot)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (file.Text is { } text)
        {
            File.WriteAllText(target, text);
            return new FileInfo(target).Length;
        }

        // The name is the content's hash: what is there already is right.
        if (new FileInfo(target) is { Exists: true } there && there.Length == file.Media!.Size)
        {
            return null;
        }

        using var source = MediaBytes.Open(contentRoot, file.Media!);
        using var copy = File.Create(target);
        source.CopyTo(copy);
        return null;
    }
}
