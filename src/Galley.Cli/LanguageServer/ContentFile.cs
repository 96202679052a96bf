using Galley.Content;

namespace Galley.Cli.LanguageServer;

/// <summary>A file of a content root, as an editor names it: by its URI.</summary>
/// <param name="Root">The content root's full path.</param>
/// <param name="Path">From the content root, with <c>/</c>.</param>
internal sealed record ContentFile(string Root, string Path)
{
    /// <summary>Null for what is no file, and for files that belong to no content root.</summary>
    public static ContentFile? From(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile)
        {
            return null;
        }

        // Visual Studio Code writes the colon of a Windows drive as %3A.
        var full = System.IO.Path.GetFullPath(
            Uri.UnescapeDataString(parsed.AbsolutePath) is ['/', _, ':', ..] windows ? windows[1..] : parsed.LocalPath
        );
        return System.IO.Path.GetDirectoryName(full) is { } folder && ContentRoot.TryFind(folder) is { } root
            ? new ContentFile(root, System.IO.Path.GetRelativePath(root, full).Replace('\\', '/'))
            : null;
    }

    public string UriOf(string path) => new Uri(System.IO.Path.Combine(Root, path)).AbsoluteUri;

    /// <summary>What is checked together: the files of a client, or those of the whole repository.</summary>
    public string Group =>
        Path.Split('/') is [ContentRoot.ClientsFolder, var slug, _, ..] ? $"{Root}\0{slug}" : $"{Root}\0";
}
