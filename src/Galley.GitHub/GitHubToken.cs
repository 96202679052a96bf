namespace Galley.GitHub;

/// <summary>A secret that no message, log or debugger shows.</summary>
public sealed class GitHubToken(string value)
{
    internal string Value => value;

    public override string ToString() => "(token)";
}
