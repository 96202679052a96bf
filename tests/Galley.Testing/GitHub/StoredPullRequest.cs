namespace Galley.Testing.GitHub;

/// <param name="Owner">Whose repository has the branch.</param>
/// <param name="Base">The branch that it would be merged into.</param>
public sealed record StoredPullRequest(int Number, string HeadSha, string Branch, string Owner, string Base)
{
    /// <summary>The paths that it changes.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
