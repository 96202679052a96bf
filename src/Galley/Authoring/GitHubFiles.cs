using System.Text.RegularExpressions;

namespace Galley.Authoring;

/// <summary>The files for GitHub in a content repository: workflows, the actions that they share, and CODEOWNERS.</summary>
/// <param name="Slug">The first client's folder.</param>
/// <param name="Branch">The branch that publishes.</param>
/// <param name="Release">What the jobs run.</param>
public sealed partial record GitHubFiles(string Slug, string Branch, ReleaseFile Release)
{
    private static readonly string[] Workflows =
    [
        "plan",
        "plan-comment",
        "apply",
        "refresh",
        "command",
        "import",
        "pull",
        "pages",
    ];

    public IEnumerable<NewFile> Create() =>
        [
            .. Workflows.Select(name => new NewFile($".github/workflows/{name}.yml", Read($"{name}.yml"))),
            new(".github/actions/install/action.yml", Read("install.yml")),
            new(".github/actions/galley/action.yml", Read("action.yml")),
            new(".github/CODEOWNERS", Read("CODEOWNERS")),
        ];

    private string Read(string name)
    {
        using var stream = typeof(GitHubFiles).Assembly.GetManifestResourceStream($"github/{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return PlaceToFill()
            .Replace(reader.ReadToEnd(), place => place.Groups["name"].Value switch
                {
                    "BRANCH" => Branch,
                    "PATTERN" => Pattern(Branch),
                    "CLIENT" => Slug,
                    "ADDRESS" => Release.Address ?? "",
                    _ => Release.Sha256 ?? "",
                });
    }

    /// <summary>
    /// A branch's name as a filter of a workflow, in YAML. Of the signs that a filter reads as patterns, Git allows +
    /// and !.
    /// </summary>
    private static string Pattern(string branch) =>
        Plain().IsMatch(branch)
            ? branch
            : $"'{SpecialInFilters().Replace(branch, @"\$0").Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex("@@(?<name>BRANCH|PATTERN|CLIENT|ADDRESS|SHA256)@@")]
    private static partial Regex PlaceToFill();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9/._-]*\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"[+!]")]
    private static partial Regex SpecialInFilters();
}
