namespace Galley.GitHub;

/// <summary>Lines to take over with one click, as a comment on the lines that they replace.</summary>
/// <param name="Path">In the repository.</param>
/// <param name="First">The first line that is replaced, from 1.</param>
/// <param name="Last">The last one.</param>
/// <param name="Marker">Its last line: what has one of ours with it is not suggested again.</param>
/// <param name="Body">Markdown with a suggestion block.</param>
public sealed record LineSuggestion(string Path, int First, int Last, string Marker, string Body);
