using Galley.Persons;

namespace Galley.Cli;

/// <summary><c>galley comment --command</c>: takes people's words from a comment.</summary>
internal static class CommandsInComment
{
    /// <summary>The comment's text comes through the environment, never through a script.</summary>
    private const string Variable = "GALLEY_COMMAND";

    public static Task<int> Run(Shell shell)
    {
        var text = shell.Environment(Variable)
            ?? throw new GalleyException($"{Variable} is not set: give the comment's text in the job's environment, `{Variable}: ${{{{ github.event.comment.body }}}}`.");
        if (CommentText.Words(text).Count == 0) return Task.FromResult((int)ExitCode.Fine);
        throw new GalleyException("Words in comments are not taken yet.");
    }
}
