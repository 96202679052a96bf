namespace Galley.GitHub;

/// <summary>A pull request as GitHub shows it now.</summary>
public sealed record OpenPullRequest(int Number, string BaseBranch);
