namespace Galley.Authoring;

/// <summary>The folder with the schemas in a content repository. Editors read them.</summary>
public sealed record SchemaFolder(string FullPath)
{
    private const string Name = "schemas";

    /// <summary>The schemas of the files that people write.</summary>
    private static readonly string[] Written = ["post", "lead-magnet", "client", "galley", "style"];

    /// <summary>The folder in the content root or above it, within the same Git repository; null if there is none.</summary>
    public static SchemaFolder? Find(string root)
    {
        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            var schemas = Path.Combine(folder.FullName, Name);
            if (File.Exists(Path.Combine(schemas, FileName("post"))))
            {
                return new SchemaFolder(schemas);
            }

            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The folder in the content root, whether it exists or not.</summary>
    public static SchemaFolder In(string root) => new(Path.Combine(root, Name));

    /// <summary>The schemas that Galley brings, as files of a content root.</summary>
    public static IEnumerable<NewFile> Files() =>
        Written.Select(kind => new NewFile($"{Name}/{FileName(kind)}", Read(kind)));

    /// <summary>The line that tells editors which schema a file follows.</summary>
    /// <param name="path">The file's, from the content root.</param>
    /// <param name="kind">post, lead-magnet, client, galley or style.</param>
    public string LineFor(string root, string path, string kind)
    {
        var folder = Path.GetDirectoryName(Path.Combine(root, path))!;
        var relative = Path.GetRelativePath(folder, Path.Combine(FullPath, FileName(kind))).Replace('\\', '/');
        return $"# yaml-language-server: $schema={(relative.StartsWith('.') ? relative : "./" + relative)}";
    }

    internal static string Read(string kind)
    {
        using var stream = typeof(SchemaFolder).Assembly.GetManifestResourceStream($"{Name}/{FileName(kind)}")
            ?? throw new InvalidOperationException($"The schema {kind} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string FileName(string kind) => $"{kind}.schema.json";
}
