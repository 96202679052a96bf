using System.Collections.Immutable;

namespace Galley.Rendering.Comments;

/// <summary>The error that ended a run, in the place of its plan or result.</summary>
public static class FailureComment
{
    /// <param name="run">What was run: Plan or Apply.</param>
    /// <param name="error">The error, as a sentence.</param>
    /// <param name="steering">Files that steer programs, as in <see cref="CommentInput"/>.</param>
    public static string Write(
        string run,
        string error,
        string commit,
        string marker,
        params ImmutableArray<string> steering
    ) =>
        $"{SteeringNote.For(steering)}**{run}: stopped by an error.** There is no result for this commit.\n\n"
        + $"> [!CAUTION]\n> {SafeMarkdown.Sentence(error, 2_000)}\n\n{CommitLine.For(commit)}\n{marker}\n";
}
