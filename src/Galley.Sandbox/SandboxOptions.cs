using System.Net;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.Faults;

namespace Galley.Sandbox;

/// <summary>How a sandbox runs.</summary>
public sealed record SandboxOptions
{
    /// <summary>What "now" is: decides which posts are in the future and which count as published.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Loopback only; anything else is refused.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0: the port that the state file remembers, if it is free, else any free one.</summary>
    public int Port { get; init; }

    /// <summary>Null: all is forgotten when the sandbox stops.</summary>
    public string? StateFile { get; init; }

    public SandboxAccounts Accounts { get; init; } = SandboxAccounts.Default;

    /// <summary>Waited, in real time, before each answer.</summary>
    public TimeSpan Latency { get; init; }

    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>Longer pages are cut to this length. At most 100, the documentation's own maximum.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>Ids follow from it. A state file keeps the seed that it began with.</summary>
    public int Seed { get; init; } = 1;
}
