namespace Galley.Applying.Results;

/// <summary>How an apply ended, and its result: one value for whoever reads it and for the pull request.</summary>
public abstract record ApplyCompletion
{
    private ApplyCompletion(ApplyResult result) => Result = result;

    public ApplyResult Result { get; }

    /// <summary>Before the first request that changes anything: nothing was sent.</summary>
    public sealed record Refused(string Why, ExitCode Need = ExitCode.Refused)
        : ApplyCompletion(
            new ApplyResult
            {
                Error = Why,
                Need = Need,
                IsRefusal = true,
            }
        );

    /// <summary>Each object came to an end that the result names, if only to "not started".</summary>
    public sealed record Completed(ApplyResult Result) : ApplyCompletion(Result);

    /// <summary>
    /// A fault of ours, or of the machine's, on the way. The result holds what is known; what was sent stands in the
    /// ledger.
    /// </summary>
    public sealed record Aborted(ApplyResult Result, Exception Fault) : ApplyCompletion(Result);
}
