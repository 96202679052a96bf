namespace Galley.Publishing;

/// <summary>How an apply ended, and its result: one value for whoever reads it and for the pull request.</summary>
public abstract record ApplyEnd
{
    private ApplyEnd(ApplyResult result) => Result = result;

    public ApplyResult Result { get; }

    /// <summary>Before the first request that changes anything: nothing was sent.</summary>
    public sealed record Refused(string Why, ExitCode Need = ExitCode.Refused) : ApplyEnd(new ApplyResult { Error = Why, Need = Need, IsRefusal = true });

    /// <summary>Each object came to an end that the result names, if only to "not started".</summary>
    public sealed record CarriedOut(ApplyResult Result) : ApplyEnd(Result);

    /// <summary>A fault of ours, or of the machine's, on the way. The result holds what is known; what was sent stands in the ledger.</summary>
    public sealed record BrokenOff(ApplyResult Result, Exception Fault) : ApplyEnd(Result);
}
