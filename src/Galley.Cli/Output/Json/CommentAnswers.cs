using System.Collections.Immutable;

namespace Galley.Cli.Output.Json;

/// <summary><c>comment --command</c>.</summary>
internal sealed record CommentAnswers(ImmutableArray<CommentAnswers.Answer> Answers)
{
    /// <param name="Line">Null when the whole comment was refused.</param>
    internal sealed record Answer(string? Line, bool Taken, string Message);
}
