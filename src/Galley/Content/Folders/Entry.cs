namespace Galley.Content.Folders;

/// <summary>A file or folder in a client's folder.</summary>
/// <param name="Path">From the content root, with <c>/</c>.</param>
internal sealed record Entry(string FullPath, string Path, bool IsFolder)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
