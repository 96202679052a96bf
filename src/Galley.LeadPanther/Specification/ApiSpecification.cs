using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Galley.LeadPanther.Specification;

/// <summary>An OpenAPI file. It is read alone: references to other files or addresses are never followed.</summary>
public sealed class ApiSpecification
{
    private readonly Dictionary<(string Method, string Path), OpenApiOperation> _operations;

    private ApiSpecification(OpenApiDocument document)
    {
        Server = document.Servers?.FirstOrDefault()?.Url;
        _operations = Operations(document)
            .GroupBy(operation => (operation.Method, Shape(operation.Path)))
            .ToDictionary(group => group.Key, group => group.First().Operation);
    }

    /// <summary>The first server's URL; null where there is none.</summary>
    internal string? Server { get; }

    /// <exception cref="GalleyException">It is not an OpenAPI file.</exception>
    public static ApiSpecification Read(string text, string name)
    {
        try
        {
            var settings = new OpenApiReaderSettings { LoadExternalRefs = false };
            settings.AddYamlReader();
            var isJson = text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{");
            var (document, _) = OpenApiDocument.Parse(
                text,
                isJson ? OpenApiConstants.Json : OpenApiConstants.Yaml,
                settings
            );
            return document is { Paths.Count: > 0 } ? new ApiSpecification(document) : throw None(name);
        }
        // The readers of JSON, YAML and OpenAPI throw many kinds: whatever they can't read is not an OpenAPI file to us.
        catch (Exception unreadable) when (unreadable is not (GalleyException or OutOfMemoryException))
        {
            throw None(name);
        }
    }

    /// <summary>Null where the file does not have it. Names of path parameters don't count.</summary>
    internal OpenApiOperation? Find(string method, string path) => _operations.GetValueOrDefault((method, Shape(path)));

    /// <summary>The requests at this path and below it, as <c>METHOD /path</c>.</summary>
    internal IEnumerable<string> At(string path) =>
        _operations
            .Keys.Where(key => IsAtOrBelow(key.Path, Shape(path)))
            .OrderBy(key => key.Path, StringComparer.Ordinal)
            .ThenBy(key => key.Method, StringComparer.Ordinal)
            .Select(key => $"{key.Method} {key.Path}");

    // All is below the base, which tells nothing.
    private static bool IsAtOrBelow(string path, string start) =>
        path == start || (start.Length > 0 && path.StartsWith(start + "/", StringComparison.Ordinal));

    private static IEnumerable<(string Method, string Path, OpenApiOperation Operation)> Operations(
        OpenApiDocument document
    ) =>
        from path in document.Paths
        from operation in path.Value.Operations ?? []
        select (operation.Key.Method.ToUpperInvariant(), path.Key, operation.Value);

    /// <summary>Without a slash at its end, and <c>{}</c> for each parameter.</summary>
    private static string Shape(string path) =>
        string.Join('/', path.TrimEnd('/').Split('/').Select(part => part.StartsWith('{') ? "{}" : part));

    private static GalleyException None(string name) =>
        new($"{name} is not an OpenAPI file: name LeadPanther's openapi.yaml, or the same as JSON.");
}
