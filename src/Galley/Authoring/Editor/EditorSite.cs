namespace Galley.Authoring.Editor;

/// <summary>The editor's own files. The bundles that they use (Decap CMS, the YAML library, Galley itself) are put beside them.</summary>
public static class EditorSite
{
    private static readonly string[] Assets =
    [
        "start.js",
        "editor.mjs",
        "files.mjs",
        "checker.mjs",
        "fields.mjs",
        "format.mjs",
        "pictures.mjs",
        "preview.mjs",
        "editor.css",
    ];

    public static IEnumerable<NewFile> Files(IReadOnlyCollection<EditedClient> clients, EditorOptions options) =>
        [
            new("index.html", EditorPage.Home(clients)),
            .. clients.SelectMany(client =>
                new NewFile[]
                {
                    new($"clients/{client.Slug}/index.html", EditorPage.Client(client, options)),
                    new($"clients/{client.Slug}/config.yml", EditorConfig.Write(client, options.Backend)),
                }
            ),
            .. Assets.Select(name => new NewFile($"editor/{name}", Read(name))),
        ];

    private static string Read(string name)
    {
        using var stream = typeof(EditorSite).Assembly.GetManifestResourceStream($"editor/{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
