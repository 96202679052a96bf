using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Events;
using NodaTime;

namespace Galley.Planning;

/// <summary>All that one client's plan depends on. Nothing else does: no clock, network or file is asked.</summary>
public sealed record PlanningInput
{
    public required ClientContent Content { get; init; }
    public required Settings Settings { get; init; }
    public required Instant Now { get; init; }

    /// <summary>Empty for a client that the ledger does not hold yet, and when there is no ledger at all.</summary>
    public required ClientLedger Ledger { get; init; }

    /// <summary>What LeadPanther itself says, where it was asked.</summary>
    public LiveState Live { get; init; } = LiveState.Unread;

    /// <summary>Which files have errors, so that nothing of the client is sent; finishes "On hold: ". Null when none have.</summary>
    public string? WhyHeld { get; init; }

    /// <summary>Whether the API was lately found not to offer an operation, by its name (<see cref="Api.ApiOperations"/>).</summary>
    public Func<string, bool> IsNotOffered { get; init; } = _ => false;

    /// <summary>The client's folder is gone: nothing of it is ever changed or deleted by itself.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Whether an open intent is another live run's.</summary>
    public Func<Intended, bool> IsInFlight { get; init; } = _ => false;

    internal bool IsPaused => Settings.Paused || Content.Client is { Paused: true };

    /// <summary>Too little time is left to send or change a post of this time.</summary>
    internal bool IsTooNear(Instant? at) => at < Now + Settings.Limits.MinLeadTime;
}
