namespace Galley.Authoring.Editor;

/// <summary>Where the editor reads and writes files.</summary>
/// <param name="ContentFolder">The content root, from the top of what the backend shows; empty, or with a <c>/</c> at its end.</param>
public abstract record EditorBackend(string ContentFolder)
{
    /// <summary>As Decap CMS calls it.</summary>
    public abstract string Name { get; }

    /// <summary>What the page may send requests to, beside its own site.</summary>
    internal abstract IEnumerable<string> Hosts { get; }

    internal abstract Dictionary<string, object> Config();
}

/// <summary>As the signed-in person, with a pull request for each entry.</summary>
/// <param name="Repository"><c>OWNER/REPO</c>.</param>
/// <param name="SignIn">The server that signs people in for GitHub, as docs/editor.md says.</param>
public sealed record GitHubBackend(string Repository, string Branch, Uri SignIn, string ContentFolder)
    : EditorBackend(ContentFolder)
{
    public override string Name => "github";

    internal override IEnumerable<string> Hosts => ["https://api.github.com", "https://www.githubstatus.com"];

    internal override Dictionary<string, object> Config() =>
        new()
        {
            ["name"] = Name,
            ["repo"] = Repository,
            ["branch"] = Branch,
            ["preview_context"] = "galley/preview",
            ["base_url"] = SignIn.GetLeftPart(UriPartial.Authority),
            ["auth_endpoint"] = SignIn.AbsolutePath.Trim('/') is { Length: > 0 } path ? path : "auth",
        };
}

/// <summary>The files of this machine, through the server that shows the page.</summary>
public sealed record LocalBackend() : EditorBackend("")
{
    /// <summary>Where that server answers.</summary>
    public const string Path = "/api/v1";

    public override string Name => "proxy";

    internal override IEnumerable<string> Hosts => [];

    internal override Dictionary<string, object> Config() =>
        new()
        {
            ["name"] = Name,
            ["proxy_url"] = Path,
            ["branch"] = "main",
        };
}
