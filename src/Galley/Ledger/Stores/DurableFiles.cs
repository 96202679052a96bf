namespace Galley.Ledger.Stores;

/// <summary>Writes that are on disk when they return: the file's bytes and the name by which it is found.</summary>
internal sealed class DurableFiles(DiskSync sync)
{
    /// <summary>Makes the file hold <paramref name="whole"/>, of which the first <paramref name="stored"/> bytes are there.</summary>
    public void Append(string path, ReadOnlySpan<byte> whole, int stored)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        if (file.Length < stored)
        {
            throw new IOException($"{path} is shorter than it was: something else writes to it");
        }

        file.SetLength(stored);
        file.Position = stored;
        file.Write(whole[stored..]);
        try
        {
            sync.File(file.SafeFileHandle, path);
        }
        catch (SyncException)
        {
            CutBack(file, stored);
            throw;
        }
    }

    /// <summary>No other galley is to see lines that the next power failure may take away.</summary>
    private static void CutBack(FileStream file, int stored)
    {
        try
        {
            file.SetLength(stored);
        }
        catch (IOException)
        {
            // The disk fails in more than one way. That it failed at all is told already.
        }
    }

    public void CreateFolder(string path)
    {
        Directory.CreateDirectory(path);
        sync.Folder(Path.GetDirectoryName(path)!);
    }

    /// <summary>An empty file, or the one that is there.</summary>
    public void Create(string path)
    {
        using (var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write))
        {
            sync.File(file.SafeFileHandle, path);
        }

        sync.Folder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Readers see the old file or the new one, never a part.</summary>
    public void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = path + ".new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(bytes);
            sync.File(file.SafeFileHandle, draft);
        }

        File.Move(draft, path, overwrite: true);
        sync.Folder(Path.GetDirectoryName(path)!);
    }
}
