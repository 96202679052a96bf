using System.Text.Json.Nodes;

namespace Galley.Authoring.Editor;

/// <summary>The web pages of the editor: a list of clients, and one page a client.</summary>
internal static class EditorPage
{
    private static readonly string[] Kinds = ["post", "lead-magnet"];

    public static string Home(IEnumerable<EditedClient> clients) =>
        Document(
            "Editor",
            "",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; "
                + "base-uri 'none'; form-action 'none'\">\n",
            $"""
            <body class="galley-home"><main>
            <h1>Whose posts?</h1>
            <ul>
            {string.Concat(
                clients.Select(client =>
                    $"<li><a href=\"clients/{client.Slug}/index.html\">{Text(client.Name)}</a></li>\n"
                )
            )}</ul>
            </main></body>
            """
        );

    public static string Client(EditedClient client, EditorOptions options) =>
        Document(
            client.Name,
            "../../",
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy(options.Backend)}\">\n"
                + "<link href=\"config.yml\" type=\"text/yaml\" rel=\"cms-config-url\">\n",
            $"""
            <body data-galley="{Text(Settings(client, options).ToJsonString())}">
            <noscript>The editor needs JavaScript.</noscript>
            <div id="nc-root"></div>
            <script src="../../editor/start.js"></script>
            <script src="../../decap/decap-cms.js"></script>
            <script type="module" src="../../editor/editor.mjs"></script>
            </body>
            """
        );

    private static string Document(string title, string up, string head, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            {head}<meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{Text(title)} · Galley</title>
            <link rel="stylesheet" href="{up}editor/editor.css">
            </head>
            {body}
            </html>

            """;

    /// <summary>
    /// Decap CMS compiles its check of the configuration and makes its styles as it runs: hence the two that are not strict. All else
    /// comes from this site, and goes to GitHub alone.
    /// </summary>
    private static string Policy(EditorBackend backend) =>
        string.Join(
            "; ",
            [
                "default-src 'none'",
                "script-src 'self' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob: https://avatars.githubusercontent.com",
                "font-src 'self' data:",
                "frame-src 'self' blob:",
                $"connect-src {string.Join(' ', backend.Hosts.Prepend("'self' blob: data:"))}",
                "base-uri 'self'",
                "form-action 'none'",
            ]
        );

    private static JsonObject Settings(EditedClient client, EditorOptions options)
    {
        var formats =
            from kind in Kinds
            from ending in EditedFolder.Endings
            select KeyValuePair.Create(
                $"galley-{kind}-{ending}",
                (JsonNode?)new JsonObject { ["ending"] = ending, ["schema_line"] = options.SchemaLine(client, kind) }
            );
        var collections = client.Folders.Select(folder =>
            KeyValuePair.Create(
                folder.Id(client.Slug),
                (JsonNode?)
                    new JsonObject
                    {
                        ["folder"] = folder.Path,
                        ["ending"] = folder.Ending,
                        ["format"] = EditorConfig.Format(folder),
                        ["fields"] = Names(FieldWords.For(folder.Kind)),
                    }
            )
        );
        return new JsonObject
        {
            ["client"] = client.Slug,
            ["content"] = options.Backend.ContentFolder,
            ["backend"] = options.Backend.Name,
            ["has_pull_requests"] = options.Backend is GitHubBackend,
            ["time_zone"] = client.Zone,
            ["now"] = options.Now?.ToString(),
            ["formats"] = new JsonObject(formats),
            ["collections"] = new JsonObject(collections),
        };
    }

    private static JsonArray Names(IEnumerable<FieldWords> fields) =>
        [.. fields.Select(field => JsonValue.Create(field.Name))];

    private static string Text(string text) => System.Net.WebUtility.HtmlEncode(text);
}
