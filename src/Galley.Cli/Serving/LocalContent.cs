using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Galley.Cli.Serving;

/// <summary>
/// The files of a content root for Decap CMS's proxy backend: the actions of its decap-server, in its "fs" mode
/// (https://decapcms.org/docs/working-with-a-local-git-repository/).
/// </summary>
internal sealed class LocalContent(string root)
{
    private readonly EditablePath _paths = new(root);

    /// <returns>The answer as JSON.</returns>
    /// <exception cref="RefusedRequestException">It asks for something that the editor may not do.</exception>
    public JsonNode Answer(string action, JsonElement parameters) =>
        action switch
        {
            "info" => new JsonObject
            {
                ["repo"] = Path.GetFileName(root),
                ["publish_modes"] = new JsonArray("simple"),
                ["type"] = "local_fs",
            },
            "entriesByFolder" => Entries(parameters),
            "entriesByFiles" => Array(
                parameters.GetProperty("files").EnumerateArray().Select(file => Entry(Text(file, "path")))
            ),
            "getEntry" => Entry(Text(parameters, "path")),
            "persistEntry" => PersistEntry(parameters),
            "getMedia" => Media(parameters),
            "getMediaFile" => MediaFile(Readable(Text(parameters, "path")), Text(parameters, "path")),
            "persistMedia" => PersistMedia(parameters.GetProperty("asset")),
            "deleteFile" => Delete([Text(parameters, "path")]),
            "deleteFiles" => Delete(parameters.GetProperty("paths").EnumerateArray().Select(path => path.GetString()!)),
            "getDeployPreview" => new JsonObject(),
            _ => throw new RefusedRequestException($"The editor does not know the action {action}."),
        };

    private JsonArray Entries(JsonElement parameters)
    {
        var folder = Text(parameters, "folder");
        var depth = parameters.GetProperty("depth").GetInt32();
        return Array(
            Files(folder, depth)
                .Where(path => path.EndsWith($".{Text(parameters, "extension")}", StringComparison.Ordinal))
                .Select(Entry)
        );
    }

    private JsonNode Entry(string path)
    {
        var full = Readable(path);
        return new JsonObject
        {
            ["data"] = File.Exists(full)
                ? Encoding.UTF8.GetString(File.ReadAllBytes(full))
                : throw new RefusedRequestException($"There is no file {path}."),
            ["file"] = new JsonObject
            {
                ["path"] = path,
                ["label"] = Path.GetFileName(path),
                ["id"] = Hash(full),
            },
        };
    }

    private JsonArray Media(JsonElement parameters) =>
        Array(
            Files(Text(parameters, "mediaFolder"), depth: 1)
                .Where(EditablePath.IsMedia)
                .Select(path => MediaFile(Readable(path), path))
        );

    private static JsonObject MediaFile(string full, string path) =>
        new()
        {
            ["id"] = Hash(full),
            ["content"] = Convert.ToBase64String(File.ReadAllBytes(full)),
            ["encoding"] = "base64",
            ["path"] = path,
            ["name"] = Path.GetFileName(path),
        };

    /// <summary>All paths are looked at before the first file is written.</summary>
    private JsonObject PersistEntry(JsonElement parameters)
    {
        var texts = parameters
            .GetProperty("dataFiles")
            .EnumerateArray()
            .Select(file => (Path: Writable(Text(file, "path")), Text: Text(file, "raw")))
            .ToList();
        var assets = parameters.GetProperty("assets").EnumerateArray().Select(Asset).ToList();
        foreach (var (path, bytes) in assets)
        {
            Write(path, bytes);
        }

        foreach (var (path, text) in texts)
        {
            Write(path, Encoding.UTF8.GetBytes(text));
        }

        return new JsonObject { ["message"] = "entry persisted" };
    }

    private JsonObject PersistMedia(JsonElement asset)
    {
        var (path, bytes) = Asset(asset);
        Write(path, bytes);
        return MediaFile(path, Text(asset, "path"));
    }

    private JsonObject Delete(IEnumerable<string> paths)
    {
        var files = paths
            .Select(path =>
                _paths.TryWriteText(path, out var full) || _paths.TryWriteMedia(path, out full)
                    ? full
                    : throw Outside(path)
            )
            .ToList();
        files.ForEach(File.Delete);
        return new JsonObject { ["message"] = "deleted" };
    }

    private (string Path, byte[] Bytes) Asset(JsonElement asset)
    {
        var path = Text(asset, "path");
        return _paths.TryWriteMedia(path, out var full)
            ? (full, Convert.FromBase64String(Text(asset, "content")))
            : throw new RefusedRequestException(
                $"{path} is no picture or PDF of a client. Upload JPEG, PNG, GIF, WebP or PDF files."
            );
    }

    private IEnumerable<string> Files(string folder, int depth)
    {
        var full = Readable($"{folder}/x")[..^2];
        return Directory.Exists(full)
            ? Directory
                .EnumerateFiles(
                    full,
                    "*",
                    new EnumerationOptions
                    {
                        RecurseSubdirectories = depth > 1,
                        MaxRecursionDepth = Math.Max(0, depth - 1),
                        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
                    }
                )
                .Select(file => $"{folder}/{Path.GetRelativePath(full, file).Replace('\\', '/')}")
                .Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>Whole or not at all.</summary>
    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.part";
        File.WriteAllBytes(unfinished, bytes);
        File.Move(unfinished, path, overwrite: true);
    }

    private string Readable(string path) => _paths.TryRead(path, out var full) ? full : throw Outside(path);

    private string Writable(string path) => _paths.TryWriteText(path, out var full) ? full : throw Outside(path);

    private static RefusedRequestException Outside(string path) =>
        new($"{path} is outside what the editor may touch: the clients' posts, lead magnets and media.");

    private static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : throw new RefusedRequestException($"The request lacks {name}.");

    private static string Hash(string path) =>
        File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "";
}
