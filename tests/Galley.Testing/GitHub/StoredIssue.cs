namespace Galley.Testing.GitHub;

public sealed record StoredIssue(int Number, string Author, string Title, string Body, string State, IReadOnlyList<string> Labels);
