namespace Galley.GitHub;

/// <summary>What is reported on GitHub about one run.</summary>
public sealed record RunReport
{
    /// <summary>The pull request; null when there is none to write on.</summary>
    public int? Thread { get; init; }
    public required string Marker { get; init; }
    public required string Comment { get; init; }

    /// <summary>The same for the job summary, which takes more text than a comment.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether there is something new. Without news, nothing is written below an <see cref="Earlier"/> comment.</summary>
    public bool IsNews { get; init; } = true;

    /// <summary>How the marks of earlier runs' comments begin.</summary>
    public string? Earlier { get; init; }

    /// <summary><c>galley/plan</c> or <c>galley/apply</c>; null for no status.</summary>
    public required string? Context { get; init; }
    public required ExitCode Outcome { get; init; }

    /// <summary>A line, for the status.</summary>
    public required string Description { get; init; }
}
