namespace Galley.GitHub;

/// <summary>The comment that started the run.</summary>
/// <param name="Thread">The or pull request's number.</param>
public sealed record EventComment(long Id, int Thread, bool IsOnPullRequest, string Author, string Body);
