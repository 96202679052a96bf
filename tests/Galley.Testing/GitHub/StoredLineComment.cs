namespace Galley.Testing.GitHub;

/// <param name="First">Null for one line.</param>
public sealed record StoredLineComment(
    int Pull,
    string Author,
    string Commit,
    string Path,
    int? First,
    int Last,
    string Body
);
