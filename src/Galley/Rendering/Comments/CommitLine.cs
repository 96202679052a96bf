namespace Galley.Rendering.Comments;

/// <summary>Which commit a comment is about, as its last visible line: comments are read long after they were written.</summary>
internal static class CommitLine
{
    /// <returns>A whole line; empty when the commit is not known.</returns>
    public static string For(string? commit) => commit is null ? "" : $"For commit {commit}.\n";
}
