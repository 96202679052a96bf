namespace Galley.Content;

/// <summary>The folder with galley.yaml and clients/.</summary>
public static class ContentRoot
{
    public const string SettingsFile = "galley.yaml";
    public const string ClientsFolder = "clients";
    public const string ClientFile = "client.yaml";

    /// <summary>The style rules of all clients.</summary>
    public const string StylesFolder = "styles";

    /// <summary>The nearest folder, from <paramref name="startDirectory"/> upward, that is a content root.</summary>
    public static string Find(string startDirectory) =>
        TryFind(startDirectory)
        ?? throw new GalleyException(
            $"There is no galley.yaml and no clients folder in {Path.GetFullPath(startDirectory)} or above it. "
                + "Go to the folder of your content, name it with --content, or create one with `galley init`."
        );

    /// <inheritdoc cref="Find"/>
    public static string? TryFind(string startDirectory)
    {
        for (var folder = new DirectoryInfo(startDirectory); folder is not null; folder = folder.Parent)
        {
            if (IsRoot(folder.FullName))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static bool IsRoot(string folder) =>
        File.Exists(Path.Combine(folder, SettingsFile)) || Directory.Exists(Path.Combine(folder, ClientsFolder));
}
