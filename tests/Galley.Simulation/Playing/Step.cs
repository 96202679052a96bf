using System.Collections.Immutable;
using Galley.Simulation.Content;
using Galley.Simulation.Outside;

namespace Galley.Simulation.Playing;

/// <summary>One thing that happens in a scenario. Each means something whatever came before it, so that any may be left out.</summary>
/// <param name="Salt">Decides, with the seed, all that is left to chance within it.</param>
internal abstract record Step(int Salt)
{
    /// <summary>Somebody merges a change of the files.</summary>
    public sealed record Merge(int Salt, ImmutableArray<Edit> Edits) : Step(Salt);

    /// <summary>Some runs of apply, at about the same time.</summary>
    /// <param name="Meanwhile">What people do while they run.</param>
    public sealed record Apply(
        int Salt,
        ImmutableArray<RunPlan> Runs,
        Faults Faults,
        bool LosesPower,
        ImmutableArray<Later> Meanwhile
    ) : Step(Salt);

    /// <summary>A person works in LeadPanther.</summary>
    public sealed record Touch(int Salt, TouchKind Kind, int Pick) : Step(Salt);

    /// <summary>People look at what is in doubt, and say what they see.</summary>
    public sealed record Answer(int Salt) : Step(Salt);

    /// <summary>When all is quiet, the ledger is set back, or lost and begun anew.</summary>
    /// <param name="DiesAfter">Of the first run after that.</param>
    public sealed record LoseLedger(int Salt, bool BeginsAnew, int? DiesAfter) : Step(Salt);

    public sealed record Wait(int Salt, TimeSpan Time) : Step(Salt);
}

internal enum TouchKind
{
    Edit,
    Delete,
    Write,
}

/// <summary>One run of apply.</summary>
/// <param name="CommitsBack">How many commits before the newest its checkout is.</param>
/// <param name="Delay">After the others' start.</param>
/// <param name="DiesAfter">Turns; null: it lives to its end.</param>
/// <param name="ClockError">How far its machine's clock is ahead.</param>
internal sealed record RunPlan(
    int CommitsBack,
    TimeSpan Delay,
    int? DiesAfter,
    int Machine,
    TimeSpan ClockError = default
);

/// <param name="After">After the runs' start.</param>
internal sealed record Later(TimeSpan After, Step Step);

/// <summary>Some days of an agency.</summary>
internal sealed record Scenario(int Seed, bool IsOnBranch, Policy Policy, ImmutableArray<Step> Steps);
