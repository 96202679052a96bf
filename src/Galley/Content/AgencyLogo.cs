namespace Galley.Content;

/// <summary>Reads the logo that galley.yaml names.</summary>
public static class AgencyLogo
{
    private const int Largest = 1_000_000;

    /// <returns>Null when the agency names none.</returns>
    /// <exception cref="GalleyException">It is not a picture below the content root.</exception>
    public static (string ContentType, byte[] Bytes)? Read(string root, Agency? agency)
    {
        if (agency?.Logo is not { } name)
        {
            return null;
        }

        var path = Path.GetFullPath(name, root);
        var isInside = path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var file = new FileInfo(path);
        if (!isInside || !file.Exists || file.LinkTarget is not null)
        {
            throw Wrong(name, "is not a file in the folder of your content");
        }

        if (file.Length > Largest)
        {
            throw Wrong(name, "is larger than 1 MB");
        }

        var bytes = File.ReadAllBytes(path);
        return MediaType.Detect(bytes) is { IsImage: true } type
            ? (type.ContentType, bytes)
            : throw Wrong(name, "is not a PNG, JPEG, GIF or WebP picture");
    }

    private static GalleyException Wrong(string name, string why) =>
        new($"The logo of galley.yaml (agency.logo: {name}) {why}. Correct it, or take it out.");
}
