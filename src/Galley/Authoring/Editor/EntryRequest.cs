namespace Galley.Authoring.Editor;

/// <summary>A client's files as the editor knows them, and the one that is being written.</summary>
/// <param name="Now">ISO 8601, in UTC.</param>
/// <param name="Slug">The client's folder.</param>
/// <param name="Path">The file that is being written, from the content root.</param>
/// <param name="Texts">galley.yaml and the client's text files, by their paths from the content root.</param>
/// <param name="Media">The client's other files: bytes, by their paths from the content root.</param>
/// <param name="IsNew">The file has no name of its own yet.</param>
public sealed record EntryRequest(
    string Now,
    string Slug,
    string Path,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, long> Media,
    bool IsNew
);
