using Galley.Diagnostics;
using YamlDotNet.Serialization;

namespace Galley.Authoring.Editor;

/// <summary>Decap CMS's configuration for one client: a list for each folder, kind and ending.</summary>
internal static class EditorConfig
{
    public const string Header = """
        # Written by `galley editor` from Galley's schemas and the client's folders. A change here is lost the next time.

        """;

    public static string Write(EditedClient client, EditorBackend backend)
    {
        var media = $"{backend.ContentFolder}clients/{client.Slug}/media";
        var config = new Dictionary<string, object>
        {
            ["backend"] = backend.Config(),
            ["media_folder"] = media,
            ["public_folder"] = "",
            ["slug"] = new Dictionary<string, object>
            {
                ["encoding"] = "ascii",
                ["clean_accents"] = true,
                ["maxlength"] = 60,
            },
            ["output"] = new Dictionary<string, object> { ["omit_empty_optional_fields"] = true },
            ["collections"] = client.Folders.Select(folder => Collection(client, folder, backend)).ToList(),
        };
        if (backend is GitHubBackend)
        {
            config["publish_mode"] = "editorial_workflow";
        }

        return Header + new SerializerBuilder().WithQuotingNecessaryStrings().Build().Serialize(config);
    }

    private static Dictionary<string, object> Collection(
        EditedClient client,
        EditedFolder folder,
        EditorBackend backend
    )
    {
        var kind = ContentKind.For(folder.Kind);
        var isPost = folder.Kind == Kind.Post;
        var fields = EditorForm.Fields(kind.Name, FieldWords.For(folder.Kind));
        return new()
        {
            ["name"] = folder.Id(client.Slug),
            ["label"] = Label(folder),
            ["label_singular"] = kind.Noun,
            ["folder"] = $"{backend.ContentFolder}{folder.Path}",
            ["format"] = Format(folder),
            ["create"] = folder.TakesNew,
            ["media_folder"] = $"/{backend.ContentFolder}clients/{client.Slug}/media",
            ["public_folder"] = "",
            ["identifier_field"] = "galley_key",
            ["slug"] = "{{fields.galley_key}}",
            ["summary"] = isPost ? "{{scheduled_at}} · {{filename}} · {{status}}" : "{{keyword}} · {{resource_name}}",
            ["sortable_fields"] = new List<string> { isPost ? "scheduled_at" : "keyword" },
            // The text of a `body_file` is no document of its own.
            ["filter"] = new Dictionary<string, object> { ["field"] = "galley_file", ["value"] = "document" },
            ["fields"] = fields,
        };
    }

    public static string Format(EditedFolder folder) => $"galley-{KindName(folder)}-{folder.Ending}";

    public static string KindName(EditedFolder folder) => ContentKind.For(folder.Kind).Name;

    private static string Label(EditedFolder folder)
    {
        var plural = ContentKind.For(folder.Kind).Plural;
        var kind = $"{char.ToUpperInvariant(plural[0])}{plural[1..]}";
        var place = folder.Below.Length == 0 ? "" : $" in {folder.Below}";
        return folder.Ending == "md" ? kind + place : $"{kind}{place} (YAML)";
    }
}
