using Galley.Content;

namespace Galley.Rendering.Preview;

/// <summary>A preview on a disk. Pages of an earlier one that no longer belong are taken away; a folder of anybody else's is left alone.</summary>
public static class PreviewFolder
{
    private const string Mark = ".galley-preview";

    /// <param name="contentRoot">Where the pictures are copied from.</param>
    /// <returns>How many pages were written, and the size of the largest.</returns>
    public static PreviewSize Write(IEnumerable<PreviewFile> files, string folder, string contentRoot)
    {
        Claim(folder);
        var written = new HashSet<string>(StringComparer.Ordinal) { Mark };
        var size = new PreviewSize(0, 0);
        foreach (var file in files)
        {
            written.Add(file.Path);
            size = size.With(WriteOne(file, Path.Combine(folder, file.Path), contentRoot));
        }

        foreach (var stale in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList())
            if (!written.Contains(Path.GetRelativePath(folder, stale).Replace('\\', '/'))) File.Delete(stale);
        return size;
    }

    private static void Claim(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Mark)))
            throw new GalleyException($"{folder} holds files that are no preview: name an empty or new folder with --out.");
        File.WriteAllText(Path.Combine(folder, Mark), "Galley writes this folder anew each time.\n");
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
        if (new FileInfo(target) is { Exists: true } there && there.Length == file.Media!.Size) return null;
        using var source = MediaBytes.Open(contentRoot, file.Media!);
        using var copy = File.Create(target);
        source.CopyTo(copy);
        return null;
    }
}
