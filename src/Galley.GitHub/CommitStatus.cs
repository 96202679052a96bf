using Octokit;

namespace Galley.GitHub;

/// <summary>The mark beside a commit: its colour, its words, and where it leads.</summary>
internal static class CommitStatus
{
    /// <summary>GitHub takes no longer description.</summary>
    private const int LongestDescription = 140;

    /// <summary>Work for a person is no error of the commit: it stays green, and the description says what is left.</summary>
    public static CommitState StateFor(ExitCode outcome) =>
        outcome switch
        {
            ExitCode.Fine or ExitCode.Changes or ExitCode.PersonNeeded => CommitState.Success,
            ExitCode.ContentInvalid or ExitCode.SomeFailed => CommitState.Failure,
            _ => CommitState.Error,
        };

    public static NewCommitStatus From(string context, CommitState state, string description, Uri target) =>
        new()
        {
            State = state,
            Context = context,
            Description =
                description.Length <= LongestDescription ? description : description[..(LongestDescription - 1)] + "…",
            TargetUrl = target.AbsoluteUri,
        };
}
