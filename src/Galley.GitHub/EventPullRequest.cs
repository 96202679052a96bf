namespace Galley.GitHub;

/// <summary>The pull request that the run is about.</summary>
/// <param name="BaseSha">The tip of the branch that it would be merged into.</param>
public sealed record EventPullRequest(int Number, string HeadSha, string BaseSha)
{
    /// <summary>The branch that it would be merged into; null if the event does not say.</summary>
    public string? BaseBranch { get; init; }

    /// <summary>The repository and branch that it comes from, which its author edits; null when the event does not say.</summary>
    public (string Repository, string Branch)? Head { get; init; }
}
