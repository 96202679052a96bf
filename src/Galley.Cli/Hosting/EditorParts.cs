using System.IO.Compression;

namespace Galley.Cli.Hosting;

/// <summary>
/// What the editor's page brings from elsewhere: Decap CMS and the YAML library from npm, and Galley itself as WebAssembly. The build
/// packs them (build/editor.cake) where it can.
/// </summary>
internal static class EditorParts
{
    private const string Name = "editor.zip";

    public static bool AreThere => typeof(EditorParts).Assembly.GetManifestResourceInfo(Name) is not null;

    /// <returns>Their bytes, by their paths from the page's folder.</returns>
    /// <exception cref="GalleyException">This galley was built without them.</exception>
    public static IEnumerable<KeyValuePair<string, byte[]>> Read()
    {
        using var packed = typeof(EditorParts).Assembly.GetManifestResourceStream(Name)
            ?? throw new GalleyException(
                "This galley was built without the parts of the editor, which come from npm. "
                    + "Install Node.js with npm, and build it again with `dotnet cake --target=Editor`."
            );
        using var archive = new ZipArchive(packed);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            yield return KeyValuePair.Create(entry.FullName, bytes.ToArray());
        }
    }
}
