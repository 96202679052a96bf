namespace Galley.GitHub;

/// <summary>What is said on GitHub of one run.</summary>
public sealed record RunReport
{
    /// <summary>The pull request; null when there is none to write on.</summary>
    public int? Thread { get; init; }
    public required string Marker { get; init; }
    public required string Comment { get; init; }

    /// <summary>The same for the job's summary, which holds more than a comment.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether a comment that is there already gives way: not when there is no news.</summary>
    public bool IsNews { get; init; } = true;

    /// <summary><c>galley/plan</c> or <c>galley/apply</c>.</summary>
    public required string Context { get; init; }
    public required ExitCode Outcome { get; init; }

    /// <summary>A line, for the status.</summary>
    public required string Description { get; init; }
}
