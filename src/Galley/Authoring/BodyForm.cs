namespace Galley.Authoring;

/// <summary>Fields and a body, put together as the file's ending asks.</summary>
internal static class BodyForm
{
    public static string Write(string fields, string body, string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal)
            ? $"{fields}body: {YamlScalar.Block(body)}"
            : $"---\n{fields}---\n{body}\n";
}
