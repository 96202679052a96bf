namespace Galley.Authoring;

/// <summary>The files for GitHub in a content repository: workflows, the action that they share, and CODEOWNERS.</summary>
public static class GitHubFiles
{
    private static readonly string[] Workflows = ["plan", "apply", "refresh", "command", "import"];

    /// <param name="slug">The first client's folder.</param>
    public static IEnumerable<NewFile> Create(string slug) =>
        [
            .. Workflows.Select(name => new NewFile($".github/workflows/{name}.yml", Read($"{name}.yml"))),
            new(".github/actions/galley/action.yml", Read("action.yml")),
            new(".github/CODEOWNERS", Read("CODEOWNERS").Replace("CLIENT", slug, StringComparison.Ordinal)),
        ];

    private static string Read(string name)
    {
        using var stream = typeof(GitHubFiles).Assembly.GetManifestResourceStream($"github/{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
