namespace Galley.GitHub;

/// <summary>A pull request as GitHub shows it now.</summary>
public sealed record OpenPullRequest(int Number, string BaseBranch)
{
    /// <summary>The repository and branch that it comes from, which its author edits; null where that repository is gone.</summary>
    public (string Repository, string Branch)? Head { get; init; }
}
