namespace Galley.Testing.GitHub;

/// <param name="Edits">How often it was edited.</param>
public sealed record StoredIssue(
    int Number,
    string Author,
    string Title,
    string Body,
    string State,
    IReadOnlyList<string> Labels,
    int Edits = 0
);
