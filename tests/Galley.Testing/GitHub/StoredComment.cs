namespace Galley.Testing.GitHub;

/// <param name="Thread">The or pull request's number.</param>
/// <param name="Edits">How often it was edited.</param>
public sealed record StoredComment(long Id, int Thread, string Author, string Body, int Edits = 0);
