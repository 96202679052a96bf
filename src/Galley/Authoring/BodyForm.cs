namespace Galley.Authoring;

/// <summary>Puts fields and a body together: front matter for .md, a block for .yaml.</summary>
internal static class BodyForm
{
    public static string Write(string fields, string body, string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal)
            ? $"{fields}body: {YamlScalar.Block(body)}"
            : $"---\n{fields}---\n{body}\n";
}
