namespace Galley.Rendering.Json.Documents;

/// <summary>What the galley issue remembers of itself.</summary>
internal sealed record IssueStateDocument(
    int Version,
    long Next,
    IEnumerable<string> Told,
    IReadOnlyDictionary<string, long> Untold
);
